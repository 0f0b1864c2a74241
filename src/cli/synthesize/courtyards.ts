import { boxOf, liesWithin, toFrame, toPlane, type Frame, type Point } from '@/cli/synthesize/plane'
import { between, type Random } from '@/cli/synthesize/random'
import { addHouse, type Town } from '@/cli/synthesize/town'

/** Fill ground with small courtyard houses, wall to wall, each a little different. */
export function fillWithCourtyards(town: Town, ground: readonly Point[], frame: Frame, random: Random): void {
  const box = boxOf(ground.map((point) => toFrame(frame, point)))
  let y = box.south
  while (y < box.north - 7) {
    const depthM = between(random, 14.5, 20)
    let x = box.west + between(random, 0, 1.5)
    while (x < box.east - 7) {
      const widthM = between(random, 13, 19.5)
      const built = [[widthM, depthM], [widthM * 0.75, depthM], [widthM, depthM * 0.62], [7.5, 7.5]].find(([w, d]) => {
        const shape = random() < 0.94 ? drawShape(w!, d!, random) : []
        const ring = shape.map(([dx, dy]) => toPlane(frame, [x + dx, y + dy]))
        if (ring.length === 0 || !liesWithin(ring, ground)) return false
        const heightM = Math.round((random() < 0.8 ? between(random, 3.6, 4.6) : between(random, 6.2, 7.2)) * 10) / 10
        return addHouse(town, { ring, heightM, landUse: 'oldTown', households: 0 }, 0.7)
      })
      x += built ? built[0]! + between(random, 1, 2.2) : 1.8
    }
    y += depthM + between(random, 1.6, 3.4)
  }
}

/** Main house in the north, wings around a yard that is open to the south; counter-clockwise from the south-west. */
function drawShape(w: number, d: number, random: Random): Point[] {
  const [houseM, wingM] = [between(random, 5.4, 6.4), between(random, 3.6, 4.6)]
  const yardM = d - houseM
  const chance = random()
  if (d < 9 || w < 9 || chance < 0.16) return [[0, yardM > 3 ? yardM : 0], [w, yardM > 3 ? yardM : 0], [w, d], [0, d]]
  if (chance < 0.55) return [[0, 0], [wingM, 0], [wingM, yardM], [w - wingM, yardM], [w - wingM, 0], [w, 0], [w, d], [0, d]]
  if (chance < 0.8) return [[0, 0], [wingM, 0], [wingM, yardM], [w, yardM], [w, d], [0, d]]
  return [[0, yardM], [w - wingM, yardM], [w - wingM, 0], [w, 0], [w, d], [0, d]]
}
