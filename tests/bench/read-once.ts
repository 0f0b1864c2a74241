import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { readSources } from '@/data/import/read-sources'

/** What reading one file took. */
export interface ReadOnce {
  ms: number
  /** Most that the process needed at a time, beyond what it had before the file was there. */
  peakMB: number
  rowCount: number
  problem: string | null
}

/**
 * `node src/cli/run.mjs tests/bench/read-once.ts WARM-UP FILE`: read a file in a process of its own, which has read nothing
 * but a small one of its kind before, and print time and memory as JSON.
 */
export async function main([warmUp, path]: readonly string[]): Promise<number> {
  const read = (from: string) => readSources([{ name: basename(from), bytes: new Uint8Array(readFileSync(from)) }], { encodings: {} })
  await read(warmUp!)
  const beforeMB = process.memoryUsage().rss / 1024 / 1024
  const begun = performance.now()
  const sources = await read(path!)
  const ms = performance.now() - begun
  const peakMB = process.resourceUsage().maxRSS / 1024 - beforeMB
  const rowCount = sources.flatMap(({ layers }) => layers).reduce((sum, { rows }) => sum + rows.length, 0)
  const problem = sources.flatMap(({ findings }) => findings).find(({ severity }) => severity === 'error')?.code ?? null
  console.log(JSON.stringify({ ms, peakMB, rowCount, problem } satisfies ReadOnce))
  return 0
}
