import type { DataText } from '@/i18n/data-zh'

const plural = (n: string, one: string, many = `${one}s`): string => `${n} ${n === '1' ? one : many}`

/** Text of the clerks' view, in English: bringing files in. */
export const dataEn: DataText = {
  mapLabel: 'Map for checking data',
  asides: { files: 'Files brought in', check: 'Checks', height: 'Change the height of the panel' },
  tabs: { files: 'Files', check: 'Checks', changes: 'Accept', work: 'More' },
  skipToFindings: 'Skip to the findings',
  previewLayer: 'Imported shapes',
  keys: [
    ['/ or Ctrl+K', 'search'], ['Ctrl+Z', 'undo'], ['Ctrl+Shift+Z', 'redo'], ['Esc', 'back to the list, close a panel'], ['+ −, arrow keys', 'zoom and move the map (reach it with Tab)'],
  ],
  unit: {
    m: (n) => `${n} m`, km: (n) => `${n} km`, m2: (n) => `${n} m²`, rows: (n) => plural(n, 'row'), features: (n) => plural(n, 'shape'), percent: (n) => `${n}%`,
    bytes: (n) => plural(n, 'byte'), kilobytes: (n) => `${n} KB`, megabytes: (n) => `${n} MB`,
  },
  drop: {
    title: 'Import', local: 'Stays on this computer', area: 'Drop files here', formats: 'XLSX · CSV · SHP (zip)\nGeoJSON · KML · GPX',
    choose: 'Choose files', release: 'Let go to read them', hint: 'Drop files anywhere in the window', again: 'Add more', clear: 'Remove all',
  },
  empty: {
    title: 'What can be dropped',
    lines: [
      'Ledger: progress, milestones, stops, one XLSX or CSV a week',
      'Shapes: communities, buildings, spare space as SHP (with dbf, prj, cpg, or zipped), GeoJSON, KML, KMZ',
      'Tables: communities, buildings, baseline, with Chinese headers; headers of two rows and rows of totals are recognised',
      'Several files may come together; their names are matched',
    ],
    templates: 'Examples made from the current data', template: (name) => name, templateHint: 'Fill one in and drop it back: its columns are known', safe: 'Nothing is changed before you accept', takeUp: 'Go on with this import',
  },
  busy: {
    reading: (file) => `Reading ${file}`, readingAll: 'Reading files', judging: 'Checking', saving: 'Saving', cancel: 'Cancel', label: 'Progress of reading',
  },
  problem: {
    broken: (file) => `The program stopped while reading ${file}; it was not used. Other files are not affected: remove it or try another one.`,
    cancelled: 'Cancelled. Nothing was changed.',
    'too-slow': (file) => `${file} took too long and was not used. Split it into smaller files and try again.`,
    unnamed: 'a file', 'not-saved': 'Not saved. The current data are as they were: try again.', 'no-folder': 'There is no data folder to check against: open the data first.',
    'folder-limit': (folder) => `The folder ${folder} has more than 64 files, 256 MB or 8 levels and was not read. Drop only the files that are needed.`,
    'folder-empty': (folder) => `There are no files in the folder ${folder}.`, 'folder-unreadable': (folder) => `The folder ${folder} cannot be read. Open it and drop the files in it.`,
    renewed: 'The data on the server were replaced after the check: nothing was taken. It was checked anew against the new data: please look and accept again.', held: 'Another import was put aside and was not written over. Accept or remove these files first, then go on with it.',
  },
  verdict: { accepted: 'Usable', repaired: 'Please confirm', rejected: 'Has errors', waiting: 'Not handled' },
  rowVerdict: { accepted: 'used', repaired: 'repaired', open: 'to be confirmed', rejected: 'not used' },
  file: {
    details: 'Details', remove: (name) => `Remove ${name}`, unknownFormat: 'Not recognised', size: 'Size', headerRows: (n) => plural(n, 'header row'), totalsRows: (n) => `${plural(n, 'row')} of totals left out`,
    rejected: (n) => `${n} not used`, open: (n) => `${n} to be confirmed`, repaired: (n) => `${n} repaired`, accepted: (n) => `${n} usable`, layers: (n) => plural(n, 'layer'),
    notWanted: 'Not imported', shapefile: 'SHP',
  },
  geometry: { Point: 'points', MultiPoint: 'multipoints', LineString: 'lines', MultiLineString: 'multilines', Polygon: 'polygons', MultiPolygon: 'multipolygons', GeometryCollection: 'mixed' },
  encoding: {
    title: 'Text encoding', preview: 'How it reads', use: (name) => `Read as ${name}`,
    by: { mark: 'marked in the file', declared: 'stated by the file', detected: 'detected', standard: 'set by the format', chosen: 'chosen' },
  },
  crs: {
    title: 'Coordinate system', columns: { candidate: 'Candidate', distance: 'Off communities', inside: 'Inside' }, show: (name) => `Show ${name} on the map`,
    take: (name) => `Use ${name}`, convert: (name) => `Convert from ${name}`, taken: (name) => `Using ${name}`, ask: 'The file does not say its coordinate system. Choose one: a wrong one moves everything by hundreds of metres.', suspected: (name, metres) => `Looks like ${name}; as stated it is ${metres} off`,
    by: { prj: 'from its prj', member: 'from its crs member', standard: 'set by the format', chosen: 'chosen', unknown: 'not stated' }, swapped: 'axes swapped', outOfBounds: 'outside of the plan', none: 'No system fits. Ask the surveyors for the prj file.', no: 'No communities to compare with',
    zone: (name, zone) => `${name} zone ${zone}`, meridian: (name, degrees) => `${name} ${degrees}°E`, change: 'Choose another system',
  },
  mapping: {
    title: 'What the columns mean', open: (n) => `What the columns mean (${n})`, openQuestions: (n) => `${plural(n, 'column')} to be confirmed`, target: 'This table holds', ignore: 'Do not import this table', mode: 'How', update: 'Update', updateHint: 'What the file does not name stays', replace: 'Replace', replaceHint: 'What the file does not name goes',
    columns: { column: 'Column', samples: 'Content', meaning: 'Meaning', unit: 'Unit' }, unused: 'not used', ask: 'Please confirm the unit', choose: 'choose', names: 'Names and place', fields: 'Content', ofPlan: 'Items and milestones', everyRow: 'The same for every row:', remember: 'Remember tables like this', remembered: 'Remembered for next time', keep: 'Keep as file', load: 'Read from file', close: 'Done', caption: (name) => `Meaning of the columns of ${name}`, missing: (names) => `Still missing: ${names}`,
    unit: { m2: 'm²', '10k-m2': '10,000 m²', mu: 'mu', hectare: 'ha', share: 'share (0–1)', percent: 'percent (0–100)', count: 'count', m: 'm', none: 'none' },
  },
  target: {
    communities: 'Communities', buildings: 'Buildings', baseline: 'Baseline', ledger: 'Ledger', 'spare-spaces': 'Spare space', facilities: 'Facilities', residences: 'Residents around', gates: 'Gates', hazards: 'Hazards',
  },
  field: {
    community: 'Community name', building: 'Building name', district: 'District name', longitude: 'Longitude', latitude: 'Latitude', id: 'Id', name: 'Name', geometry: 'Shape', districtId: 'District', neighbourhood: 'Neighbourhood', showcase: 'Showcase', builtYear: 'Year built', buildingCount: 'Buildings', households: 'Households', floorAreaM2: 'Floor area',
    propertyService: 'Property service', provenance: 'Provenance', communityId: 'Community', floors: 'Floors', stairwells: 'Stairwells', heightM: 'Height', itemCode: 'Item', plannedStart: 'Planned start', plannedFinish: 'Planned finish', weight: 'Weight', reportedOn: 'Reported on', buildingId: 'Building', kind: 'Kind', subject: 'Item or milestone',
    doneShare: 'Share done', date: 'Date', note: 'Remark', registeredAreaM2: 'Registered area', storey: 'Storey', tenure: 'Tenure', holder: 'Right holder', landUseCode: 'Land use code', plannedUseCode: 'Planned use code', availableYears: 'Years available', surveyState: 'Survey state', published: 'Published', type: 'Type', capacity: 'Capacity',
    stop: 'Stopped on', resume: 'Resumed on', personsPerHousehold: 'Persons per household', share60Plus: 'Share aged 60 and over', shareUnder3: 'Share under 3',
  },
  names: {
    title: 'Names', question: (name, known) => `“${name}” and “${known}” may be the same place`, likeness: (percent) => `likeness ${percent}`, rows: (n) => plural(n, 'row'), same: 'The same', other: 'Another one…', fresh: 'New', none: (name) => `“${name}” matches no known name`, taken: (name) => `is ${name}`, isNew: 'as a new one', leave: 'None of them', isLeft: 'matches nothing: these rows are not used', change: 'Change', all: 'All names are matched', choose: (name) => `“${name}” is`, kinds: { community: 'Community', building: 'Building', district: 'District' }, matched: (n) => `${plural(n, 'name')} matched`, show: 'Show the matched ones', hide: 'Less',
  },
  comparison: {
    title: 'Against the totals of the plan', columns: { total: 'Total', planned: 'Plan', found: 'File', difference: 'Diff.' }, communities: 'Communities', buildings: 'Buildings', households: 'Households', floorAreaM2: 'Area, 10,000 m²', same: 'same', rounding: 'rounding', unknown: 'unknown',
    explainedBy: (n) => `The difference comes from ${plural(n, 'place')}`, all: (names) => `All of the difference comes from: ${names}`, agree: 'All four totals agree with the plan', more: (n) => `${n} more`, current: 'Current data',
    kind: { 'not-on-map': 'in the ledger, not on the map', 'not-in-plan': 'on the map, not in the plan', twice: 'twice', 'attribute-conflict': 'sources disagree', 'not-usable': 'row has an error, not used', unexplained: 'no cause found' },
    conflict: (field, one, oneSource, other, otherSource) => `${field}: ${one} in ${oneSource}, ${other} in ${otherSource}`, area: 'area',
  },
  legend: {
    title: 'Legend', progress: 'Progress', used: 'used', open: 'to be confirmed', rejected: 'not used', before: 'before', after: 'after', candidate: 'possible system', chosen: 'looked at', drawn: 'boundary being changed', undrawn: (n) => `${plural(n, 'more shape')} not drawn; choose one in the list to see it`,
  },
  print: {
    title: 'Check of the data', files: 'Files', verdict: 'Verdict', facts: 'Facts', explanations: 'The difference comes from', open: (n) => `${plural(n, 'question')} to answer`, none: 'No files are being imported', more: (n) => `${n} more: download the list as CSV or XLSX`,
  },
  check: { findings: 'Findings', names: 'Names', changes: 'Changes', label: 'What is checked' },
  findings: {
    title: 'Findings', counts: (errors, warnings) => `${plural(errors, 'error')} · ${plural(warnings, 'warning')}`, error: 'Errors', warning: 'Warnings', all: 'All', download: 'Download', csv: 'CSV', xlsx: 'XLSX', none: 'Nothing wrong was found', noneOfKind: 'None of this kind', filter: 'Filter',
    locate: 'Locate', look: 'Look', compare: 'Compare', confirm: 'Confirm', more: (n) => `Show ${n} more`, row: (file, n) => `${file} row ${n}`, feature: (file, n) => `${file} shape ${n}`, meaning: 'Error: the row is not used. Warning: it is used, please look.', downloadFailed: 'The file could not be written, try again', list: 'findings', errorWord: 'error', warningWord: 'warning',
    header: { file: 'File', row: 'Place', label: 'Name', field: 'Field', severity: 'Severity', verdict: 'Verdict', what: 'What is wrong', fix: 'How to fix it' },
  },
  row: {
    title: 'This row', back: 'Back to the list', before: 'before', after: 'after', area: (change) => `area changes by ${change} m²`, areaUnknown: 'change of area not known', shift: (metres) => `boundary moves by ${metres} m at most`, accept: 'Use the repair', refuse: 'Leave it out', taken: 'Repair is used', refused: 'Row is left out', drawing: 'Shape before and after the repair: red dashes before, green after', correct: 'Use as a correction', keep: 'Keep what was there', fields: 'Different from the current data', column: 'Field', from: 'Was', to: 'Is', none: 'No difference', zoom: 'Locate',
    repair: { 'ring-closed': 'ring closed', winding: 'direction put right', 'self-intersection': 'self-intersection taken apart', sliver: 'sliver removed', 'duplicate-vertices': 'double corners removed', overlap: 'overlap removed', outside: 'part outside cut off' },
    correctionHint: 'The share done is less than was reported before. It is used only if you say that it is a correction.',
  },
  changes: {
    inDoubt: (dataset, n, names) => `${dataset}: ${n} present records are in no usable row (${names}), and a row that is not used may mean them`, keepThem: 'Keep', removeThem: 'Remove',
    title: 'Changes', added: 'New', changed: 'Changed', gone: 'Gone', contradicting: 'Contradicting', same: (n) => `${n} unchanged`, none: 'Nothing differs from the current data', count: (n) => n, fromTo: (field, from, to) => `${field} ${from} → ${to}`, shape: 'shape changed', yes: 'yes', no: 'no', waiting: (n) => `${n} to be confirmed: compared once answered`, more: (n) => `${n} more`, empty: 'empty',
  },
  effect: {
    title: 'After accepting', overall: 'overall progress', finishedBuildings: (from, to) => `finished buildings ${from} → ${to}`, finishedCommunities: (from, to) => `finished communities ${from} → ${to}`, late: (from, to) => `late communities ${from} → ${to}`, dataDate: (from, to) => `data as of ${from} → ${to}`, unknown: 'The figures follow once it is accepted',
    accept: (n) => `Accept ${plural(n, 'record')}`, hold: 'Hold', held: 'Held', open: (n) => `${plural(n, 'question')} to answer`, openHint: 'Answer what is marked “to be confirmed” first', nothing: 'Nothing can be used', accepted: 'Accepted: the current data are updated', next: 'Next question', heldHint: 'It is still here when you open this page again', undo: 'Undo this import',
  },
}
