import type { WallText } from '@/i18n/wall-zh'

const count = (n: string, one: string, many: string): string => `${n} ${n === '1' ? one : many}`

/** Text of the public screen, in English. */
export const wallEn: WallText = {
  label: 'Public screen',
  opening: { nothing: 'There are no data to show yet', again: 'It is tried again by itself.' },
  header: {
    dataDate: (date) => `Data as of ${date}`,
    refreshed: (time) => `Refreshed ${time}`,
    notYetRefreshed: 'Not refreshed yet',
    offlineCacheOff: 'Offline cache off',
    keepingOff: 'Data not kept here',
  },
  headline: {
    started: 'Started', finished: 'Finished',
    behind: (points) => `${count(points, 'point', 'points')} behind`, ahead: (points) => `${count(points, 'point', 'points')} ahead`,
    daysTo: (name) => `To ${name.charAt(0).toLowerCase()}${name.slice(1)}`,
    days: 'days',
  },
  totals: { unknownBuildings: 'buildings not read' },
  districts: { title: 'Districts', finished: (n, total) => `${n} of ${count(total, 'community', 'communities')} finished` },
  classes: { title: 'Progress by class', hint: 'mean', items: (n) => count(n, 'item', 'items'), none: 'No items of this class' },
  finished: {
    title: 'Newly finished', total: (n) => `${n} so far`, none: 'No community is finished yet. The first will be listed here.',
    noneOf: (district) => `No community of ${district} is finished yet.`, accepted: 'Accepted', noDate: 'no date',
  },
  behind: {
    title: 'Against the plan', normal: 'On plan', warning: 'Warning', late: 'Late', unknown: 'No report',
    ofCommunities: (n) => `of ${count(n, 'community', 'communities')}`,
    causes: 'Main causes', causeCount: (n) => count(n, 'community', 'communities'),
    noCauses: 'Nothing is behind.',
    rule: (warning, late, days) => `Warning: more than ${warning} points behind plan. Late: more than ${late} points, or a milestone more than ${days} days overdue.`,
  },
  showcase: {
    title: 'Before and after', before: 'Before', after: 'Now', finishedAfter: 'After',
    beforeAlt: (name) => `Photo of ${name} before the works`, afterAlt: (name) => `Photo of ${name} after the works`,
    drawing: 'Plan, schematic', credit: (credit) => `Photos: ${credit}`,
    started: 'Started', finished: 'Finished', accepted: 'Accepted', due: (date) => `planned ${date}`,
    facts: (buildings, households, year) => `${count(buildings, 'building', 'buildings')} · ${households} · built in ${year}`,
    factsWithoutYear: (buildings, households) => `${count(buildings, 'building', 'buildings')} · ${households}`,
    households: (n) => count(n, 'household', 'households'), fewHouseholds: 'fewer than 10 households',
    itemsDone: (n, total) => `${n} of ${count(total, 'item', 'items')} done`,
  },
  sites: {
    title: 'Proposed facilities', reached: (n) => `about ${n} people`, suppressed: 'fewer than 10 people: not shown', newly: (n) => `about ${n} newly reached`,
    land: (m2) => `${m2} ㎡ of land`, rooms: 'in existing rooms', more: (n) => `and ${n} more`, none: 'No proposed site is published.',
    note: 'Proposed places, subject to approval',
  },
  plan: {
    title: 'The plan in one sentence',
    sentence: (communities, buildings, households, area, date) =>
      `${count(communities, 'community', 'communities')}, ${count(buildings, 'building', 'buildings')}, ${count(households, 'household', 'households')} and ${area}\u00a0㎡, renewed by ${date.replace(' ', '\u00a0')}.`,
    preparation: 'Preparation', start: 'Start', finish: 'Finish', acceptance: 'Acceptance', handover: 'Hand-over',
    several: (n) => count(n, 'step', 'steps'), reachedBy: (n, total) => `done by ${n} of ${count(total, 'community', 'communities')}`,
    next: 'Next', assumed: 'assumed by custom',
    join: (words) => words.join(', '),
  },
  curve: { title: 'Plan and actual', planned: 'Plan', actual: 'Actual', label: (name, actual, planned) => `${name}: actual ${actual}, plan ${planned}` },
  replay: { title: 'Replay', share: (percent) => `Overall ${percent}` },
  news: {
    title: 'News', finished: (n) => `${count(n, 'community', 'communities')} newly finished`, accepted: (n) => `${count(n, 'community', 'communities')} accepted`,
    started: (n) => `${count(n, 'community', 'communities')} newly started`,
    since: (from, to) => `${from} to ${to}`, more: (n) => `and ${n} more`,
  },
  scene: {
    overview: 'Overview', finished: 'Newly finished', behind: 'Against the plan', replay: 'Replay', sites: 'New facilities', plan: 'The plan', news: 'News',
    overviewTitle: (n) => `${count(n, 'community', 'communities')} in the town`,
    overviewLine: (districts, buildings, finished) => `${count(districts, 'district', 'districts')}, ${count(buildings, 'building', 'buildings')}; ${count(finished, 'community', 'communities')} finished`,
    worksOn: (communities, buildings) => `${count(communities, 'community', 'communities')}, ${count(buildings, 'building', 'buildings')}`,
    worksWith: (communities, buildings, finished) => `${count(communities, 'community', 'communities')}, ${count(buildings, 'building', 'buildings')}; ${count(finished, 'community', 'communities')} finished`,
    showcaseLine: (district, neighbourhood) => `Showcase community · ${district}, ${neighbourhood}`,
    communityLine: (district, neighbourhood) => `${district}, ${neighbourhood}`,
    finishedLine: (communities, buildings) => `${count(communities, 'community', 'communities')} and ${count(buildings, 'building', 'buildings')} finished so far`,
    behindLine: (normal, warning, late) => `${normal} on plan, ${warning} with a warning, ${late} late`,
    replayLine: (from, to) => `${from} to ${to}`,
    sitesLine: (n) => `${count(n, 'proposed site', 'proposed sites')}, for the old and the small first`,
    planLine: (districts, classes) => `${count(districts, 'district', 'districts')}: ${classes}`,
    newsLine: (from, to) => `Data date moved from ${from} to ${to}`,
  },
  caption: {
    next: (name) => `Next: ${name}`, at: (time) => `at ${time}`, dots: (n, total) => `Scene ${n} of ${total}`,
    paused: 'Paused', pausedUntil: (seconds) => `Paused, goes on in ${seconds} s`, pinned: 'This scene is pinned', waiting: 'Preparing the next scene',
  },
  stale: {
    failing: (time) => `Refresh failed, not updated since ${time}`,
    failingNever: 'Refresh failed, never updated on this machine',
    old: 'Old data',
    oldDetail: (time, age) => `Not updated since ${time}, for ${age}. What you see are the last data received.`,
    minutes: (n) => count(n, 'minute', 'minutes'), hours: (n) => count(n, 'hour', 'hours'), days: (n) => count(n, 'day', 'days'),
    dataOld: (date) => `Data as of ${date}: not updated for long`,
    kept: 'Data kept on this machine',
    builtInTour: 'Tour settings cannot be used, built-in order',
    mapRecovering: 'The map is recovering, the numbers are not affected',
    mapFlat: 'No 3D map here: a flat one instead, the numbers are the same',
  },
  legend: {
    progress: 'Colour: progress', stage: 'Colour: stage', class: 'Colour: main class', lamp: 'Colour: progress', change: 'Colour: change',
    none: 'Not begun', all: 'Finished',
  },
}
