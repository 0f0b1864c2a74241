import { readBundle } from './bundle'
import { readImportFigures } from './import'
import { readBrowserFigures } from './in-browser'
import { readLandFigures } from './land'
import { readReadingFigures } from './reading'
import { readRuleFigures } from './rules'

/** One measured figure beside its limit; `limit` null: for information. */
export interface Figure {
  name: string
  value: number
  unit: string
  limit: number | null
  /** What others need for the same, and how much was counted. */
  beside?: string
}

/**
 * `npm run bench [-- rules reading land bundle browser import]`: measure and print; figures, not tests, because they depend on the machine.
 * Each figure is the median of several runs. `land` takes about two minutes, the rest one.
 */
export async function main(args: readonly string[]): Promise<number> {
  const wants = (part: string): boolean => args.length === 0 || args.includes(part)
  const figures: Figure[] = []
  if (wants('rules')) figures.push(...(await readRuleFigures()))
  if (wants('reading')) figures.push(...readReadingFigures())
  if (wants('land')) figures.push(...readLandFigures())
  if (wants('bundle')) figures.push(...readBundle())
  if (wants('browser')) figures.push(...(await readBrowserFigures()))
  if (wants('import')) figures.push(...(await readImportFigures()))
  print(figures)
  return 0
}

/** Middle value of an odd number of measurements, or the upper of the two middle ones. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!
}

function print(figures: readonly Figure[]): void {
  const width = Math.max(...figures.map(({ name }) => name.length))
  for (const { name, value, unit, limit, beside } of figures) {
    const shown = `${value >= 100 ? value.toFixed(0) : value.toFixed(2)} ${unit}`.padStart(14)
    const verdict = limit === null ? '' : `   goal ≤ ${limit} ${unit}${value > limit ? '   OVER' : ''}`
    console.log(`${name.padEnd(width)} ${shown}${verdict}${beside ? `   ${beside}` : ''}`)
  }
}
