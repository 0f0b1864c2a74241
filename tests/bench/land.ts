import { execFileSync } from 'node:child_process'
import { measureRivals, type RivalFigures } from './land-rivals'
import { readSampleFigures } from './land-sample'
import type { ScaleFigures } from './land-scale'
import type { Figure } from './main'
import { COUNTRY, makeLand, PROVINCE } from './make-land'

/** Times a plain prototype reached on such a machine, ms: province, country. To be no slower is the least. It arranged points in 3 and 58 ms and joined points to points in 6 and 94 ms. */
const FLOOR = {
  middlesMs: [9, 152], indexMs: [null, null], boundariesMs: [null, null], walkMs: [65, 1480], assemblyMs: [36, 500], accessibilityMs: [1, 17], uncoveredMs: [1, 16],
} as const
const NAMES = {
  middlesMs: 'straight line, 500 m: arrange and join to middles', indexMs: 'straight line, 500 m: arrange for boundaries',
  boundariesMs: 'straight line, 500 m: join to boundaries', walkMs: 'walking reach, 500 m',
  assemblyMs: 'assembly, 10 m', accessibilityMs: 'accessibility (2SFCA)', uncoveredMs: 'uncovered',
} as const
type Step = keyof typeof NAMES
const STEPS = Object.keys(NAMES) as Step[]
const MAX_MEMORY_MB = 900
const NO_RIVAL = 'Turf, flatbush: no such operation'

/**
 * Finding land: the shipped town, then a made land at the scale of the province and of the country. Times are processor
 * time of one thread. Turf and flatbush do the same work on the same land, and must find the same; Turf, which has no
 * index, a part of it.
 */
export function readLandFigures(): Figure[] {
  const scales = inOwnProcess('times') as ScaleFigures[]
  const memory = inOwnProcess('memory') as { toolMb: number; peakMb: number }
  const province = { figures: scales[0]!, rivals: measureRivals(makeLand(PROVINCE), { join: 8, assembly: 40 }) }
  const country = { figures: scales.at(-1)!, rivals: measureRivals(makeLand(COUNTRY), { join: 2, assembly: 40 }) }
  return [
    ...readSampleFigures(),
    ...figuresOf(province.figures, province.rivals, 0),
    ...figuresOf(country.figures, country.rivals, 1),
    { name: `country: peak memory (the tool itself ${memory.toolMb.toFixed(0)})`, value: memory.peakMb, unit: 'MB', limit: MAX_MEMORY_MB },
    ...STEPS.map((step): Figure => ({ name: `growth exponent: ${NAMES[step]}`, value: exponentOf(scales, step), unit: '', limit: null })),
  ]
}

function figuresOf(figures: ScaleFigures, { flatbush, turf }: RivalFigures, scale: 0 | 1): Figure[] {
  const { name } = figures
  const beside: Record<Step, string> = {
    indexMs: '',
    middlesMs: `${figures.middlePairs} pairs; flatbush ${told(flatbush.middlesMs)} with its index, same pairs`,
    boundariesMs: `${figures.pairs} pairs; flatbush ${told(flatbush.joinMs)} with its index, same pairs; Turf ≈ ${told(turf.joinMs)} (${turf.joinOf} spaces, extrapolated; ${turf.differing} pairs differ, all within the 0.4 % of its sphere)`,
    walkMs: `${figures.walkPairs} pairs; ${NO_RIVAL}`,
    assemblyMs: `${figures.links} links, ${figures.groups} groups; flatbush ${told(flatbush.assemblyMs)}, same links; Turf ≈ ${told(turf.assemblyMs)} (${turf.assemblyOf} spaces, same links, extrapolated)`,
    accessibilityMs: NO_RIVAL,
    uncoveredMs: `${figures.uncovered} buildings on foot; in a straight line flatbush ${told(flatbush.uncoveredMs)}, same buildings; Turf ≈ ${told(turf.uncoveredMs)} (extrapolated)`,
  }
  return [
    ...STEPS.map((step): Figure => ({ name: `${name}: ${NAMES[step]}`, value: figures[step], unit: 'ms', limit: FLOOR[step][scale], beside: beside[step] })),
    { name: `${name}: build the street network`, value: figures.streetsMs, unit: 'ms', limit: null },
    { name: `${name}: connect buildings and spaces`, value: figures.connectMs, unit: 'ms', limit: null },
  ]
}

const told = (ms: number): string => (ms < 1000 ? `${ms.toFixed(0)} ms` : ms < 120_000 ? `${(ms / 1000).toFixed(1)} s` : ms < 7_200_000 ? `${(ms / 60_000).toFixed(0)} min` : `${(ms / 3_600_000).toFixed(0)} h`)

/** Slope of log time against log size by least squares: 1 grows in step with the size. */
function exponentOf(scales: readonly ScaleFigures[], step: Step): number {
  const points = scales.map((scale) => [Math.log(scale.spaces), Math.log(scale[step])] as const)
  const mean = (k: 0 | 1): number => points.reduce((sum, point) => sum + point[k], 0) / points.length
  const [x, y] = [mean(0), mean(1)]
  return points.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0) / points.reduce((sum, point) => sum + (point[0] - x) ** 2, 0)
}

function inOwnProcess(what: 'times' | 'memory'): unknown {
  const output = execFileSync(process.execPath, ['src/cli/run.mjs', 'tests/bench/land-scale.ts', what], { encoding: 'utf8', maxBuffer: 1e7 })
  return JSON.parse(output) as unknown
}
