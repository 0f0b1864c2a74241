import { readFileSync, statSync } from 'node:fs'
import { coverProblemOfLists } from '@/analysis/choice/cover-problem'
import { proveChoice, type CoverSolution } from '@/analysis/choice/prove-choice'
import { UsageError } from '@/cli/arguments'

export const MCLP_USAGE = 'npm run geodata -- mclp FILE --k N [--json] [--time-limit SECONDS]'
/** True: a value follows. */
export const MCLP_OPTIONS = { '--k': true, '--json': false, '--time-limit': true }

const DEFAULT_LIMIT_S = 20

interface Instance {
  demand: number[]
  covers: number[][]
  existing: number[]
}

/**
 * Solve a plain maximal covering location problem (最大覆盖选址): which `k` candidates cover most people who are not covered yet.
 * The file: `{ demand: number[], covers: number[][], existing?: number[] }`, all indices from 0.
 *
 * @returns Exit code 0: answered, proven or with its gap.
 * @throws {UsageError} Bad arguments or a bad file.
 */
export function runMclp(
  file: string | null, options: ReadonlyMap<string, string>, print: (line: string) => void, now: () => number = () => performance.now(),
): number {
  if (file === null) throw new UsageError(`缺少文件 / no file: ${MCLP_USAGE}`)
  const { siteCount, timeLimitMs } = readOptions(options)
  const { demand, covers, existing } = parseInstance(readText(file), file)
  const candidatesLeft = covers.length - new Set(existing).size
  const startMs = now()
  const problem = coverProblemOfLists(demand, covers, existing)
  const solution = proveChoice(problem, Math.min(siteCount, candidatesLeft), { now, timeLimitMs })
  const elapsedMs = now() - startMs
  if (options.has('--json')) print(jsonOf(solution, elapsedMs))
  else tableOf(solution, elapsedMs, siteCount, candidatesLeft).forEach((line) => print(line))
  return 0
}

function readOptions(options: ReadonlyMap<string, string>): { siteCount: number; timeLimitMs: number } {
  const k = options.get('--k')
  if (k === undefined) throw new UsageError('缺少 --k / no --k: --k 1, 2, 3 …')
  const siteCount = /^\d+$/.test(k) ? Number(k) : NaN
  if (!(Number.isSafeInteger(siteCount) && siteCount > 0)) throw new UsageError(`--k ${k}: 应为正整数 / expected 1, 2, 3 …`)
  const limit = options.get('--time-limit') ?? String(DEFAULT_LIMIT_S)
  const timeLimitMs = limit.trim() === '' ? NaN : Number(limit) * 1000
  if (!(timeLimitMs > 0 && timeLimitMs < Infinity)) throw new UsageError(`--time-limit ${limit}: 应为秒数 / expected seconds, more than 0`)
  return { siteCount, timeLimitMs }
}

function readText(file: string): string {
  try {
    if (statSync(file).isDirectory()) throw new UsageError(`${file}: 是文件夹，不是文件 / a folder, not a file`)
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '')
  } catch (error) {
    if (error instanceof UsageError) throw error
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT'
    throw new UsageError(isMissing ? `找不到文件 ${file} / no such file` : `${file}: 读不出来 / cannot be read`)
  }
}

function parseInstance(text: string, file: string): Instance {
  const bad = (zh: string, en: string): UsageError => new UsageError(`${file}: ${zh} / ${en}`)
  let content: unknown
  try {
    content = JSON.parse(text)
  } catch {
    throw bad('不是 JSON', 'not JSON')
  }
  if (typeof content !== 'object' || content === null || Array.isArray(content)) throw bad('应为一个对象', 'expected an object { demand, covers }')
  const { demand, covers, existing = [] } = content as Record<string, unknown>
  if (!Array.isArray(demand)) throw bad('demand 应为数组', 'demand: expected an array of numbers')
  demand.forEach((value, i) => {
    if (!(typeof value === 'number' && value >= 0 && value < Infinity)) {
      throw bad(`demand[${i}] 应为不小于 0 的数`, `demand[${i}] is ${JSON.stringify(value)}, expected a number ≥ 0`)
    }
  })
  if (!Array.isArray(covers)) throw bad('covers 应为数组', 'covers: expected an array of arrays of indices')
  covers.forEach((row: unknown, c) => checkIndices(row, demand.length, `covers[${c}]`, bad))
  checkIndices(existing, covers.length, 'existing', bad)
  return { demand, covers, existing } as Instance
}

function checkIndices(row: unknown, count: number, name: string, bad: (zh: string, en: string) => UsageError): void {
  if (!Array.isArray(row)) throw bad(`${name} 应为数组`, `${name}: expected an array of indices`)
  for (let n = 0; n < row.length; n++) {
    const index: unknown = row[n]
    if (Number.isInteger(index) && (index as number) >= 0 && (index as number) < count) continue
    const range = count === 0 ? '∅' : `0…${count - 1}`
    throw bad(`${name}[${n}] 应为 ${range} 的整数`, `${name}[${n}] is ${JSON.stringify(index)}, expected an integer ${range}`)
  }
}

/** Share of the bound that is not covered for certain; 0 when proven. */
function gapOf({ covered, bound }: CoverSolution): number {
  return bound > 0 ? Math.max(0, (bound - covered) / bound) : 0
}

function jsonOf(solution: CoverSolution, elapsedMs: number): string {
  const { covered: objective, chosen, bound } = solution
  return JSON.stringify({ objective, chosen, bound, gap: gapOf(solution), elapsedMs: Math.round(elapsedMs * 1000) / 1000 })
}

function tableOf(solution: CoverSolution, elapsedMs: number, siteCount: number, candidatesLeft: number): string[] {
  const { covered, chosen, bound, isProven } = solution
  // Sums of fractions carry rounding in their last digits.
  const shown = (value: number): string => String(Number(value.toPrecision(12)))
  const proof = isProven ? '已证明最优 / proven' : '未证明 / not proven'
  const few = siteCount > candidatesLeft
    ? [`--k ${siteCount} 多于可选的 ${candidatesLeft} 处，有用的全选 / more than the ${candidatesLeft} candidates left, all that help are chosen`]
    : []
  return [
    `新覆盖 / newly covered  ${shown(covered)}`,
    `选中 / chosen           ${chosen.length === 0 ? '–' : chosen.join(' ')}`,
    `上界 / bound            ${shown(bound)}`,
    `差距 / gap              ${Number((gapOf(solution) * 100).toPrecision(3))} %  ${proof}`,
    `用时 / time             ${elapsedMs.toFixed(0)} ms`,
    ...few,
  ]
}
