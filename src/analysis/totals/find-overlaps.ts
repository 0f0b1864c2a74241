import { area, bbox, feature, featureCollection, intersect } from '@turf/turf'
import Flatbush from 'flatbush'
import type { AreaRecord } from '@/analysis/shape/find-self-intersections'
import type { Finding } from '@/domain/finding'

/** Neighbours drawn along the same line may overlap by a rounding of coordinates. */
const TOLERANCE_M2 = 1

/** Pairs of areas that cover the same ground by more than 1 m², one error finding each, named by the first id. */
export function findOverlaps(
  records: readonly AreaRecord[], code: 'communities-overlap' | 'buildings-overlap', file: string,
): Finding[] {
  if (records.length < 2) return []
  const boxes = records.map(({ geometry }) => bbox(geometry) as [number, number, number, number])
  const index = new Flatbush(records.length)
  for (const box of boxes) index.add(...box)
  index.finish()

  const findings: Finding[] = []
  records.forEach((record, i) => {
    const later = index.search(...boxes[i]!).filter((j) => j > i).sort((a, b) => a - b)
    for (const j of later) {
      const other = records[j]!
      const areaM2 = sharedAreaM2(record, other)
      if (areaM2 <= TOLERANCE_M2) continue
      const params = { other: other.id, areaM2: Math.round(areaM2 * 10) / 10 }
      findings.push({ code, severity: 'error', file, feature: record.id, field: 'geometry', params })
    }
  })
  return findings
}

function sharedAreaM2(a: AreaRecord, b: AreaRecord): number {
  const shared = intersect(featureCollection([feature(a.geometry), feature(b.geometry)]))
  return shared === null ? 0 : area(shared)
}
