import type { FacilityType } from '@/domain/place'
import { type Bitmap, rasterize, type Shape, shapes } from '@/map/draw-symbol'
import type { MapPalette } from '@/map/palette'

const { circle, box, triangle, move, join, ring } = shapes

/** Pictures of the facilities in a disc of radius 17, plain enough to be told apart at 18 px. */
const PICTURES: Record<FacilityType, Shape> = {
  // a person with a stick
  elderlyCare: join(move(circle(3.2), -1.5, -7), move(box(2.2, 6), -1.5, 3), move(box(0.9, 5), 5, 4), move(box(2, 0.9), 4, -1)),
  // a large and a small head
  childcare: join(move(circle(3), -4, -5), move(box(2.6, 5), -4, 4), move(circle(2.2), 4, -1), move(box(1.8, 3.2), 4, 5.5)),
  // blocks
  kindergarten: join(move(box(3.6, 3.6), -4.2, 4), move(box(3.6, 3.6), 4.2, 4), move(triangle(5), 0, -4.5)),
  // a cross
  health: join(box(2.6, 8), box(8, 2.6)),
  // a basket
  market: join(move(box(7.5, 4.4), 0, 4), move(ring(5, 1.4), 0, -1)),
  // a bowl
  canteen: join(move(box(8.2, 1.4), 0, 0), move(box(5.5, 3), 0, 3.6), move(box(0.9, 3), -3, -5), move(box(0.9, 3), 3, -5)),
  // a house
  serviceCentre: join(move(box(5.6, 4.2), 0, 4), move(triangle(8.5), 0, -3.2)),
  // a dumb-bell
  fitness: join(box(8, 1.4), move(box(1.8, 5), -5.4, 0), move(box(1.8, 5), 5.4, 0)),
}

export interface FacilityLook {
  rim: string
  disc: string
  ink: string
  /** 1: 18 × 18 px. */
  scale: number
}

/** How a facility that exists is drawn. */
export const existingLook = (palette: MapPalette): FacilityLook => (
  { rim: palette.halo, disc: palette.facility, ink: palette.facilityInk, scale: 1 }
)

/** Icon of a facility: a picture in a disc with a rim. */
export function drawFacility(type: FacilityType, { rim, disc, ink, scale }: FacilityLook): Bitmap {
  const grown = (shape: Shape): Shape => (x, y) => shape(x / scale, y / scale) * scale
  return rasterize(2 * Math.round(18 * scale), [
    { shape: grown(circle(17)), colour: rim },
    { shape: grown(circle(15.2)), colour: disc },
    { shape: grown(PICTURES[type]), colour: ink },
  ])
}
