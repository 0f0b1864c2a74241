import { expect } from 'vitest'
import type { FuzzFormat } from './fuzz-seeds'
import { readBothWays } from './read-both-ways'
import { runFuzz } from './run-fuzz'

const COUNT = 10_000
/** To judge an import takes ten times as long as to read a file. */
const IMPORT_COUNT = 1_500
/** Fixed, so that a change of the code is the only thing that can change the answer. */
const SEED = 20_261_123

/** 10,000 changed files and all truncations; enough of them must still be usable, or the fuzz would not reach far into the reader. */
export async function expectNoFailure(format: FuzzFormat): Promise<void> {
  const count = format === 'import' ? IMPORT_COUNT : COUNT
  const report = await runFuzz({ format, count, seed: SEED, read: readBothWays })
  expect(report.failures.map(({ kind, message, run }) => `${kind}: ${message}; npm run fuzz -- --format ${format} --seed ${SEED} --only ${run}`)).toEqual([])
  expect(report.failureCount).toBe(0)
  expect(report.usableCount).toBeGreaterThan(count / 20)
  expect(report.codes.size).toBeGreaterThan(5)
}
