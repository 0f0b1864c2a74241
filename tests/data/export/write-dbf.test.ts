import { read } from 'shapefile'
import { describe, expect, it } from 'vitest'
import { writeDbf, type DbfCell, type DbfColumn } from '@/data/export/write-dbf'
import { writeShp } from '@/data/export/write-shp'
import { parseDay } from '@/domain/day'

const DAY = parseDay('2024-08-31')!
const COLUMNS: DbfColumn[] = [
  { name: 'name', kind: 'text' }, { name: 'share', kind: 'number' }, { name: 'on', kind: 'day' }, { name: 'open', kind: 'flag' },
]

/** As another reader sees the table; it needs shapes beside it. */
async function readBack(columns: DbfColumn[], rows: DbfCell[][]): Promise<(Record<string, unknown> | null)[]> {
  const { shp } = writeShp('point', rows.map(() => ({ type: 'Point', coordinates: [0, 0] })))
  return (await read(shp, writeDbf(columns, rows, DAY).bytes, { encoding: 'utf-8' })).features.map(({ properties }) => properties)
}

describe('writeDbf', () => {
  it('writes text, numbers, days and flags that another program reads', async () => {
    const on = new Date(2024, 5, 15)
    expect(await readBack(COLUMNS, [['红枫里', 0.655, parseDay('2024-06-15'), true], ['𠮷', -12, parseDay('2024-06-15'), false]])).toEqual([
      { name: '红枫里', share: 0.655, on, open: true }, { name: '𠮷', share: -12, on, open: false },
    ])
  })

  it('writes what is missing as blanks, never as zero', async () => {
    const [row] = await readBack(COLUMNS, [[null, null, null, null], ['', NaN, 'x', null]])
    expect([row!.name, row!.share, row!.open]).toEqual([null, null, null])
    const { bytes } = writeDbf(COLUMNS, [[null, null, null, null]], DAY)
    expect(new TextDecoder().decode(bytes.subarray(bytes.length - 61, bytes.length - 1))).toBe(`${' '.repeat(1 + 40 + 10 + 8)}?`)
  })

  it('cuts a text of more than 254 bytes between two characters, and says so', async () => {
    const long = 'x' + '街'.repeat(100)
    const { cut } = writeDbf([COLUMNS[0]!], [['short'], [long]], DAY)
    expect(cut).toEqual([{ row: 1, column: 0, bytes: 301 }])
    expect((await readBack([COLUMNS[0]!], [[long]]))[0]!.name).toBe('x' + '街'.repeat(84))
  })

  it.each([0.1 + 0.2, 1e-7, 1 / 3, 123456789.125, 1e21, -1e-20, Number.MAX_SAFE_INTEGER])('keeps the number %d as far as a column can', async (value) => {
    const [row] = await readBack([{ name: 'n', kind: 'number' }], [[value]])
    expect(row!.n).toBeCloseTo(value, 14)
    expect(Math.abs((row!.n as number) / value - 1) < 1e-11 || Math.abs(value) < 1e-15).toBe(true)
  })

  it('states version, day, counts and sizes by the standard', () => {
    const { bytes } = writeDbf(COLUMNS, [['a', 1, DAY, true]], DAY)
    const view = new DataView(bytes.buffer)
    expect([...bytes.subarray(0, 4)]).toEqual([3, 124, 8, 31])
    expect([view.getUint32(4, true), view.getUint16(8, true), view.getUint16(10, true)]).toEqual([1, 32 + 4 * 32 + 1, 1 + 40 + 10 + 8 + 1])
    expect([bytes[160], bytes.at(-1), bytes.length]).toEqual([0x0d, 0x1a, 161 + 60 + 1])
  })
})
