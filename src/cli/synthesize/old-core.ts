import { bend } from '@/cli/synthesize/bend'
import { OLD_CORE, type Street } from '@/cli/synthesize/layout'
import type { Point } from '@/cli/synthesize/plane'
import { between, type Random } from '@/cli/synthesize/random'

const EAST_WEST = ['永安巷', '仁义巷', '鼓楼巷', '书院巷', '米市巷', '水井巷']
const NORTH_SOUTH = ['槐树巷', '北门里', '油坊巷', '灯笼巷', '三官巷', '小南门里', '石桥巷']

/** The old core: crooked lanes from before the grid; a few pieces are missing, so that some lanes end at another. */
export function makeCoreLanes(random: Random): Street[] {
  const [columns, rows] = [NORTH_SOUTH.length, EAST_WEST.length]
  const corner = Array.from({ length: columns + 2 }, (_, i) => Array.from({ length: rows + 2 }, (_, j): Point => {
    const inner = { u: i > 0 && i <= columns, v: j > 0 && j <= rows }
    const u = OLD_CORE.west + ((OLD_CORE.east - OLD_CORE.west) * i) / (columns + 1) + (inner.u ? between(random, -15, 15) : 0)
    const v = OLD_CORE.south + ((OLD_CORE.north - OLD_CORE.south) * j) / (rows + 1) + (inner.v ? between(random, -15, 15) : 0)
    return [u, v]
  }))
  const lanes: Street[] = []
  for (let j = 1; j <= rows; j++) addLane(lanes, EAST_WEST[j - 1]!, corner.map((column) => column[j]!), random)
  for (let i = 1; i <= columns; i++) addLane(lanes, NORTH_SOUTH[i - 1]!, corner[i]!, random)
  return lanes
}

function addLane(lanes: Street[], name: string, corners: readonly Point[], random: Random): void {
  const widthM = Math.round(between(random, 3.5, 6) * 10) / 10
  let line: Point[] = []
  const finish = (): void => {
    if (line.length > 1) lanes.push({ name, class: 'lane', widthM, line, crosses: [], beside: null })
    line = []
  }
  for (let k = 0; k + 1 < corners.length; k++) {
    const [from, to] = [corners[k]!, corners[k + 1]!]
    if (random() < 0.16) {
      finish()
      continue
    }
    if (line.length === 0) line.push(bend(from))
    const t = between(random, 0.35, 0.65)
    const [du, dv] = [between(random, -6, 6), between(random, -6, 6)]
    line.push(bend([from[0] + (to[0] - from[0]) * t + du, from[1] + (to[1] - from[1]) * t + dv]), bend(to))
  }
  finish()
}
