import { parseHeader } from '@/data/import/header-text'
import type { Table } from '@/data/import/table'
import type { RawValue } from '@/domain/source-file'

/** Headers of positions that stand in one cell. */
const POSITION = /^(?:坐标|经纬度|位置坐标|经纬度坐标|坐标位置|地理坐标|点位坐标|定位|geom|geometry|thegeom|wkt|location|lnglat|coordinates?)$/
const PAIR = /^\[?\(?([+-]?\d{1,9}(?:\.\d+)?)\s*[,，;；、\s]\s*([+-]?\d{1,9}(?:\.\d+)?)\)?\]?$/
const POINT = /^(?:srid=\d{1,6};)?point(?:z|m|zm)?\(([+-]?\d{1,9}(?:\.\d+)?)\s+([+-]?\d{1,9}(?:\.\d+)?)(?:\s+[+-]?[\d.]+){0,2}\)$/

/**
 * Two columns in the place of one that holds positions: `119.2,36.4`, `POINT(119.2 36.4)`. Of degrees the larger is the
 * longitude, as everywhere in China; of metres the order stays, axes are judged with the coordinate system. A column in
 * which any cell is something else, or which changes its order, stays as it is.
 */
export function splitPositions(table: Table): Table {
  const at = table.columns.findIndex((column) => POSITION.test(parseHeader(column).key))
  if (at < 0) return table
  const pairs = table.rows.map(({ values }) => (values[at] === null || values[at] === undefined ? null : pairOf(values[at])))
  const given = pairs.filter((pair) => pair !== null)
  if (given.length === 0 || given.includes('other')) return table
  const names = new Set(given.map((pair) => namesOf(pair as Pair)))
  if (names.size !== 1) return table
  const [first, second] = [...names][0]!.split('/')
  const column = table.columns[at]!
  const insert = <T>(list: readonly T[], ...own: T[]): T[] => [...list.slice(0, at), ...own, ...list.slice(at + 1)]
  return {
    ...table, columns: insert(table.columns, `${column}/${first}`, `${column}/${second}`),
    rows: table.rows.map((row, index) => ({ ...row, values: insert(row.values, ...((pairs[index] ?? [null, null]) as RawValue[])) })),
  }
}

type Pair = readonly [number, number]

function pairOf(value: RawValue): Pair | 'other' {
  if (typeof value !== 'string' || value.length > 120) return 'other'
  const text = value.normalize('NFKC').trim().toLowerCase()
  const match = PAIR.exec(text) ?? POINT.exec(text.replace(/\s*([()])\s*/g, '$1'))
  return match ? [Number(match[1]), Number(match[2])] : 'other'
}

function namesOf([first, second]: Pair): string {
  const [a, b] = [Math.abs(first), Math.abs(second)]
  if (a > 180 || b > 180) return 'X/Y'
  return a > 90 || b <= 90 ? '经度/纬度' : '纬度/经度'
}
