import { bbox } from '@turf/turf'
import Flatbush from 'flatbush'
import type { AreaGeometry } from '@/domain/import'

/** For each area the positions of the others whose boxes meet its own, in order. */
export function findNeighbours(areas: readonly AreaGeometry[]): (position: number) => number[] {
  if (areas.length === 0) return () => []
  const index = new Flatbush(areas.length)
  const boxes = areas.map((area) => bbox(area) as [number, number, number, number])
  for (const box of boxes) index.add(...box)
  index.finish()
  return (position) => index.search(...boxes[position]!).filter((other) => other !== position).sort((a, b) => a - b)
}
