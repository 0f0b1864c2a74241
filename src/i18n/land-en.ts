import type { LandText } from '@/i18n/land-zh'

const plural = (n: string, one: string, many = `${one}s`): string => `${n} ${n === '1' ? one : many}`

/** Text of the planners' view, in English. */
export const landEn: LandText = {
  disclaimer: 'For study only, not a basis for a planning permit',
  mapLabel: 'Map for finding land',
  asides: { question: 'Demand, weights and coverage', answer: 'Candidates, site card and what is out' },
  tabs: { question: 'Demand', coverage: 'Coverage', answer: 'Candidates', site: 'Site', more: 'More' },
  facility: {
    elderlyCare: 'Elderly care', childcare: 'Childcare', kindergarten: 'Kindergarten', health: 'Health', market: 'Market', canteen: 'Canteen', serviceCentre: 'Services', fitness: 'Fitness',
  },
  group: { aged60Plus: 'Aged 60 and over', under3: 'Under 3', all: 'All residents' },
  groupShort: { aged60Plus: 'older people', under3: 'infants', all: 'residents' },
  unit: {
    m: (n) => `${n} m`, km: (n) => `${n} km`, m2: (n) => `${n} m²`, sites: (n) => plural(n, 'site'), people: (n) => plural(n, 'person', 'people'),
    minutes: (n) => `${n} min`, years: (n) => plural(n, 'year'), storey: (n) => `storey ${n}`, basement: (n) => `basement ${n}`, ms: (n) => `${n} ms`,
    households: (n) => plural(n, 'household'), parts: (n) => plural(n, 'part'), points: (n) => plural(n, 'point'),
  },
  state: { verified: 'verified', fromMemory: 'from memory', assumption: 'assumption', edited: 'edited' },
  stateHint: {
    verified: 'Compared with a kept copy of the text', fromMemory: 'Written from memory, not verified: compare with the text before use', assumption: 'Our own assumption, not verified: confirm before use', edited: 'A number that was changed on this page',
  },
  demand: {
    title: 'Demand', type: 'Type of facility', radius: 'Walk', lineRadius: 'Straight line', minLand: 'Least land', gap: 'Gap bridged', siteCount: 'Sites',
    mode: 'Way of measuring', walk: 'On foot', line: 'Line', lineNote: 'Straight-line distance, for orientation only',
    noRoads: 'No roads: straight-line distance instead, for orientation only',
    walkNote: (minutes) => `about ${minutes} min`, speedNote: (speed) => `at ${speed} m a minute`,
    details: 'Details', less: 'Less', minFloor: 'Least room', minWidth: 'Least width', rules: 'Siting rules',
    draw: 'Draw a space', drawEnd: 'Stop drawing', drawHint: 'Click the corners on the map, end with a double click or Enter, Esc drops it', edit: 'Move corners', editEnd: 'Stop editing', editHint: 'Click a drawn space and drag its corners; Delete removes it, Esc ends', undo: 'Undo', redo: 'Redo',
    drawn: (name) => `Drawn: ${name}`, drawnName: (n) => `Drawn space ${n}`, removeDrawn: 'Delete the drawn space', spaceName: 'Name', unknown: 'unknown', storeyHint: 'Basements are negative',
    drawProblem: { 'too-few-corners': 'At least three corners are needed; not taken', 'self-crossing': 'Its edges cross; not taken', unavailable: 'The drawing tools could not be read; try again' },
  },
  weights: {
    title: 'Weights', live: 'Answers as you drag', liveIn: (ms) => `Answers as you drag · ${ms} ms`, working: 'Recomputing', reset: 'Reset',
    zero: 'All weights are 0: nothing can be scored', worst: 'scores 0', best: 'scores full', bounds: (criterion) => `Bounds of ${criterion}`,
  },
  criterion: { newlyReached: 'New people', walkTime: 'Nearness', areaFit: 'Area fit', tenure: 'Tenure', shortfall: 'Shortfall', hazard: 'Hazards', sun: 'Sun' },
  criterionShort: { newlyReached: 'reach', walkTime: 'near', areaFit: 'area', tenure: 'tenure', shortfall: 'gap', hazard: 'safety', sun: 'sun' },
  criterionUnit: { newlyReached: 'people', walkTime: 'minutes', areaFit: 'area ÷ norm', tenure: 'difficulty 0–1', shortfall: 'm²', hazard: 'm', sun: 'of ground 0–1' },
  criterionValue: {
    newlyReached: (n) => `${n} newly reached`, walkTime: (n) => `${n} min on average`, areaFit: (n) => `can hold ${n} of the norm`, tenure: (n) => `difficulty ${n}`,
    shortfall: (n) => `relieves ${n} m²`, hazard: (n) => `nearest hazard ${n} m`, sun: (n) => `${n} in the midwinter sun`,
  },
  noHazard: 'no hazard nearby',
  coverage: {
    title: 'Coverage', people: (group, n) => `${group}: ${n}`, everybody: (group, n) => `${group}: ${n} in all`, programme: (n, before, after) => `Of the programme's ${n}: ${before} → ${after}`, gained: (n) => `+${n} people`,
    bar: (before, after) => `Covered today ${before}, with the sites ${after}`, tick: 'the tick is today',
    proven: (k) => `${plural(k, 'site')}: the best choice (proven, no better one exists)`,
    proving: (k, gap) => `${plural(k, 'site')}: proving, at most ${gap} below the bound`,
    notProven: (k, gap) => `${plural(k, 'site')}: not proven best, at most ${gap} below the bound`,
    none: 'No site was chosen', capacity: 'Limit people by floor area', wanted: 'Wanted coverage',
    fewest: (share, k) => `${share} takes at least ${plural(k, 'site')}`, fewestNotProven: (share, k) => `${share} can be had with ${plural(k, 'site')}, not proven fewest`,
    impossible: (share) => `All candidates together do not reach ${share}`,
    curve: 'Coverage by number of sites', curveSites: 'sites', curvePoint: (k, share, people) => `${plural(k, 'site')}: ${share}, ${people} more people`, curveNotProven: 'not proven best',
    before: 'Before', after: 'After', phase: 'Residents shown',
  },
  problem: {
    'no-sites': 'No space meets the rules', 'nobody-new': 'No site reaches anybody new', 'fewer-sites-than-asked': 'Fewer sites meet the rules than are asked for',
    'share-not-reached': 'The wanted coverage is out of reach', conflict: 'A site is both required and ruled out',
  },
  relax: {
    title: 'The smallest change that helps',
    radius: (to, more) => `${to} m covers ${more} more people`, siteCount: (to, more) => `${plural(to, 'site')} cover ${more} more people`,
    minLandArea: (to, more) => `At least ${to} m² of land covers ${more} more people`, gap: (to, more) => `Bridging ${to} m covers ${more} more people`,
  },
  uncovered: {
    title: 'Still not covered', count: (n) => plural(n, 'community', 'communities'), none: 'Everybody in the communities is within reach', unreachable: 'no way', columns: { community: 'Community', people: 'Not covered', distance: 'Nearest' },
  },
  community: {
    served: (name, minutes) => `Served by ${name}, about ${minutes} min`, nearest: (name, minutes) => `Nearest: ${name}, about ${minutes} min`, none: 'No facility can be reached on foot',
    line: (name, metres) => `Nearest: ${name}, ${metres} m straight`, share: (after, people) => `${after} of ${people} people covered with the sites`,
  },
  residence: { servedBefore: 'covered today', newlyServed: 'covered with the sites', unserved: 'not covered', unroutable: 'not connected', building: 'Residential building' },
  list: {
    title: 'Candidates', count: (spaces, sites) => `${plural(spaces, 'space')} → ${plural(sites, 'site')}`, candidates: 'Candidates', excluded: 'Out', unscored: 'Unscored',
    rank: 'Rank', place: 'Place', area: 'Area', people: (group) => `New ${group}`, score: 'Score', name: (name, parts) => `${name} (${plural(parts, 'part')})`, and: (name, parts) => `${name} and others, ${plural(parts, 'part')}`,
    chosen: 'chosen', must: 'required', mustNot: 'ruled out', noCandidates: 'No space meets the rules', noExcluded: 'Nothing is out', noUnscored: 'Everything is scored',
    stability: (share) => `Stability: with random weights of ±20%, candidate 1 stays among the first three ${share} of the time`, more: (n) => plural(n, 'more reason'), lacks: (facts) => `Lacks: ${facts}`, floor: (n) => `room ${n}`,
  },
  site: {
    candidate: (rank, name) => `Candidate ${rank} · ${name}`, single: 'One space', joined: (n) => `${plural(n, 'fragment')} together`,
    reach: (radius, people, group) => `${people} ${group} within ${radius} m on foot`, reachLine: (radius, people, group) => `${people} ${group} within ${radius} m straight`,
    score: 'Score', contributions: 'What makes the score', land: 'Land', gap: 'Gaps (not counted)', floor: 'Rooms', width: 'Inscribed width', compactness: 'Compactness', holders: 'Right holders', tenure: 'Tenure',
    kind: 'Kind', contact: 'Contact', parts: 'Parts', widestGap: 'Widest gap', reached: 'People reached', newly: 'of them new', households: 'Households', walk: 'Mean walk', walkLine: 'Mean time (line)', capacity: 'Can serve', shortfall: 'Shortfall', years: 'Available', unlimited: 'unlimited or unknown', survey: 'Survey',
    hiddenHolder: 'to be found', include: 'Add to plan', included: 'In the plan', exclude: 'Rule out', restore: 'Restore', print: 'Print card', zoom: 'Zoom to it', life: 'State of the case',
    fit: 'What fits', fits: (form, needed, spare) => `Fits ${form} of ${needed} m², ${spare} m² to spare`, short: (form, needed, lack) => `${form} of ${needed} m²: ${lack} m² short`,
    unknownFit: (form, needed) => `${form} asks for ${needed} m²; the floor area is not known`, floorArea: (n) => `Can hold ${n} m² of floor area`,
    norm: (households, per100, needed) => `${plural(households, 'household')} in reach; ${per100} m² per 100 households make ${needed} m²`, lack: (n) => `${n} m² missing`, noLack: 'enough today',
    advice: 'To watch', noAdvice: 'No rule asks for attention', stability: 'Stability', firstThree: (share) => `With random weights of ±20% it stays among the first three ${share} of the time`,
    range: (criterion, from, to) => `The first place holds while the weight of ${criterion} is between ${from} and ${to}`, rangeUp: (criterion, from) => `The first place holds while the weight of ${criterion} is at least ${from}`,
    missing: (facts) => `Unscored, lacks: ${facts}`, excludedTitle: (name) => `Out · ${name}`, reasons: 'Why it is out', drawnHint: 'Drawn by hand: tenure and land use are not known',
  },
  contact: { edge: 'at the edge', enclosed: 'enclosed', interleaved: 'interleaved', inside: 'inside', apart: 'apart' },
  tenure: {
    stateAllocated: 'State, allocated', stateGranted: 'State, granted', stateReserve: 'State reserve', collectiveCommercial: 'Collective, commercial', collectiveOther: 'Collective, other', workUnit: 'Work unit', ownersCommon: 'Owners in common', unknown: 'To be found',
  },
  survey: { unverified: 'not surveyed', desk: 'at the desk', field: 'in the field', confirmed: 'confirmed' },
  hazardKind: {
    fuelStation: 'fuel station', substation: 'substation', powerLine: 'power line', gasRegulator: 'gas regulator', wasteStation: 'waste station', dangerousGoods: 'dangerous goods', crowdedMarket: 'crowded market',
  },
  fact: { landUseCode: 'land use', tenure: 'tenure', storey: 'storey', floorAreaM2: 'floor area', availableYears: 'years available', reach: 'way on foot', hazard: 'hazards', sun: 'sun', shortfall: 'norm' },
  rule: {
    'land-use': 'Land use', tenure: 'Tenure', availability: 'Years available', storey: 'Storey', hazard: 'Hazard', neighbour: 'Neighbour', 'min-area': 'Least area', 'min-width': 'Least width', 'outside-area': 'Plan area', 'invalid-shape': 'Shape',
  },
  finding: {
    distance: (what, actual, limit, missing) => `${actual} m from ${what}, at least ${limit} m asked, ${missing} m short`,
    atLeast: (what, actual, limit, missing) => `${what} ${actual}, at least ${limit} asked, ${missing} short`,
    atMost: (what, actual, limit) => `${what} ${actual}, at most ${limit} allowed`, isNot: (what, actual) => `${what}: ${actual} cannot be used`, check: (what, actual) => `${what}: ${actual} must be checked`,
    unknown: (what) => `${what} not known, passes for now, verify`, presentUse: 'Present use', plannedUse: 'Planned use', outside: 'Outside the area of the plan', invalid: 'Its shape is invalid; left out',
  },
  note: {
    'no-roads': () => 'No roads: straight-line distance instead, for orientation only', 'no-residents': () => 'No residents: coverage cannot be computed', 'no-spaces': () => 'No spare spaces in the data', 'no-facilities': () => 'No existing facilities: everybody counts as not covered',
    unroutable: (n) => `${plural(n, 'residential building')} without a street within 100 m, not counted as covered on foot`, 'roads-blocked': (n) => `${plural(n, 'piece')} of road over water or rails without a bridge, taken as closed`, 'capacity-without-norm': () => 'This type has no norm per household, so floor area limits nobody', 'facility-capacity-unknown': (n) => `${plural(n, 'existing facility', 'existing facilities')} of unknown capacity`,
    'facility-area-unknown': (n) => `${plural(n, 'existing facility', 'existing facilities')} of unknown area, not counted as supply`, 'weights-zero': () => 'All weights are 0: nothing was scored', 'sites-fewer': (n) => `Fewer sites than asked for: ${n} chosen`, 'invalid-space': (n) => `${plural(n, 'space')} with an invalid shape, left out`,
    'outside-space': (n) => `${plural(n, 'space')} outside the area of the plan, left out`, 'rules-built-in': () => 'The file of rules was not read; built-in rules are used', 'no-heights': () => 'No heights of buildings: the sun is not judged', 'no-buildings': () => 'No buildings: residents of the programme are not counted',
    'invalid-feature': (n) => `${plural(n, 'feature')} with an invalid shape, left out`, 'no-gates': () => 'No gates: buildings go straight to the nearest street', 'unknown-site': (n) => `A site that was asked for is no candidate now: ${n}`,
  },
  status: {
    preparing: 'Preparing the data for siting', waiting: 'Reading data', noData: 'The data for siting could not be read; nothing can be computed.', worker: 'The computation broke off several times; there is no new result.', kept: 'The last good result is shown.', retry: 'Try again', behind: 'The last result is shown', seconds: 'Computing', notes: (n) => plural(n, 'note'),
  },
  rules: {
    title: 'Siting rules', hint: 'Changes take effect at once and go into the link. Every number names its source and how sure it is.', reset: 'Reset', close: 'Close', edited: 'Rules were changed', columns: { rule: 'Rule', value: 'Value', source: 'Source', state: 'State' },
    general: 'General', facility: (name) => `Facility: ${name}`, forms: 'Sizes', landUses: 'Land use', tenures: 'Tenure', hazards: 'Set-backs from hazards', neighbours: 'Neighbours', walkSpeed: 'Walking speed, m a minute', connector: 'Farthest street, m', storeys: 'Storeys', density: 'Building density',
    gap: 'Gap to bridge by default, m', radius: 'Service radius, m', minLand: 'Least land, m²', minFloor: 'Least floor area, m²', minWidth: 'Least width, m', per100: 'm² per 100 households', minStorey: 'Lowest storey', maxStorey: 'Highest storey', minYears: 'Least years available', minFloorOf: (form) => `${form}: least floor area, m²`,
    verdict: { allowed: 'allowed', toCheck: 'to check', forbidden: 'forbidden' }, difficulty: (tenure) => `${tenure}: difficulty 0–1`, excluded: (tenure) => `${tenure}: not used`, setback: (kind) => `From ${kind}, m`, hard: 'must', soft: 'advice',
    assembly: 'Putting together', blocking: 'Roads that part spaces (railways and water always do)', incompatible: 'Tenures that cannot be joined (ticked below)', pairs: (n) => plural(n, 'pair'), pair: (one, other) => `${one} and ${other} cannot be joined`, neighbour: (facility, neighbour) => `${facility} from ${neighbour}, m`,
    communities: 'Residents of each community', communitiesEdited: (n, all) => `${n} of ${all} changed`, communitiesHint: 'Empty entries take the default of the plan (italic). A residential building with numbers of its own keeps them.',
    demand: { community: 'Community', personsPerHousehold: 'Persons per household', share60Plus: '60 and over, %', shareUnder3: 'Under 3, %' }, demandOf: (community, what) => `${community}: ${what}`,
  },
  legend: {
    title: 'Score of the land', low: 'low', high: 'high', unscored: 'unscored', excluded: 'out', chosen: 'chosen (its rank)', gap: 'gap, not counted as land', isochrone: (bands) => `${bands} m on foot`, isochroneLine: (bands) => `${bands} m straight`, communities: 'communities', facilities: 'facilities',
  },
  layer: { sites: 'Candidates', excluded: 'Spaces that are out', residences: 'Residents', isochrone: 'Walking area', hazards: 'Hazards', facilities: 'Facilities', context: 'Other buildings', landmarks: 'Landmarks', roadNames: 'Road names' },
  skipToList: 'Skip to the candidates',
  keys: [
    ['/ or Ctrl+K', 'search'], ['↑ ↓', 'move in the list of candidates'], ['Ctrl+Z', 'undo drawing'], ['Ctrl+Shift+Z', 'redo drawing'], ['Delete', 'remove the drawn space whose corners are moved'], ['Esc', 'clear the selection, stop drawing'], ['+ −, arrow keys', 'zoom and move the map (reach it with Tab)'],
  ],
}
