import type { FindingMessages } from '@/i18n/finding-sentences'
import { IMPORT_EN } from '@/i18n/import-finding-messages-en'

/** What a value should be. */
const EXPECTED: Record<string, string> = {
  text: 'text (in quotes)', number: 'a number (without quotes)', integer: 'a whole number', share: 'a number from 0 to 1', flag: 'true or false',
  day: 'a date like 2024-06-15', texts: 'a list of texts', list: 'a list', object: 'an object { … }', bounds: 'four degrees [west, south, east, north]',
  empty: 'empty', sha256: '64 lower-case hexadecimal digits', 'relative-path': 'a path inside this folder', 'plain-text': 'text without angle brackets',
  unique: 'different from every other file', 'not-worst': 'a number other than that of worst',
  'time-of-day': 'a time of the day like 22:00', 'other-time': 'another time than the one it begins with',
  'photo-path': 'the path of a .jpg, .png or .webp file inside this folder', 'scene-id': 'letters, digits and hyphens, and not “news”',
}
const REFERENCES: Record<string, string> = {
  districts: 'district', communities: 'community', buildings: 'building', items: 'renovation item', milestones: 'milestone', 'spare-spaces': 'spare space', files: 'file',
}
const UNITS: Record<string, string> = {
  m: ' m', m2: ' m²', year: '', household: ' households', building: ' buildings', community: ' communities', floor: ' floors', person: ' persons',
  day: ' days', character: ' characters', entry: ' entries', s: ' s', min: ' min', degree: '°',
}
const TOTALS: Record<string, string> = {
  communities: 'communities', buildings: 'buildings', households: 'households', floorAreaM2: 'floor area (m²)', buildingCount: 'number of buildings',
}
const expected = (name: string) => EXPECTED[name] ?? name
const found = (text: string) => (text === '' ? 'missing' : `“${text}”`)
const places = (count: string) => (Number(count) > 1 ? `, in ${count} places` : '')

export const EN: FindingMessages = {
  ...IMPORT_EN,
  'file-missing': () => ({
    what: 'The file is not there.',
    fix: 'Put it into the data folder; its name must be as in the manifest, with the same capitals.',
  }),
  'file-truncated': ({ param }) => ({
    what: `The file is incomplete: ${param('expectedBytes')} bytes were expected, ${param('foundBytes')} are there.`,
    fix: 'Copy or upload the whole file again; if it was changed on purpose, run npm run geodata -- manifest.',
  }),
  'file-altered': ({ param }) => ({
    what: `The content is not what the manifest promises (${param('expectedHash')}… expected, ${param('foundHash')}… found).`,
    fix: 'If it was changed on purpose, run npm run geodata -- manifest; otherwise restore the file.',
  }),
  'file-not-json': ({ param }) => (param('encoding') !== ''
    ? {
        what: 'The file is not encoded as UTF-8 and cannot be read.',
        fix: 'Save it as UTF-8 from the editor or GIS program.',
      }
    : {
        what: `Line ${param('line')}, column ${param('column')} is not valid JSON: ${param('found') === '' ? 'the file ends here' : `“${param('found')}” stands here`}.`,
        fix: 'Look for a comma, quote or bracket too many or too few around this place; better export the file again.',
      }),
  'file-not-csv': ({ param }) => (param('encoding') !== ''
    ? {
        what: 'The table is not encoded as UTF-8, so Chinese text would be garbled.',
        fix: 'Save it as “CSV UTF-8 (comma delimited)”.',
      }
    : {
        what: `A quote in row ${param('row')} is not closed; the table cannot be read from there.`,
        fix: 'Add the missing quote; write a quote inside a cell twice.',
      }),
  'file-is-html': () => ({
    what: 'The content is a web page, not data.',
    fix: 'The server probably lacks the file and sent a page instead; put the real file there.',
  }),
  'file-not-listed': () => ({
    what: 'The file is in the folder but not in the manifest, so it is never read.',
    fix: 'Run npm run geodata -- manifest, or take the file away.',
  }),
  'manifest-invalid': ({ param, field, feature }) => (param('expected') === 'core-dataset'
    ? {
        what: `The manifest does not list the dataset “${feature}”, which is needed.`,
        fix: 'Add the file, then run npm run geodata -- manifest.',
      }
    : {
        what: `“${field}” of the manifest should be ${expected(param('expected'))}, but is ${found(param('found'))}.`,
        fix: 'Correct it as geodata/README.md says, or run npm run geodata -- manifest.',
      }),

  'not-a-feature-collection': ({ param }) => ({
    what: `The file should be a GeoJSON FeatureCollection, but is ${found(param('found'))}.`,
    fix: 'Export the whole layer as GeoJSON from the GIS program.',
  }),
  'structure-invalid': ({ param }) => (param('message') === 'too-many-cells'
    ? {
        what: `The row has ${param('places')} more cells than the header.`,
        fix: 'Put text with commas in quotes; delete superfluous cells.',
      }
    : {
        what: `The structure is not valid GeoJSON: ${param('message')}${places(param('places'))}.`,
        fix: 'Check the feature in the GIS program and export it again.',
      }),
  'wrong-geometry-type': ({ param }) => ({
    what: `The geometry is ${found(param('found'))}; here only ${param('allowed')} can be used.`,
    fix: 'Convert (split or close) the feature to the needed type and export it again.',
  }),
  'too-deep': ({ param }) => ({
    what: `The coordinates are nested deeper than ${param('limit')} levels; that is no sound data.`,
    fix: 'Export the feature again from its source.',
  }),

  'axes-swapped': ({ param, field }) => ({
    what: `${field} is (${param('found')}): longitude and latitude are swapped${places(param('places'))}.`,
    fix: 'Longitude comes first, as in [119.19, 36.43]; choose XY order when exporting.',
  }),
  'looks-projected': ({ param, field }) => ({
    what: `${field} is (${param('found')}): projected coordinates in metres${param('system') === '?' ? '' : ` (probably ${param('system')})`}${places(param('places'))}.`,
    fix: 'Convert the layer to WGS84 longitude and latitude (EPSG:4326) in the GIS program and export it again.',
  }),
  'out-of-range': ({ param, field }) => ({
    what: `${field} is (${param('found')}); longitude lies within −180…180 and latitude within −90…90${places(param('places'))}.`,
    fix: 'Correct the coordinates; look at the decimal point.',
  }),
  'out-of-area': ({ param, field }) => ({
    what: `${field} is (${param('found')}), outside the area of the plan (${param('bounds')})${places(param('places'))}.`,
    fix: 'Correct the coordinates; if the data are of another area, change bounds in plan.json.',
  }),
  'not-finite': ({ param, field }) => ({
    what: `${field} is not a usable number (${param('found')})${places(param('places'))}.`,
    fix: 'Enter the true number; write null in a field that may be empty.',
  }),
  'ring-unclosed': ({ param, field }) => ({
    what: `The outline at ${field} is not closed: it starts at (${param('first')}) and ends at (${param('last')})${places(param('places'))}.`,
    fix: 'Repeat the first position at the end.',
  }),
  'ring-too-short': ({ param, field }) => ({
    what: `The outline at ${field} has ${param('positions')} positions; it needs at least 4, the last equal to the first${places(param('places'))}.`,
    fix: 'Complete the outline, or delete the empty part.',
  }),
  'self-intersection': ({ param }) => ({
    what: `The outline crosses itself at (${param('lon')}, ${param('lat')})${places(param('places'))}.`,
    fix: 'Use “fix geometries” of the GIS program, or correct the order of the vertices there.',
  }),

  'field-missing': ({ param, field }) => (param('column') !== ''
    ? {
        what: `The table has no column “${field}”.`,
        fix: `Add the column name “${field}” to row 1 and fill it in.`,
      }
    : {
        what: `“${field}” is not filled in${param('kind') === '' ? '' : `; a report of kind ${param('kind')} needs it`}.`,
        fix: `Fill in “${field}”; geodata/README.md says what it means.`,
      }),
  'wrong-type': ({ param, field }) => ({
    what: `${field === '' ? 'The content' : `“${field}”`} should be ${expected(param('expected'))}, but is ${found(param('found'))}.`,
    fix: 'Write it in the form that is expected.',
  }),
  'wrong-enumeration': ({ param, field }) => ({
    what: `“${field}” cannot be ${found(param('found'))}.`, fix: `Use one of: ${param('allowed')}.`,
  }),
  'out-of-bounds': ({ param, field }) => ({
    what: `“${field}” is ${param('found')}${UNITS[param('unit')] ?? ''}; it should be from ${param('min')} to ${param('max')}${UNITS[param('unit')] ?? ''}.`,
    fix: 'Correct the number; look at its unit (areas are in m²).',
  }),
  'duplicate-id': ({ param, feature }) => ({
    what: `The id “${feature}” is used twice, by number ${param('first')} and number ${param('second')}; only the first is used.`,
    fix: 'Give one of them a new id, or delete the copy.',
  }),
  'dangling-reference': ({ param, field }) => (param('owner') !== ''
    ? {
        what: `Building “${param('found')}” in “${field}” belongs to community ${param('owner')}, not to ${param('community')}.`,
        fix: 'Correct the id of the building or of the community.',
      }
    : {
        what: `“${param('found')}” in “${field}” is no ${REFERENCES[param('refersTo')] ?? 'record'} of the data.`,
        fix: `Use the id of an existing ${REFERENCES[param('refersTo')] ?? 'record'}, or add it to the data first.`,
      }),
  'dangerous-key': ({ field }) => ({
    what: `A field named “${field}” is a security risk and was ignored.`, fix: 'Delete the field or rename it.',
  }),
  'reserved-id': ({ param }) => ({
    what: `“${param('found')}” cannot be an id: programs use the word themselves.`, fix: 'Choose another id, and use it wherever the record is named.',
  }),
  'hidden-characters': ({ param, field }) => ({
    what: `“${field}” held invisible characters (${param('count')}), which were dropped; “${param('found')}” is left.`,
    fix: 'Type the text anew instead of copying it from another program.',
  }),
  'unknown-column': ({ param, field }) => ({
    what: `“${field}” is not a known field and was not used${Number(param('count')) > 1 ? ` (${param('count')} times)` : ''}.`,
    fix: 'Check spelling and capitals; delete it if it is not needed.',
  }),
  'bad-date': ({ param, field }) => ({
    what: `“${param('found')}” in “${field}” is not an existing date.`,
    fix: 'Write year-month-day, as in 2024-06-15; format the column as text first in a spreadsheet.',
  }),
  'internal-field': ({ param, field }) => ({
    what: `The manifest calls this file public, but it holds “${field}” (${param('count')} times), which may not be published; it is not used.`,
    fix: 'If the file is internal, run npm run geodata -- manifest, which marks it so; to publish, write a public edition with npm run geodata -- publish.',
  }),
  'space-not-published': ({ param }) => ({
    what: `The proposed site uses the spare space “${param('found')}”, which is not published.`,
    fix: 'Publish the space first, or use published ones: npm run geodata -- propose makes the sites again.',
  }),
  'provenance-missing': () => ({
    what: 'It does not say where the data come from (provenance).',
    fix: 'Enter synthetic, official, surveyed or reported.',
  }),

  'building-outside-community': ({ param }) => ({
    what: `The building stands ${param('distanceM')} m over the boundary of community ${param('community')} (${param('areaM2')} m²).`,
    fix: 'Correct its position or the boundary; if it belongs elsewhere, correct communityId.',
  }),
  'communities-overlap': ({ param }) => ({
    what: `It overlaps community ${param('other')} by ${param('areaM2')} m².`,
    fix: 'Correct the common boundary so that they do not overlap.',
  }),
  'buildings-overlap': ({ param }) => ({
    what: `It overlaps building ${param('other')} by ${param('areaM2')} m².`,
    fix: 'Correct one of the outlines; if one building was drawn twice, delete one.',
  }),

  'dates-out-of-order': ({ param, field }) => ({
    what: `“${field}” ${param('found')} lies ${param('relation')} ${param('than')} ${param('other')}.`,
    fix: 'Compare the two dates and correct the wrong one.',
  }),
  'share-out-of-range': ({ param, field }) => ({
    what: `“${field}” is ${param('found')}; it should be from 0 to 1.`,
    fix: 'Divide per cent by 100: 35 % done is 0.35.',
  }),
  'share-decreases': ({ param }) => ({
    what: `${param('found')} done in all is less than the ${param('before')} reported on ${param('on')} (row ${param('row')}); this row is not used.`,
    fix: 'Shares are cumulative and do not go back: correct this row; if an earlier one said too much, give this one the kind correction.',
  }),
  'baseline-missing': ({ param, feature }) => ({
    what: `Community ${feature}${param('name') === '' ? '' : ` (${param('name')})`} has no baseline, so it cannot be compared with the plan.`,
    fix: 'Add planned start, planned finish and weight of each of its items to the baseline table.',
  }),
  'baseline-duplicate': ({ param }) => ({
    what: `${param('item')} of community ${param('community')} already stands in row ${param('first')}; this row is not used.`,
    fix: 'Make one row of the two.',
  }),
  'report-future': ({ param }) => (param('today') !== '' ? { what: `The report of ${param('found')} is later than today (${param('today')}); this row is not used.`, fix: 'Correct the date.' } : {
    what: `The report of ${param('found')} is later than the data date ${param('dataDate')}; this row is not used.`,
    fix: 'Correct the date; if the report is new, raise dataDate in the manifest.',
  }),
  'building-required': ({ param }) => ({
    what: `${param('subject')} is reported by building, but no building is named.`,
    fix: 'Enter the id of the building in buildingId, one row per building.',
  }),
  'building-not-allowed': ({ param }) => ({
    what: `${param('subject')} is reported for the whole community, so building “${param('found')}” should not be named.`,
    fix: 'Empty buildingId.',
  }),
  'subject-not-planned': ({ param }) => ({
    what: `The baseline of community ${param('community')} has no ${param('subject')}; this row is not used.`,
    fix: 'Correct the code; if the work was added, add it to the baseline table first.',
  }),
  'milestone-contradiction': ({ param }) => {
    if (param('problem') === 'unfinished') {
      return { what: `${param('subject')} is reported, but work is unfinished: ${param('items')}.`, fix: 'Report the missing work as done, or correct the milestone.' }
    }
    const other = `row ${param('row')}: ${param('other')} on ${param('otherDate')}`
    return param('problem') === 'twice'
      ? {
          what: `${param('subject')} was reported with two dates: ${param('found')}, and ${other}; this row counts.`,
          fix: 'Find the true date; if this row is wrong, report the right date once more.',
        }
      : {
          what: `${param('subject')} on ${param('found')} contradicts the order of milestones (${other}); this row is not used.`,
          fix: 'Start, finish, acceptance and hand-over follow one another; correct the wrong date.',
        }
  },
  'area-differs': ({ param, field }) => ({
    what: `The drawing gives ${param('drawnM2')} m², “${field}” says ${param('statedM2')} m²: ${param('percent')} % apart.`,
    fix: 'Compare outline, floors and area, and correct what is wrong.',
  }),

  'total-differs': ({ param, field }) => ({
    what: `The ${TOTALS[field] ?? field} add up to ${param('found')}, the plan says ${param('planned')}: difference ${param('difference')}.${explained(param)}`,
    fix: 'Check the features that are named; if the plan itself was changed, change controlTotals in plan.json.',
  }),
  'community-sum-differs': ({ param, field }) => ({
    what: `The community states ${TOTALS[field] ?? field} ${param('own')}, its buildings add up to ${param('sum')}: difference ${param('difference')} (${param('buildings') || 'no building'}).`,
    fix: 'Compare the figures of the community and of these buildings, and correct the wrong one.',
  }),
  'building-missing': ({ param }) => ({
    what: `The community states buildings: ${param('own')}, drawn are: ${param('sum')} (${param('buildings') || 'none'}); ${param('households')} households and ${param('floorAreaM2')} m² less than its figures${param('rejected') === '' ? '' : `; these cannot be used: ${param('rejected')}`}.`,
    fix: 'Draw the missing buildings, or correct buildingCount.',
  }),
  'showcase-missing': ({ param, feature }) => (param('problem') === ''
    ? {
        what: `No community is the showcase “${param('name')}” of the plan.`,
        fix: 'Write the name of the community exactly as in the plan and set showcase to true.',
      }
    : {
        what: `${feature} is marked as a showcase, but the plan does not name it.`,
        fix: 'Set showcase to false, or change showcaseNames in plan.json.',
      }),
}

function explained(param: (name: string) => string): string {
  const [by, remainder] = [param('explained'), Number(param('remainder'))]
  const parts = [
    by === '' ? '' : ` It comes from: ${by}.`,
    param('rejected') === '' ? '' : ` These cannot be used: ${param('rejected')}.`,
    remainder === 0 ? '' : ` The remaining ${remainder} cannot be pinned to a feature; compare with the source list.`,
  ]
  return parts.join('')
}
