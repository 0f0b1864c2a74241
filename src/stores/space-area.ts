import { measureOutline } from '@/analysis/shape/measure-shape'
import type { SpareSpace } from '@/domain/place'

/** Area of a space as it is drawn, m²: what its site counts as land. The register may say something else. */
export function spaceAreaM2({ geometry }: Pick<SpareSpace, 'geometry'>): number {
  return measureOutline(geometry).areaM2
}
