import { createPinia, setActivePinia } from 'pinia'
import type { Polygon } from 'geojson'
import { beforeEach, describe, expect, it } from 'vitest'
import { useDrawnSpacesStore } from '@/stores/drawn-spaces'

const at = (lon: number): Polygon => ({ type: 'Polygon', coordinates: [[[lon, 36], [lon + 1, 36], [lon + 1, 37], [lon, 36]]] })
const idsOf = () => useDrawnSpacesStore().spaces.map(({ id }) => id)

beforeEach(() => setActivePinia(createPinia()))

describe('drawn spaces', () => {
  it('know nothing but where they lie', () => {
    const drawn = useDrawnSpacesStore()
    expect(drawn.add(at(1), '手绘一')).toBe('D01')
    expect(drawn.spaces[0]).toMatchObject({ name: '手绘一', kind: 'parcel', tenure: 'unknown', landUseCode: null, floorAreaM2: null, provenance: 'reported', geometry: at(1) })
  })

  it('undo and redo every step', () => {
    const drawn = useDrawnSpacesStore()
    drawn.add(at(1))
    drawn.add(at(2))
    drawn.change('D01', { tenure: 'stateReserve' })
    drawn.remove('D02')
    expect(idsOf()).toEqual(['D01'])
    drawn.undo()
    expect(idsOf()).toEqual(['D01', 'D02'])
    drawn.undo()
    expect(drawn.spaces[0]!.tenure).toBe('unknown')
    drawn.redo()
    expect(drawn.spaces[0]!.tenure).toBe('stateReserve')
    drawn.undo(); drawn.undo(); drawn.undo(); drawn.undo()
    expect([idsOf(), drawn.canUndo, drawn.canRedo]).toEqual([[], false, true])
  })

  it('forget what was undone when something new is drawn', () => {
    const drawn = useDrawnSpacesStore()
    drawn.add(at(1))
    drawn.undo()
    drawn.add(at(2))
    expect(drawn.canRedo).toBe(false)
    expect(drawn.spaces.map(({ geometry }) => geometry)).toEqual([at(2)])
  })

  it('never give the same id to two spaces on screen', () => {
    const drawn = useDrawnSpacesStore()
    drawn.add(at(1))
    drawn.add(at(2))
    drawn.remove('D01')
    drawn.add(at(3))
    expect(idsOf()).toEqual(['D02', 'D03'])
  })

  it('change nothing for an id that is not there', () => {
    const drawn = useDrawnSpacesStore()
    drawn.remove('D09')
    drawn.change('D09', { name: 'x' })
    expect(drawn.canUndo).toBe(false)
  })

  it('make no step of what is as it was', () => {
    const drawn = useDrawnSpacesStore()
    drawn.add(at(1))
    drawn.change('D01', { tenure: 'unknown' })
    drawn.undo()
    expect(drawn.canUndo).toBe(false)
  })

  it('have floors only while they are rooms', () => {
    const drawn = useDrawnSpacesStore()
    drawn.add(at(1))
    drawn.change('D01', { kind: 'room' })
    expect(drawn.spaces[0]).toMatchObject({ kind: 'room', storey: 1, floorAreaM2: null })
    drawn.change('D01', { floorAreaM2: 350 })
    drawn.change('D01', { kind: 'cleared' })
    expect(drawn.spaces[0]).toMatchObject({ kind: 'cleared', storey: null, floorAreaM2: null })
    drawn.undo()
    expect(drawn.spaces[0]).toMatchObject({ kind: 'room', storey: 1, floorAreaM2: 350 })
  })

  it('take over the shapes of a link as one step', () => {
    const drawn = useDrawnSpacesStore()
    drawn.replace([{ kind: 'room', geometry: at(1) }, { kind: 'parcel', geometry: at(2) }])
    expect(drawn.spaces.map(({ id, kind }) => [id, kind])).toEqual([['D01', 'room'], ['D02', 'parcel']])
    drawn.undo()
    expect(idsOf()).toEqual([])
  })

  it('keep the ids and facts that a link says, so that what else it says still fits', () => {
    const drawn = useDrawnSpacesStore()
    drawn.replace([{ kind: 'parcel', geometry: at(1), id: 'D03', tenure: 'stateReserve', landUseCode: '0702' }], (number) => `手绘地块 ${number}`)
    expect(drawn.spaces[0]).toMatchObject({ id: 'D03', name: '手绘地块 3', tenure: 'stateReserve', landUseCode: '0702' })
    drawn.replace([{ kind: 'parcel', geometry: at(1), id: 'D03' }, { kind: 'parcel', geometry: at(2), id: 'D03' }])
    expect(idsOf()).toEqual(['D01', 'D02'])
  })
})
