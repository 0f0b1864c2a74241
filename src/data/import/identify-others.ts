import { foldName } from '@/analysis/matching/normalise-name'
import type { FeatureRecords } from '@/data/fields'
import { textOf } from '@/data/import/identify-rows'
import { nextIds } from '@/data/import/next-ids'
import { isLeftOut, tell, type FeatureTarget, type WorkRow } from '@/data/import/work-row'
import type { Geometry } from 'geojson'

type OtherTarget = Exclude<FeatureTarget, 'communities' | 'buildings'>

/**
 * Find out which record each row is about where names need no person: by its id, by a name that only one known record has,
 * or by standing in the very place of one. Everything else is new.
 */
export function identifyOthers<T extends OtherTarget>(target: T, rows: readonly WorkRow[], known: readonly FeatureRecords[T][]): void {
  const ids = new Set<string>(known.map(({ id }) => id))
  const newId = nextIds(target, ids)
  const byName = uniqueBy(known, (record) => ('name' in record && typeof record.name === 'string' ? foldName(record.name) : null))
  const byPlace = uniqueBy(known, ({ geometry }) => placeKey(geometry))
  // Rows of several layers may speak of one new record.
  const made = new Map<string, string>()
  const first = new Map<string, WorkRow>()
  for (const row of rows) {
    if (isLeftOut(row)) continue
    const [id, name] = [textOf(row.draft.values.get('id')), textOf(row.draft.values.get('name'))]
    const place = row.draft.geometry && row.layer.toWgs84 ? placeKey(row.layer.toWgs84(row.draft.geometry)) : null
    row.recordId = (id !== null && ids.has(id) ? id : null) ?? byName.get(name === null ? '' : foldName(name)) ?? (name === null && place !== null ? byPlace.get(place) : null)
      ?? made.get(newKey(name, place, row)) ?? null
    if (row.recordId === null) {
      row.recordId = id !== null && OWN_STYLE.test(id) && !ids.has(id) ? id : newId(null)
      ids.add(row.recordId)
      made.set(newKey(name, place, row), row.recordId)
    }
    const key = `${row.layerId} ${row.recordId}`
    const earlier = first.get(key)
    if (earlier) tell(row, 'row-twice', 'error', null, { row: earlier.number, name: name ?? '' })
    else first.set(key, row)
  }
}

const OWN_STYLE = /^[A-Z]\d{1,6}$/

function newKey(name: string | null, place: string | null, row: WorkRow): string {
  return name === null ? place ?? row.key : foldName(name)
}

function uniqueBy<R extends { id: string }>(records: readonly R[], keyOf: (record: R) => string | null): Map<string, string> {
  const found = new Map<string, string | null>()
  for (const record of records) {
    const key = keyOf(record)
    if (key !== null && key !== '') found.set(key, found.has(key) ? null : record.id)
  }
  return new Map([...found].filter((entry): entry is [string, string] => entry[1] !== null))
}

/** Points to 1 cm; other shapes are known by name or id only. */
function placeKey(geometry: Geometry): string | null {
  return geometry.type === 'Point' ? `${geometry.coordinates[0]} ${geometry.coordinates[1]}` : null
}
