import type { Geometry } from 'geojson'
import type { FieldValue } from '@/data/import/convert-value'
import { subjectFinder, type SubjectFinder } from '@/data/import/find-subject'
import { cellReader, type CellReader, type RowCells } from '@/data/import/read-cells'
import { readReports } from '@/data/import/read-reports'
import type { DraftRow, PlanWords, Table } from '@/data/import/table'
import type { TableMapping } from '@/domain/import'
import type { RawRow } from '@/domain/source-file'

/**
 * Every row as one draft; a row of a ledger that tells several things as several. Names stay text, geometry stays in the
 * coordinates of the file. A row that says nothing gives no draft.
 *
 * @param words - Names of items and milestones become codes by them.
 * @param file - Name of the file, for findings.
 */
export function readRecords(table: Table, mapping: TableMapping, words: PlanWords | null, file: string): DraftRow[] {
  const reader = cellReader(table, mapping, file)
  const findSubject = subjectFinder(words)
  const isNew = newOf(reader)
  return table.rows.flatMap((row) => {
    const cells = reader.read(row)
    if (mapping.target === 'ledger') return readReports(row, cells, reader, words ? findSubject : null).filter(isNew)
    if (mapping.target === 'baseline' && words) nameItem(row, cells, reader, findSubject)
    return readRecord(row, cells, reader, mapping)
  })
}

/**
 * False for what a row above has said already. In a table of buildings the day on which its community began stands in each
 * of its rows, and is one report.
 */
function newOf({ fields }: CellReader): (draft: DraftRow) => boolean {
  if (!fields.includes('building') && !fields.includes('buildingId')) return () => true
  const said = new Set<string>()
  return ({ part, values, communityName, buildingName, districtName, findings }) => {
    if (part === '' || buildingName !== null || values.has('buildingId') || findings.length > 0) return true
    const text = JSON.stringify([part, communityName, districtName, ...values])
    if (said.has(text)) return false
    said.add(text)
    return true
  }
}

/** One record of a row. */
function readRecord(row: RawRow, cells: RowCells, reader: CellReader, { target }: TableMapping): DraftRow[] {
  const { values, problems } = cells
  const geometry = row.geometry ?? pointOf(row, cells, reader)
  if (values.size === 0 && problems.length === 0 && geometry === null) return []
  const take = (field: string): string | null => textOf(values, field)
  const name = textOf(values, 'name', false)
  const community = take('community')
  const building = take('building')
  const districtName = take('district')
  return [{
    number: row.number, part: '', values, geometry, findings: problems.map(({ finding }) => finding), districtName, isForEachBuilding: false,
    communityName: target === 'communities' ? name : community, buildingName: target === 'buildings' ? name : building,
  }]
}

/** The text of a field, taken out of the values unless it is a field of the record. */
export function textOf(values: Map<string, FieldValue>, field: string, isTaken = true): string | null {
  const value = values.get(field)
  if (isTaken) values.delete(field)
  return value === undefined ? null : String(value)
}

/** A point of columns of coordinates, in the coordinates of the file. */
function pointOf(row: RawRow, { values, problems }: RowCells, reader: CellReader): Geometry | null {
  const [x, y] = [values.get('longitude'), values.get('latitude')]
  values.delete('longitude')
  values.delete('latitude')
  if (typeof x === 'number' && typeof y === 'number') return { type: 'Point', coordinates: [x, y] }
  const missing = typeof x === 'number' ? 'latitude' : typeof y === 'number' ? 'longitude' : null
  if (missing) problems.push({ name: missing, finding: reader.findingAt(row, missing, { code: 'field-missing', severity: 'error', params: {} }) })
  return null
}

/** The code of an item that is named. */
function nameItem(row: RawRow, { values, problems }: RowCells, reader: CellReader, findSubject: SubjectFinder): void {
  const text = values.get('itemCode')
  if (text === undefined) return
  const { item } = findSubject(String(text))
  if (item) values.set('itemCode', item.code)
  else {
    values.delete('itemCode')
    const params = { name: String(text), kind: 'item' }
    problems.push({ name: 'itemCode', finding: reader.findingAt(row, 'itemCode', { code: 'name-unknown', severity: 'error', params }) })
  }
}
