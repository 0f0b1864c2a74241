import type { Reach } from '@/analysis/reach/reach'

/**
 * Reach of sites from the reach of their parts: a building reaches a site by the part nearest to it.
 *
 * @param parts - Reach per space, at least as far as `radiusM`.
 * @param partsOf - Space indices of each site.
 * @param radiusM - Kept when distance ≤ radius.
 */
export function mergeReach(parts: Reach, partsOf: readonly (readonly number[])[], radiusM: number, pointCount: number): Reach {
  const starts = new Uint32Array(partsOf.length + 1)
  let most = 0
  for (const indices of partsOf) for (const i of indices) most += parts.starts[i + 1]! - parts.starts[i]!
  const point = new Uint32Array(most)
  const distanceM = new Float64Array(most)
  const nearest = new Float64Array(pointCount).fill(Infinity)
  let end = 0
  for (let s = 0; s < partsOf.length; s++) {
    const from = end
    for (const i of partsOf[s]!) {
      for (let k = parts.starts[i]!; k < parts.starts[i + 1]!; k++) {
        const metres = parts.distanceM[k]!
        if (!(metres <= radiusM)) continue
        const p = parts.point[k]!
        if (nearest[p] === Infinity) point[end++] = p
        if (metres < nearest[p]!) nearest[p] = metres
      }
    }
    const found = point.subarray(from, end).sort()
    for (let k = 0; k < found.length; k++) {
      distanceM[from + k] = nearest[found[k]!]!
      nearest[found[k]!] = Infinity
    }
    starts[s + 1] = end
  }
  return { starts, point: point.slice(0, end), distanceM: distanceM.slice(0, end) }
}
