/** Straight line through points by least squares. */
export interface Line {
  slope: number
  intercept: number
}

/** Fit a line; with fewer than two different x the slope is 0. */
export function fitLine(points: readonly (readonly [x: number, y: number])[]): Line {
  const count = points.length
  const mean = (pick: 0 | 1): number => points.reduce((sum, point) => sum + point[pick], 0) / count
  const [meanX, meanY] = [mean(0), mean(1)]
  const spread = points.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0)
  const slope = spread === 0 ? 0 : points.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0) / spread
  return { slope, intercept: meanY - slope * meanX }
}

/** The last part of a list, at least two entries. */
export function lastShare<T>(list: readonly T[], share: number): readonly T[] {
  return list.slice(-Math.max(2, Math.round(list.length * share)))
}
