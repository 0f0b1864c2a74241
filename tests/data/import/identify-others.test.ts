import { describe, expect, it } from 'vitest'
import { identifyOthers } from '@/data/import/identify-others'
import type { Facility, Gate } from '@/domain/place'
import { at } from '../../fixtures/small-geodata'
import { layerOf, rowOf, type RowWords } from '../../fixtures/work-rows'

const point = (eastM: number) => ({ type: 'Point' as const, coordinates: at(eastM, 0) })
const facility = (id: string, name: string): Facility => ({ id, name, type: 'health', floorAreaM2: null, capacity: null, provenance: 'surveyed', geometry: point(0) })
const gate = (id: string, eastM: number): Gate => ({ id, communityId: 'C01', provenance: 'surveyed', geometry: point(eastM) })

describe('identifyOthers', () => {
  const rowsOf = (target: 'facilities' | 'gates', ...words: RowWords[]) => words.map((word, i) => rowOf(layerOf(), target, { number: i + 1, ...word }))

  it('knows a facility by its id or a name of its own', () => {
    const rows = rowsOf('facilities', { values: { id: 'F002', name: '别的' } }, { values: { name: '卫生 站' } }, { values: { name: '菜市场' } })
    identifyOthers('facilities', rows, [facility('F001', '卫生站'), facility('F002', '幼儿园')])
    expect(rows.map(({ recordId }) => recordId)).toEqual(['F002', 'F001', 'F003'])
  })

  it('knows a gate, which has no name, by its place', () => {
    const rows = rowsOf('gates', { geometry: point(50) }, { geometry: point(70) })
    identifyOthers('gates', rows, [gate('E01', 20), gate('E02', 50)])
    expect(rows.map(({ recordId }) => recordId)).toEqual(['E02', 'E03'])
  })

  it('takes no name that two have', () => {
    const rows = rowsOf('facilities', { values: { name: '卫生站' } })
    identifyOthers('facilities', rows, [facility('F001', '卫生站'), facility('F002', '卫生站')])
    expect(rows[0]!.recordId).toBe('F003')
  })

  it('refuses the second row of a file about the same', () => {
    const rows = rowsOf('facilities', { values: { name: '菜市场' } }, { values: { name: '菜市场' } })
    identifyOthers('facilities', rows, [])
    expect(rows.map(({ recordId, verdict }) => [recordId, verdict])).toEqual([['F001', 'accepted'], ['F001', 'rejected']])
  })

  it('keeps an id in the style of the folder for a record that is new', () => {
    const rows = rowsOf('facilities', { values: { id: 'F020', name: '甲' } }, { values: { id: '370784-1', name: '乙' } })
    identifyOthers('facilities', rows, [])
    expect(rows.map(({ recordId }) => recordId)).toEqual(['F020', 'F001'])
  })
})
