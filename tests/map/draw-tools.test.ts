// @vitest-environment happy-dom
import type { Polygon } from 'geojson'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { startDrawing } from '@/map/draw-tools'
import type { DrawView } from '@/map/drawing'
import { fakeMap } from './fake-map'
import { testPalette } from './test-palette'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  document.body.replaceChildren()
})

const PALETTE = testPalette()
/** A hundred-thousandth of a degree is one pixel, from 119.2 E, 36.4 N to the right and up. */
const toDegrees = (x: number, y: number): [number, number] => [Number((119.2 + x / 1e5).toFixed(7)), Number((36.4 + y / 1e5).toFixed(7))]
const ring = (...corners: [number, number][]): Polygon => {
  const positions = corners.map(([x, y]) => toDegrees(x, y))
  return { type: 'Polygon', coordinates: [[...positions, positions[0]!]] }
}
const SQUARE = ring([100, 100], [300, 100], [300, 300], [100, 300])

function drawing(changes: Partial<DrawView> = {}) {
  const fake = fakeMap()
  const canvas = document.body.appendChild(document.createElement('canvas'))
  const toggle = { isEnabled: () => true, enable: vi.fn(), disable: vi.fn() }
  const append = fake.map.addLayer.bind(fake.map)
  Object.assign(fake.map, {
    version: '6.17.0', dragRotate: toggle, dragPan: toggle, doubleClickZoom: { enable: vi.fn(), disable: vi.fn() },
    getCanvas: () => canvas, getContainer: () => canvas,
    addLayer: (layer: never) => append(layer, 'slot-label'),
    project: ({ lng, lat }: { lng: number; lat: number }) => ({ x: (lng - 119.2) * 1e5, y: (lat - 36.4) * 1e5 }),
    unproject: ({ x, y }: { x: number; y: number }) => ({ lng: 119.2 + x / 1e5, lat: 36.4 + y / 1e5 }),
  })
  const listener = { finish: vi.fn(), change: vi.fn(), remove: vi.fn(), cancel: vi.fn(), refuse: vi.fn() }
  let view: DrawView = { mode: 'polygon', polygons: [], palette: PALETTE, ...changes }
  const tools = startDrawing(fake.map, view, listener)
  const point = (type: string, x: number, y: number) => canvas.dispatchEvent(
    new PointerEvent(type, { clientX: x, clientY: y, button: type === 'pointermove' ? -1 : 0, isPrimary: true, bubbles: true }),
  )
  const click = (x: number, y: number) => ['pointermove', 'pointerdown', 'pointerup'].forEach((type) => point(type, x, y))
  const drag = (from: [number, number], to: [number, number]) => {
    point('pointermove', ...from)
    point('pointerdown', ...from)
    for (const part of [0.1, 0.4, 0.7, 1, 1]) point('pointermove', from[0] + (to[0] - from[0]) * part, from[1] + (to[1] - from[1]) * part)
    point('pointerup', ...to)
  }
  const press = (key: string) => canvas.dispatchEvent(new KeyboardEvent('keyup', { key, bubbles: true }))
  const show = (next: Partial<DrawView>) => tools.show((view = { ...view, ...next }))
  const shown = () => {
    vi.advanceTimersByTime(50)
    return (fake.sources.get('draw-polygon')!.data as { features: { id: string }[] }).features.map(({ id }) => id)
  }
  return { ...fake, canvas, toggle, tools, listener, click, drag, press, show, shown }
}

describe('a new polygon', () => {
  it('is finished with a second click on its last corner', () => {
    const { click, listener } = drawing()
    for (const [x, y] of [[100, 100], [300, 100], [300, 300], [100, 300], [100, 300]] as const) click(x, y)
    expect(listener.finish).toHaveBeenCalledExactlyOnceWith(SQUARE)
  })

  it('is finished with Enter', () => {
    const { click, press, listener } = drawing()
    for (const [x, y] of [[100, 100], [300, 100], [300, 300], [100, 300]] as const) click(x, y)
    press('Enter')
    expect(listener.finish).toHaveBeenCalledExactlyOnceWith(SQUARE)
  })

  it('takes no corner whose edge would cross another, and goes on', () => {
    const { click, press, listener } = drawing()
    // 1---2      the fourth corner would cross the edge between 1 and 2
    //    /
    //   3
    for (const [x, y] of [[100, 100], [300, 100], [100, 300], [200, 20]] as const) click(x, y)
    expect(listener.refuse).toHaveBeenCalledExactlyOnceWith('self-crossing')
    click(60, 300)
    press('Enter')
    expect(listener.finish).toHaveBeenCalledTimes(1)
  })

  it('snaps to the corner of another one', () => {
    const { click, press, listener } = drawing({ polygons: [{ id: 'D1', geometry: SQUARE }] })
    for (const [x, y] of [[307, 305], [500, 300], [500, 500]] as const) click(x, y)
    press('Enter')
    expect((listener.finish.mock.calls[0]![0] as Polygon).coordinates[0]![0]).toEqual(toDegrees(300, 300))
  })

  it('can be dropped', () => {
    const { click, press, tools, listener, shown } = drawing()
    for (const [x, y] of [[100, 100], [300, 100], [300, 300]] as const) click(x, y)
    tools.drop()
    press('Enter')
    expect([listener.finish.mock.calls.length, shown()]).toEqual([0, []])
  })

  it('is shown until it comes back under its own id', () => {
    const { click, press, show, shown } = drawing()
    for (const [x, y] of [[100, 100], [300, 100], [300, 300], [100, 300]] as const) click(x, y)
    press('Enter')
    expect(shown()).toHaveLength(1)
    show({ polygons: [{ id: 'D1', geometry: SQUARE }] })
    expect(shown()).toEqual(['D1'])
  })
})

describe('a polygon that was drawn before', () => {
  const editing = () => drawing({ mode: 'edit', polygons: [{ id: 'D1', geometry: SQUARE }] })

  it('is changed by dragging a corner', () => {
    const { click, drag, listener } = editing()
    click(200, 200)
    drag([300, 300], [350, 320])
    expect(listener.change).toHaveBeenCalledExactlyOnceWith('D1', ring([100, 100], [300, 100], [350, 320], [100, 300]))
  })

  it('never comes to have less than three corners', () => {
    const { click, drag, listener } = drawing({ mode: 'edit', polygons: [{ id: 'D1', geometry: ring([100, 100], [300, 100], [300, 300]) }] })
    click(250, 150)
    drag([300, 300], [300, 100])
    expect(listener.refuse).not.toHaveBeenCalled()
    expect((listener.change.mock.calls.at(-1) as [string, Polygon])[1].coordinates[0]).toHaveLength(4)
  })

  it('never comes to cross itself', () => {
    const { click, drag, listener } = editing()
    click(200, 200)
    drag([300, 300], [50, 150])
    const [, polygon] = listener.change.mock.calls.at(-1) as [string, Polygon]
    expect(polygon.coordinates[0]).not.toContainEqual(toDegrees(50, 150))
  })

  it('keeps its selection when the change comes back', () => {
    const { click, drag, show, listener } = editing()
    click(200, 200)
    drag([300, 300], [350, 320])
    show({ polygons: [{ id: 'D1', geometry: (listener.change.mock.calls[0] as [string, Polygon])[1] }] })
    drag([350, 320], [340, 310])
    expect(listener.change).toHaveBeenCalledTimes(2)
  })

  it('is removed with Delete, and is not reported when the view takes it away', () => {
    const { click, press, show, listener, shown } = editing()
    click(200, 200)
    press('Delete')
    expect(listener.remove).toHaveBeenCalledExactlyOnceWith('D1')
    show({ polygons: [{ id: 'D2', geometry: SQUARE }] })
    show({ polygons: [] })
    expect([listener.remove.mock.calls.length, shown()]).toEqual([1, []])
  })

  it('follows an undo outside', () => {
    const { click, drag, show, sources } = editing()
    click(200, 200)
    drag([300, 300], [350, 320])
    show({ polygons: [{ id: 'D1', geometry: ring([100, 100], [200, 100], [200, 200], [100, 200]) }] })
    vi.advanceTimersByTime(50)
    const { features } = sources.get('draw-polygon')!.data as { features: { geometry: Polygon }[] }
    expect(features[0]!.geometry.coordinates[0]).toContainEqual(toDegrees(200, 200))
  })
})

describe('a lost context', () => {
  it('breaks nothing, and what was drawn is there again', () => {
    const { click, lose, restore, tools, shown, calls } = drawing()
    click(100, 100)
    lose()
    expect(() => click(300, 100)).not.toThrow()
    vi.advanceTimersByTime(50)
    restore()
    calls.setData = []
    tools.redraw()
    expect(shown()).toHaveLength(1)
    expect(calls.setData).toContain('draw-polygon')
  })

  it('can be switched off meanwhile', () => {
    const { lose, tools } = drawing()
    lose()
    expect(() => tools.stop()).not.toThrow()
  })
})

it('leaves no layer, cursor or gesture behind', () => {
  const { click, tools, drawn, sources, canvas, map } = drawing()
  click(100, 100)
  tools.stop()
  expect([drawn(), sources.size, canvas.style.cursor]).toEqual([[], 0, ''])
  expect(map.doubleClickZoom.enable).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1000)
  expect(map.doubleClickZoom.enable).toHaveBeenCalled()
})
