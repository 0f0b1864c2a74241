import { crossing, distance, isInside, mix, type Point, type Ring } from '@/cli/synthesize/plane'

/** The pieces of a line that lie outside an area. Cut ends lie on the edge of the area. */
export function cutOut(line: readonly Point[], area: Ring): Point[][] {
  const pieces: Point[][] = []
  let piece: Point[] = []
  for (let i = 0; i + 1 < line.length; i++) {
    const [a, b] = [line[i]!, line[i + 1]!]
    const shares = [0, 1]
    for (let k = 0, l = area.length - 1; k < area.length; l = k++) {
      const hit = crossing(a, b, area[l]!, area[k]!)
      if (hit) shares.push(hit.s)
    }
    shares.sort((x, y) => x - y)
    for (let k = 0; k + 1 < shares.length; k++) {
      const [from, to] = [mix(a, b, shares[k]!), mix(a, b, shares[k + 1]!)]
      if (distance(from, to) < 1e-6) continue
      if (isInside(mix(from, to, 0.5), area)) {
        if (piece.length > 1) pieces.push(piece)
        piece = []
      } else {
        if (piece.length === 0) piece.push(from)
        piece.push(to)
      }
    }
  }
  if (piece.length > 1) pieces.push(piece)
  return pieces
}
