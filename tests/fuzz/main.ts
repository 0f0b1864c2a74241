import { spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { FUZZ_FORMATS, type FuzzFormat } from './fuzz-seeds'
import { readBothWays } from './read-both-ways'
import { runFuzz, type FuzzReport } from './run-fuzz'

const OPTIONS = {
  count: { type: 'string', default: '10000' }, seed: { type: 'string', default: '1' }, format: { type: 'string' }, only: { type: 'string' },
  keep: { type: 'string' }, child: { type: 'boolean', default: false },
} as const
const HELP = `npm run fuzz -- [--count 100000] [--format xlsx] [--seed N] [--only RUN] [--keep DIR]
  Reads truncated and changed files of each format and exits with 1 if one is not answered as it should be.
  --only RUN   does one run again      --keep DIR   writes the files of failures there`
/** A run that says nothing for so long hangs. */
const SILENCE_MS = 60_000
const AT_ONCE = 2

/** Each format is fuzzed in a process of its own, which can be ended if it hangs. */
export async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: OPTIONS })
  const [count, seed, only] = [Number(values.count), Number(values.seed), values.only === undefined ? undefined : Number(values.only)]
  const formats = FUZZ_FORMATS.filter((format) => values.format === undefined || format === values.format)
  if (![count, seed, only ?? 0].every((number) => Number.isInteger(number) && number >= 0) || formats.length === 0) {
    console.error(HELP)
    return 2
  }
  if (values.child) return fuzzHere(formats[0]!, count, seed, only, values.keep)
  const waiting = [...formats]
  const codes: number[] = []
  const work = async (): Promise<void> => {
    for (let format = waiting.shift(); format; format = waiting.shift()) {
      codes.push(await fuzzThere(format, [...args.filter((_, at) => args[at] !== '--format' && args[at - 1] !== '--format'), '--format', format, '--child']))
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return codes.every((code) => code === 0) ? 0 : 1
}

async function fuzzHere(format: FuzzFormat, count: number, seed: number, only: number | undefined, keep: string | undefined): Promise<number> {
  const startedAt = performance.now()
  const report = await runFuzz({ format, count, seed, read: readBothWays, ...(only === undefined ? {} : { only }), onProgress: tellParent })
  console.log(`${format}: ${sentence(report)}; ${((performance.now() - startedAt) / 1000).toFixed(0)} s`)
  for (const { kind, message, run, files } of report.failures) {
    console.log(`  ${kind}: ${message}; again: npm run fuzz -- --format ${format} --seed ${seed} --only ${run}`)
    if (keep === undefined) continue
    mkdirSync(join(keep, `${format}-${run}`), { recursive: true })
    for (const { name, bytes } of files) writeFileSync(join(keep, `${format}-${run}`, name), bytes)
  }
  return report.failureCount === 0 ? 0 : 1
}

/** Waits until the message has gone: the runs themselves never let it. */
const tellParent = (run: number): Promise<void> => new Promise((resolve) => {
  if (process.send) process.send(run, () => resolve())
  else resolve()
})

function sentence({ runs, failureCount, usableCount, slowestMs, slowestRun, codes }: FuzzReport): string {
  return `${runs} files, ${failureCount} failures, ${usableCount} usable, ${codes.size} kinds of findings, slowest ${slowestMs.toFixed(0)} ms (run ${slowestRun})`
}

/** The same in a process that is watched. */
function fuzzThere(format: FuzzFormat, args: readonly string[]): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['src/cli/run.mjs', 'tests/fuzz/main.ts', ...args], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
    let last: unknown = 'none'
    const hang = (): void => {
      console.log(`${format}: hangs after run ${String(last)}`)
      child.kill('SIGKILL')
    }
    let timer = setTimeout(hang, SILENCE_MS)
    child.on('message', (run) => {
      last = run
      clearTimeout(timer)
      timer = setTimeout(hang, SILENCE_MS)
    })
    child.on('exit', (code) => {
      clearTimeout(timer)
      resolve(code ?? 1)
    })
  })
}
