import { shareText, type ImportFindingMessages } from '@/i18n/finding-sentences'

/** What a file that cannot be read is. */
const KINDS: Record<string, string> = {
  rar: 'a RAR archive', '7z': 'a 7z archive', gzip: 'a gzip archive', tar: 'a tar archive', pdf: 'a PDF document', image: 'a picture', dwg: 'a CAD drawing (DWG)', dxf: 'a CAD drawing (DXF)', html: 'a web page',
  word: 'a Word document', powerpoint: 'a PowerPoint presentation', xlsb: 'a binary Excel workbook (.xlsb)', ods: 'an OpenDocument spreadsheet (.ods)', sqlite: 'a database (such as GeoPackage)', topojson: 'TopoJSON', 'esri-json': 'JSON of ArcGIS services (Esri JSON)', json: 'JSON without map data',
  'xml-table': 'an old Excel table in XML', xml: 'an XML file of an unknown kind', 'zip-other': 'an archive without data that can be read', 'shapefile-part': 'a part of a shapefile that says nothing alone', binary: 'a binary file of an unknown kind', program: 'a program',
}
const KIND_FIX: Record<string, string> = {
  rar: 'Unpack it and bring in the files inside, or pack them as ZIP.', '7z': 'Unpack it and bring in the files inside, or pack them as ZIP.',
  gzip: 'Unpack it and bring in the files inside, or pack them as ZIP.', tar: 'Unpack it and bring in the files inside, or pack them as ZIP.',
  dwg: 'Ask the surveyors for a shapefile, GeoJSON or KML.', dxf: 'Ask the surveyors for a shapefile, GeoJSON or KML.',
  html: 'If it is a table that a system gave, open it in a spreadsheet program and save it as .xlsx.', 'xml-table': 'Open it in a spreadsheet program and save it as .xlsx.',
  xlsb: 'Save it as .xlsx in a spreadsheet program.', ods: 'Save it as .xlsx in a spreadsheet program.',
  topojson: 'Convert it to GeoJSON in a GIS program such as QGIS.', 'esri-json': 'Save it as GeoJSON or a shapefile in ArcGIS or QGIS.',
  'shapefile-part': 'Bring in the .shp, .dbf and .prj of the same name together.',
}
const PARTS: Record<string, string> = {
  dbf: 'There is no .dbf of the same name, so the shapes have no attributes.', shp: 'There is no .shp of the same name, so it is read as a table only.',
}
const PART_FIX: Record<string, string> = {
  dbf: 'Bring in the .dbf of the same name as well, unless there are no attributes.', shp: 'If shapes are wanted, bring in the .shp of the same name as well.',
}
const LIMIT_NAMES: Record<string, string> = { entries: 'The number of files', bytes: 'The unpacked size in MB', ratio: 'The ratio of unpacked to packed size' }
const ARCHIVE: Record<string, string> = {
  directory: 'its list of files is not there, perhaps it was not copied to the end', truncated: 'it is incomplete', checksum: 'the content does not match its checksum',
  size: 'the unpacked size is not what the list of files says', method: 'its compression method is not supported', twice: 'one file name appears twice',
  header: 'the list of files and a header contradict each other', stream: 'the compressed data are damaged',
}
const GEOJSON: Record<string, string> = {
  root: 'the outermost value must be an object (it begins with {)', type: 'the type is none of GeoJSON (capitals matter)', 'type-missing': 'the type is missing',
  'features-missing': 'the collection has no list of features', 'features-not-list': 'features must be a list', 'feature-not-object': 'a feature must be an object',
  'feature-type': 'the type of a feature must be Feature', 'geometry-missing': 'the feature has no geometry member', 'geometry-type': 'the geometry is of an unknown type',
  'properties-missing': 'the feature has no properties member', 'properties-not-object': 'properties must be an object', id: 'the id of a feature must be text or a number',
  bbox: 'bbox must be 4 or 6 numbers', 'foreign-member': 'a member stands where it must not', 'coordinates-missing': 'the geometry has no coordinates',
  'position-not-list': 'a position must be a list like [longitude, latitude]', 'position-short': 'a position needs at least two numbers',
  'position-not-number': 'a position holds something that is no number', 'too-nested': 'the coordinates have a bracket too many', 'not-nested': 'the coordinates have a bracket too few',
  'line-short': 'a line needs at least 2 positions', 'geometries-missing': 'the geometry collection has no list of geometries',
  'collection-member': 'the geometry collection holds something that is no geometry', 'collection-nested': 'a geometry collection stands inside another',
  'collection-single': 'the geometry collection holds a single geometry', winding: 'the boundary runs the wrong way (counter-clockwise outside, clockwise for holes)',
  'position-long': 'positions have more than three numbers, the rest is not used',
}
/** Said of files that are used all the same. */
const REMARKS = ['winding', 'position-long']
const OF_FILE = 'Export it as GeoJSON again from a GIS program.'
const GEOJSON_FIX: Record<string, string> = {
  root: OF_FILE, type: OF_FILE, 'type-missing': OF_FILE, 'features-missing': OF_FILE, 'features-not-list': OF_FILE,
  winding: 'Nothing needs to be done, it is turned round when the file is brought in.', 'position-long': 'Usually nothing needs to be done.',
  'collection-single': 'Convert it to a single geometry in a GIS program and export it again.', 'collection-nested': 'Take the collection apart in a GIS program and export it again.',
}
const SHAPEFILE: Record<string, string> = {
  short: 'the file is too short for its header', magic: 'the header is not that of a shapefile', length: 'the length of the file is not what its header says', record: 'a record has a wrong length',
  type: 'a shape is of an unknown type', mixed: 'a shape is of another type than the header says', parts: 'the parts of a shape are wrong', number: 'a coordinate is no number',
  count: 'there are not as many attributes as shapes', multipatch: 'a shape is a solid (MultiPatch)',
}
const DBF: Record<string, string> = {
  short: 'the file is too short for its header', magic: 'the header is not that of a dBASE table', length: 'the length of the file is not what its header says', fields: 'the list of fields is wrong',
  type: 'a field is of a type that is not supported', number: 'a number cannot be read', date: 'a date cannot be read',
}
const XML: Record<string, string> = {
  unclosed: 'it ends too early', mismatch: 'tags do not match', entity: 'a wrong use of “&” (one that stands alone is written &amp;)', character: 'a character that is not allowed', root: 'there is nothing in it',
  depth: 'more than 64 elements inside each other', syntax: 'a mistake in the syntax',
}
const XLSX: Record<string, string> = {
  workbook: 'the list of its sheets is not there', sheet: 'a sheet is not there', strings: 'texts that a sheet refers to are not there', reference: 'a cell has a wrong place',
  xml: 'a part of it is no correct XML',
}
const expectedFound = (expected: string, found: string) => (expected === '' ? '' : `: ${expected} expected, ${found} found`)
const at = (entry: string) => (entry === '' ? '' : `“${entry}”: `)
const inFile = (record: string) => (record === '' ? '' : ` (number ${record})`)
const detail = (found: string) => (found === '' ? '' : `: ${found}`)
const places = (count: string) => (Number(count) > 1 ? `, in ${count} places` : '')
const times = (count: string) => (Number(count) > 1 ? ` (${count} times)` : '')
const REPAIRS: Record<string, string> = {
  'ring-closed': 'the boundary was closed', winding: 'the boundary was turned round', 'self-intersection': 'crossings were cut apart', sliver: 'slivers were left out',
  'duplicate-vertices': 'repeated vertices were left out', overlap: 'the overlap was cut off along the neighbour', outside: 'what lies outside was cut off along the boundary of the community',
}
const SHAPES: Record<string, string> = { 'no-area': 'its points lie on one line and enclose nothing', 'crosses-itself': 'its boundary crosses itself, and has too many points or overlaps too often to be taken apart' }
const listed = (kinds: string, names: Record<string, string>, sign: string) => kinds.split(', ').map((kind) => names[kind] ?? kind).join(sign)
/** Repairs that are done without a question. */
const isHarmless = (kinds: string) => kinds.split(', ').every((kind) => ['ring-closed', 'winding', 'duplicate-vertices'].includes(kind))

/** What a table cannot do without, and how to give it. */
const NEEDED: Record<string, string> = {
  name: 'A column of names', community: 'A column of communities', building: 'A column of buildings', reportedOn: 'The day of the report', report: 'What is reported (columns of items, days of milestones, or a share done)',
  subject: 'A column of items or milestones', itemCode: 'A column of items', plannedStart: 'A column of planned starts', plannedFinish: 'A column of planned finishes', type: 'A column of facility types', kind: 'A column of kinds',
  households: 'A column of households', place: 'A place (shapes, or columns of longitude and latitude)',
}
const NEEDED_FIX: Record<string, string> = {
  reportedOn: 'Give the day of this report, add a column for it, or write it into the title of the table.',
}
const LEFT_OVER: Record<string, readonly [string, string]> = {
  progress: ['tells of progress, and this table is read as one about places', 'If it is needed, say that the table is a ledger and bring it in once more.'],
  basics: ['tells of places, and this table is read as one about progress', 'If it is needed, say that the table is about communities or buildings and bring it in once more.'],
  planned: ['is planned or of a part of the time, not what is done so far', 'Put what is done so far into a column of its own; planned dates come in as a baseline.'],
  whole: ['is the progress of a whole community, and this table has a column for each item', 'Nothing to do: progress of a community is computed from its items.'],
}
const NUMBER_PROBLEMS: Record<string, string> = {
  several: 'is not one number', 'not-whole': 'is no whole number', unit: 'has the wrong unit', state: 'does not say how much is done', range: 'is outside of 0 to 100%', approximate: 'is not exact', tick: 'may mean that it is done or that it is planned',
}
const NUMBER_FIX: Record<string, string> = {
  unit: 'Use the unit of this column.', state: 'Write the share that is done, as in 35%.', tick: 'Write the share that is done: 100% or 0.', range: 'A share done is cumulative and lies between 0 and 100%; check the unit.',
}
const DAY_OTHER: Record<string, string> = { period: 'names no single day', state: 'is a state and no day' }
const DAY_PARTS: Record<string, string> = {
  date: ': the day is missing', month: ': month and day are missing', year: ': the year is missing', century: ': the year has two digits only', order: ': day and month cannot be told apart',
}
const NAMED: Record<string, string> = { community: 'community', building: 'building', district: 'district', item: 'item', milestone: 'milestone', subject: 'item or milestone' }
const NEW_OF: Record<string, string> = { communities: 'communities', buildings: 'buildings of this community', 'spare-spaces': 'spare spaces', facilities: 'facilities', residences: 'residences', gates: 'gates', hazards: 'hazards' }
const POINTS: readonly string[] = ['facilities', 'residences', 'gates', 'hazards']
const RECORD_FIELDS: Record<string, string> = {
  districtId: 'district', communityId: 'community', buildingCount: 'number of buildings', floorAreaM2: 'floor area', heightM: 'height', kind: 'type', landUseCode: 'land use', geometry: 'shape',
}
const LOOKS_LIKE: Record<string, string> = {
  corners: 'It looks like corners of boundaries: points are not joined here; ask the surveyors for a Shapefile, GeoJSON or KML.',
  places: 'It has names and places: say whether they are facilities, hazards or gates, or add a column with the type of facility.',
}
const MAPPING: Record<string, string> = {
  json: 'it is no complete JSON', format: 'it is none', version: 'its version is not known', target: 'an unknown kind of data', columns: 'the list of columns is wrong', unit: 'an unknown unit', field: 'an unknown field',
  constants: 'a fixed value is wrong', size: 'there is too much in it',
}

/** Sentences about files that are brought in. */
export const IMPORT_EN: ImportFindingMessages = {
  'file-empty': () => ({ what: 'The file is empty.', fix: 'Export or copy the file again.' }),
  'file-too-large': ({ param }) => ({
    what: `The file has ${param('found')} MB, more than the limit of ${param('limit')} MB; it was not read.`, fix: 'Divide it into several files, by district or layer.',
  }),
  'format-unknown': ({ param }) => ({
    what: `This is ${KINDS[param('kind')] ?? KINDS['binary']!}; it cannot be brought in.`, fix: KIND_FIX[param('kind')] ?? 'Use GeoJSON, Shapefile, KML/KMZ, GPX, CSV or XLSX.',
  }),
  'format-old-xls': () => ({ what: 'This is an old Excel workbook (.xls); it cannot be read.', fix: 'Open it in a spreadsheet program and save it as .xlsx.' }),
  'file-encrypted': ({ param }) => ({ what: `${at(param('entry'))}The file is protected by a password and cannot be read.`, fix: 'Save it without the password and bring it in again.' }),
  'no-data': () => ({ what: 'There are no data in the file.', fix: 'See whether a layer or sheet was chosen when it was exported.' }),
  'reader-failed': ({ param }) => ({
    what: `Reading failed and the file was not used (${param('message')}).`, fix: 'Export it again from the program it came from; if that does not help, give the file to support.',
  }),
  'archive-broken': ({ param }) => ({
    what: `${at(param('entry'))}The archive is damaged: ${ARCHIVE[param('problem')] ?? param('problem')}.`, fix: 'Pack or download it again.',
  }),
  'archive-limit': ({ param }) => ({
    what: `${at(param('entry'))}${LIMIT_NAMES[param('limit')] ?? param('limit')} is ${param('value')}, more than the limit of ${param('max')}; nothing was unpacked.`,
    fix: 'Pack only the data files that are needed, or make several archives.',
  }),
  'archive-path': ({ param }) => ({
    what: `The name “${param('found')}” in the archive is not safe; nothing was unpacked.`, fix: 'Pack the files again without absolute paths, “..” or links.',
  }),
  'archive-nested': ({ param }) => ({
    what: `There is another archive “${param('found')}” in the archive; nothing was unpacked.`, fix: 'Unpack the outer archive and bring in the inner one.',
  }),
  'archive-entry-left': ({ param }) => ({
    what: `Files in the archive that are no data and were not read: ${param('found')}${Number(param('more')) > 0 ? ` and ${param('more')} more` : ''}.`,
    fix: 'Nothing else is affected; if one does hold data, bring it in by itself.',
  }),
  'link-not-followed': ({ param }) => ({ what: `The file links to other files (${param('found')})${places(param('places'))}; what stands there was not read.`, fix: 'If it is needed, open the link in Google Earth or the like, save it as KML or KMZ, and bring that in.' }),
  'xml-doctype': () => ({
    what: 'The file has a DOCTYPE, which is refused for safety.', fix: 'Export it again, or delete the part <!DOCTYPE …> in a text editor.',
  }),
  'xml-broken': ({ param }) => ({
    what: `The XML is incomplete or wrong${param('line') === '' ? '' : ` (line ${param('line')})`}${detail(XML[param('problem')] ?? param('problem'))}.`, fix: 'Export it again; see whether the file was copied to its end.',
  }),
  'xlsx-broken': ({ param }) => ({ what: `The workbook is damaged or incomplete${detail(XLSX[param('problem')] ?? param('problem'))}.`, fix: 'Open it in a spreadsheet program and save it as .xlsx.' }),
  'csv-broken': ({ param }) => ({
    what: `The table cannot be read from line ${param('row')} on (a quote is not closed).`, fix: 'Add the missing quote; quotes inside a cell are written twice.',
  }),
  'shapefile-part-missing': ({ param }) => ({
    what: PARTS[param('part')] ?? `The .${param('part')} file is missing.`, fix: PART_FIX[param('part')] ?? 'Bring in all files of the same name together.',
  }),
  'shapefile-broken': ({ param }) => ({
    what: `The shapefile ${param('problem') === 'multipatch' ? 'cannot be used' : 'is damaged'}: ${SHAPEFILE[param('problem')] ?? param('problem')}${inFile(param('record'))}${expectedFound(param('expected'), param('found'))}.`,
    fix: param('problem') === 'multipatch' ? 'Convert it to flat polygons in a GIS program and export it again.' : 'Ask for the whole file, or export it again from a GIS program.',
  }),
  'dbf-broken': ({ param, field }) => ({
    what: param('problem') === 'type' && field !== '' ? `“${field}” is a memo or of another type that is not supported; it was not read.` : `The attribute table (.dbf) is wrong: ${DBF[param('problem')] ?? param('problem')}${inFile(param('record'))}${expectedFound(param('expected'), param('found'))}${times(param('places'))}.`,
    fix: param('problem') === 'type' ? 'If it is needed, make it a text field in a GIS program and export the file again.' : 'Ask for the whole file, or export it again from a GIS program.',
  }),
  'row-too-many': ({ param }) => ({ what: `There are ${param('found')} rows, more than the limit of ${param('limit')}; nothing was read.`, fix: 'Divide it into several files.' }),
  'column-too-many': ({ param }) => ({ what: `There are ${param('found')} columns, more than the limit of ${param('limit')}; nothing was read.`, fix: 'Keep only the columns that are needed.' }),
  'vertex-too-many': ({ param }) => ({
    what: `The shapes have ${param('found')} vertices or more, above the limit of ${param('limit')}; nothing was read.`, fix: 'Simplify the shapes in a GIS program, or divide them into several files.',
  }),
  'encoding-doubtful': ({ param }) => ({
    what: ['', '0'].includes(param('places'))
      ? `The text was read as ${param('encoding')}, but that is not certain.` : `The text was read as ${param('encoding')}, but some signs could not be read${times(param('places'))}.`,
    fix: 'Choose the encoding in which the preview reads well; if none does, save the file as UTF-8.',
  }),
  'encoding-mismatch': ({ param }) => ({
    what: `The file states the encoding ${param('declared')}, which does not fit its content; it was read as ${param('encoding')}.`,
    fix: 'Check the preview, and choose another encoding if it reads wrong.',
  }),
  'crs-unknown': ({ param }) => ({
    what: param('name') === '' ? 'The file does not state its coordinate system.' : `The coordinate system that the file states is not known: "${param('name')}".`,
    fix: 'Choose the system the data come in; if in doubt ask who made them, do not guess.',
  }),
  'crs-needs-parameters': ({ param }) => ({
    what: `The coordinate system is ${param('name')}, of Beijing 1954 or Xian 1980; without seven local parameters it cannot be converted.`,
    fix: 'Ask the surveyors to convert the data to CGCS2000 (EPSG:4490 or 4549).',
  }),
  'crs-doubtful': ({ param }) => ({
    what: `In the stated system ${param('declared')} the data lie ${param('distanceM') === '' ? 'outside of the plan' : `${param('distanceM')} m from known communities`}; ${param('other')} fits better.`,
    fix: 'Look where the data fall and choose the right system; coordinates from Chinese web maps are mostly GCJ-02 or BD-09.',
  }),
  'crs-chosen-far': ({ param }) => ({
    what: `In ${param('crs')} the data lie ${param('distanceM') === '' ? 'outside of the plan' : `${param('distanceM')} m from the nearest known community`}.`,
    fix: 'Make sure the system is the right one; if the data do lie elsewhere, nothing needs to be done.',
  }),
  'bad-geojson': ({ param }) => ({
    what: `${REMARKS.includes(param('reason')) ? 'Please note that ' : 'The GeoJSON is wrong: '}${GEOJSON[param('reason')] ?? param('reason')}${param('found') === '' ? '' : ` (${param('found')})`}${places(param('places'))}.`,
    fix: GEOJSON_FIX[param('reason')] ?? 'Check this feature in a GIS program and export it again.',
  }),
  'duplicate-member': ({ param, field }) => ({
    what: `“${field}” is written twice in one object${param('line') === '' ? '' : ` (line ${param('line')})`}, so nobody knows which is meant.`, fix: 'Delete one of the two, or export the file again.',
  }),
  'nested-value': ({ param, field }) => ({
    what: `“${field}” holds more than a single value and was read as text${times(param('count'))}.`, fix: 'Usually this column is not needed; if it is, divide it into several columns.',
  }),
  'cell-error': ({ param, field }) => ({
    what: `Column ${field}, row ${param('rows')}: the cell holds the error “${param('found')}”${places(param('count'))}.`, fix: 'Mend the formula in a spreadsheet program, or write the value.',
  }),
  'formula-without-value': ({ param, field }) => ({
    what: `Column ${field}, row ${param('rows')}: the result of the formula is not stored${places(param('count'))}; it is read as empty.`,
    fix: 'Open the file in a spreadsheet program, let it calculate, and save it.',
  }),
  'sheet-hidden': ({ param }) => ({ what: `The sheet “${param('found')}” is hidden and was not read.`, fix: 'If it is wanted, show it in a spreadsheet program and bring the file in again.' }),
  'cell-too-many': ({ param }) => ({
    what: `There are more than ${param('limit')} cells, empty ones included; nothing was read.`, fix: 'Delete columns that are not needed, or divide it into several files.',
  }),
  'text-cut': ({ param }) => ({ what: `${param('count')} texts were longer than ${param('limit')} characters and were cut.`, fix: 'Texts of this length are usually not needed; keep them elsewhere.' }),
  'bad-coordinates': ({ param }) => ({
    what: `The coordinates are wrong${param('found') === '' ? '' : `: “${param('found')}”`}.`, fix: 'Export this feature again; coordinates are written longitude,latitude, and a line has at least 2 points.',
  }),
  'row-ragged': ({ param }) => ({
    what: `Line ${param('rows')} has more cells than the others${places(param('count'))}; values may stand in the wrong column.`, fix: 'See whether a cell holds a separator without quotes around it.',
  }),
  'nul-characters': ({ param }) => ({
    what: `The text held ${param('count')} NUL characters, which were dropped.`, fix: 'Export the file again; it may be incomplete or in another encoding.',
  }),
  'header-not-found': () => ({ what: 'No header was found, so the meaning of the columns is unknown; not used.', fix: 'Put a row with the names of the columns above the data, or say what each column means.' }),
  'target-unknown': ({ param }) => ({ what: `It is not clear what ${param('layer') === '' ? 'this' : `“${param('layer')}”`} is about; it was not used.`, fix: LOOKS_LIKE[param('looksLike')] ?? 'Say whether it is about communities, buildings, progress or something else if it is needed.' }),
  'column-unmapped': ({ field }) => ({ what: `The meaning of column “${field}” is not known; it was not used.`, fix: 'Say what it means if it is needed.' }),
  'column-left-over': ({ param }) => ({ what: `“${param('columns')}” ${LEFT_OVER[param('reason')]?.[0] ?? 'is something else'}; not used.`, fix: LEFT_OVER[param('reason')]?.[1] ?? 'Nothing to do if it is not needed.' }),
  'column-missing': ({ param, field }) => ({
    what: `${NEEDED[param('needed')] ?? `“${field}”`} is missing; this table cannot be used.`, fix: NEEDED_FIX[param('needed')] ?? 'Say which column it is, or add it to the table.',
  }),
  'unit-ambiguous': ({ field }) => ({ what: `The unit of “${field}” cannot be told.`, fix: 'Choose its unit, or write it into the header, as in “Floor area (m²)” or “Done (%)”.' }),
  'bad-number': ({ param, field }) => ({
    what: `“${field}” says “${param('found')}”, which ${NUMBER_PROBLEMS[param('problem')] ?? 'is no number'}; it was not used.`,
    fix: NUMBER_FIX[param('problem')] ?? 'Write one number; words belong into the note.',
  }),
  'day-incomplete': ({ param, field }) => ({
    what: `“${field}” says “${param('found')}”, which ${DAY_OTHER[param('missing')] ?? `is no complete date${DAY_PARTS[param('missing')] ?? ''}`}.`, fix: 'Write year-month-day, as in 2024-06-15.',
  }),
  'year-of-title': ({ param, field }) => ({ what: `“${field}” holds ${param('count')} dates without a year (such as “${param('found')}”); they were read with the year ${param('year')} of the title.`, fix: 'Check it; write year-month-day where the year changes.' }),
  'value-vague': ({ param, field }) => ({ what: `“${field}” says “${param('found')}”, which is not definite; it was taken as “${param('taken')}”.`, fix: `Make sure; possible are: ${param('allowed')}.` }),
  'filled-down': ({ param, field }) => ({
    what: `“${field}” was empty or said “ditto” in ${param('count')} rows (from row ${param('row')} on) and was filled from the row above.`, fix: 'Check it; merged cells look like this in CSV. XLSX keeps them.',
  }),
  'totals-left-out': ({ param }) => ({ what: `Row ${param('rows')} holds totals and was not used as data${Number(param('count')) > 1 ? ` (${param('count')} rows)` : ''}.`, fix: 'If it is no total, change the word that says so.' }),
  'sums-left-out': ({ param }) => ({ what: `Row ${param('row')} has no name and each of its numbers is the sum of the other rows; it was taken for totals and not used as data.`, fix: 'If it is no total, give it a name.' }),
  'table-below': ({ param }) => ({ what: `Another table with other columns begins in row ${param('row')}; it was not read.`, fix: 'Move it to a sheet or file of its own and bring that in.' }),
  'table-beside': ({ param }) => ({ what: `From column ${param('column')} on the same headers come again (tables side by side); these columns were not read.`, fix: 'Put the columns on the right below those on the left and bring the file in again.' }),
  'table-turned': ({ param }) => ({
    what: `The table lies on its side and was read with a record in each column; row ${param('number')} means column ${param('first')}, and so on${param('left') === '' ? '' : `; column ${param('left')} (totals, remarks) was not read`}.`,
    fix: 'Check it; if it is wrong, transpose the table in a spreadsheet program and bring it in again.',
  }),
  'record-incomplete': ({ param }) => ({
    what: `${param('name') === '' ? 'This record' : `“${param('name')}”`} is none of the known ${NEW_OF[param('kind')] ?? 'records'}${param('nearest') === '' ? '' : ` (“${param('nearest')}” comes near)`}; as a new one it lacks ${listed(param('fields'), POINTS.includes(param('kind')) ? { ...RECORD_FIELDS, geometry: 'position' } : RECORD_FIELDS, ', ')}.`,
    fix: `If it is known, say which one it is; if it is new, add what is missing${POINTS.includes(param('kind')) ? '; positions stand in columns of longitude and latitude' : param('fields').includes('geometry') ? `; shapes come as Shapefile, GeoJSON or KML${param('hadPoint') === '' ? '' : ' (the longitude and latitude of a table are only a point)'}` : ''}.`,
  }),
  'name-unknown': ({ param }) => ({ what: `There is no ${NAMED[param('kind')] ?? 'name'} “${param('name')}”${param('nearest') === '' ? '' : `; “${param('nearest')}” comes near`}.`, fix: 'Say which one it is, or that it is new; or correct the name and bring the file in again.' }),
  'name-similar': ({ param }) => ({ what: `“${param('name')}” is like the known ${NAMED[param('kind')] ?? 'name'} “${param('suggestion')}”, but not the same.`, fix: 'Say whether it is the same.' }),
  'row-twice': ({ param }) => ({ what: `It speaks of the same thing as row ${param('row')}${param('name') === '' ? '' : ` (${param('name')})`}.`, fix: 'Delete one of the rows; if they differ, keep the right one.' }),
  'bad-mapping': ({ param, field }) => ({
    what: `The file of column meanings is wrong${field === '' ? '' : ` (${field})`}${detail(MAPPING[param('problem')] ?? param('problem'))}.`, fix: 'Save it again from this program; do not edit it by hand.',
  }),
  'shape-repaired': ({ param }) => ({
    what: `The shape was repaired: ${listed(param('kinds'), REPAIRS, ', ')}${param('areaChangeM2') === '' ? '' : `; its area changed by ${param('areaChangeM2')} m²`}${param('shiftM') === '' ? '' : `, its boundary moved by ${param('shiftM')} m at most`}.`,
    fix: isHarmless(param('kinds')) ? 'Done already; nothing a person could see has changed.' : 'Compare the shape before and after and say whether to take it; if not, the row is left out.',
  }),
  'shape-not-repairable': ({ param }) => ({ what: `The shape cannot be repaired: ${SHAPES[param('reason')] ?? param('reason')} (near ${param('lon')}, ${param('lat')}).`, fix: 'Draw this shape anew in a GIS program and bring it in again.' }),
  'value-derived': ({ param, field }) => ({ what: `The file does not tell “${field}”; ${param('value')} was derived from “${param('from')}” ${param('found')}.`, fix: 'If the real value is known, add a column and bring the file in again.' }),
  'sources-differ': ({ param, field }) => ({ what: `Two sources differ in “${field}”: ${param('found')} here, ${param('other')} in ${param('otherSource')} (row ${param('row')}); ${param('found')} is taken.`, fix: 'Find out which is right, and correct the other file.' }),
  'correction-needed': ({ param }) => ({ what: `${shareText(param('found'))} done in all is less than the ${shareText(param('before'))} reported on ${param('on')}.`, fix: 'If the earlier report said too much, say that this row is a correction; otherwise correct this row.' }),
  'share-above-later': ({ param }) => ({ what: `${shareText(param('found'))} done in all is more than the ${shareText(param('after'))} reported later, on ${param('on')}; this row is not used.`, fix: 'Shares are cumulative: correct this row, or first the later report.' }),
  'report-early': ({ param }) => ({ what: `The report of ${param('found')} is from before the programme began (${param('start')}); this row is not used.`, fix: 'Check the date, the year above all.' }),
  'removal-in-doubt': ({ param }) => param('isRemoved') === 'yes'
    ? { what: `${param('count')} present records are in no usable row and will be removed: ${param('found')}. A row that is not used may mean them.`, fix: 'Keep them if in doubt, or correct the rows with errors and bring the file in again.' }
    : { what: `${param('count')} present records are in no usable row and are kept for now: ${param('found')}. A row that is not used may mean them.`, fix: 'Remove them if they are known to be gone (--accept-removals from the terminal), or correct the rows with errors and bring the file in again.' },
  'site-withdrawn': ({ param }) => ({ what: `The proposed site “${param('name')}” stands on a space (${param('found')}) that is no longer published: the site is taken down with it.`, fix: 'Run geodata propose for new sites; if it should stay, leave the space published.' }),
  'dbf-text-cut': ({ param, field }) => ({
    what: `The text of "${field}" has ${param('bytes')} bytes and a field of a Shapefile at most ${param('limit')}; the rest was left out.`,
    fix: 'Export GeoJSON or XLSX to have all of it.',
  }),
}
