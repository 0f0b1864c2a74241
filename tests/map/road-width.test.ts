import { createPropertyExpression, latest } from '@maplibre/maplibre-gl-style-spec'
import { expect, it } from 'vitest'
import { minRoadPx, pxPerMetre, roadWidth } from '@/map/road-width'

/** Evaluate a width as MapLibre does. */
function widthPx(expression: unknown, zoom: number, roadClass: string, widthM: number): number {
  const parsed = createPropertyExpression(expression, 'width', latest.paint_line['line-width'] as never)
  if (parsed.result === 'error') throw new Error(parsed.value.map(({ message }) => message).join())
  return parsed.value.evaluate({ zoom } as never, { type: 2, properties: { class: roadClass, widthM } } as never) as number
}

it('knows how many px a metre is', () => {
  // At the equator and zoom 0 the earth, 40,075 km, is 512 px wide.
  expect(pxPerMetre(0, 0) * 40_075_016.686).toBeCloseTo(512)
  expect(pxPerMetre(16, 60)).toBeCloseTo(pxPerMetre(17, 0), 9)
})

it('draws real widths close by, at any zoom between the stops', () => {
  for (const zoom of [15, 16, 16.5, 18.25, 20]) {
    expect(widthPx(roadWidth(36.43), zoom, 'arterial', 30)).toBeCloseTo(30 * pxPerMetre(zoom, 36.43), 6)
  }
})

it('never draws thinner than the class far away', () => {
  expect(widthPx(roadWidth(36.43), 12, 'arterial', 5)).toBe(minRoadPx('arterial', 12))
  expect(minRoadPx('arterial', 12)).toBeGreaterThan(minRoadPx('lane', 12))
})

it('adds the casing in px', () => {
  const [plain, cased] = [widthPx(roadWidth(36.43), 17, 'local', 11), widthPx(roadWidth(36.43, 3), 17, 'local', 11)]
  expect(cased - plain).toBeCloseTo(3)
})
