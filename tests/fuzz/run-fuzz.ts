import { forkRandom, integerBetween, pick, type Random } from '@/cli/synthesize/random'
import type { DroppedFile, SourceFile } from '@/domain/source-file'
import { seedsOf, type FuzzFormat, type FuzzSeed } from './fuzz-seeds'
import { judgeResult, type Fault } from './judge-result'
import { mutateBytes, type Mutate } from './mutate-bytes'
import { mutateJson } from './mutate-json'
import { mutateXml } from './mutate-xml'
import { mutateZip } from './mutate-zip'

export type Read = (files: readonly DroppedFile[], format: FuzzFormat, run: number) => Promise<readonly SourceFile[]> | readonly SourceFile[]

export interface FuzzOptions {
  format: FuzzFormat
  /** Mutations, besides all truncations. */
  count: number
  seed: number
  read: Read
  /** Only this run, to see it again. */
  only?: number
  /** Of the clock and of the processor; 2 s if left out. */
  maxMs?: number
  /** Awaited, so that a message about it can leave the process. */
  onProgress?: (run: number) => Promise<void>
}

export interface FuzzFailure extends Fault {
  run: number
  files: readonly DroppedFile[]
}

export interface FuzzReport {
  runs: number
  /** The first of each kind and message. */
  failures: FuzzFailure[]
  failureCount: number
  slowestMs: number
  slowestRun: number
  /** Runs whose file gave rows. */
  usableCount: number
  /** How often each code and problem was found: what the fuzz has reached. */
  codes: Map<string, number>
}

/** A seed of at most this size is cut at every byte. */
const TRUNCATED_BYTES = 4096
const MAX_MS = 2000
const MAX_FAILURES = 20
const PROGRESS = 1000
const STRUCTURED_SHARE = 0.75
/** JSON or a table; what is no JSON is changed by bytes. */
const mutateImport: Mutate = (random, bytes) => (bytes[0] === 0x7b ? mutateJson : mutateBytes)(random, bytes)
const STRUCTURED: Partial<Record<FuzzFormat, Mutate>> = { geojson: mutateJson, kml: mutateXml, gpx: mutateXml, zip: mutateZip, kmz: mutateZip, xlsx: mutateZip, import: mutateImport }
const SHARED = [Object.prototype, Array.prototype, String.prototype, Number.prototype, Function.prototype, Map.prototype, Uint8Array.prototype]

/**
 * Read broken files: first every truncation of every seed (not where each is judged as an import, which takes longer), then `count` mutations. Each run has a source of chance of its own
 * by seed, format and number, so one run can be done again alone.
 */
export async function runFuzz({ format, count, seed, read, only, maxMs = MAX_MS, onProgress }: FuzzOptions): Promise<FuzzReport> {
  const seeds = seedsOf(format)
  const cuts = seeds.flatMap((files) => (format === 'import' || files[0]!.bytes.length > TRUNCATED_BYTES ? [] : Array.from({ length: files[0]!.bytes.length }, (_, at) => ({ files, at }))))
  const report: FuzzReport = { runs: 0, failures: [], failureCount: 0, slowestMs: 0, slowestRun: 0, usableCount: 0, codes: new Map() }
  const shared = sharedNames()
  for (let run = only ?? 0; run < (only === undefined ? cuts.length + count : only + 1); run++) {
    if (run % PROGRESS === 0) await onProgress?.(run)
    const cut = cuts[run]
    const files = cut ? changed(cut.files, cut.files[0]!.bytes.slice(0, cut.at)) : mutant(forkRandom(seed, `${format} ${run - cuts.length}`), format, seeds)
    const startedAt = performance.now()
    const cpuAt = process.cpuUsage()
    const fault = await tryRead(read, files, format, run, report)
    const elapsedMs = performance.now() - startedAt
    if (elapsedMs > report.slowestMs) Object.assign(report, { slowestMs: elapsedMs, slowestRun: run })
    report.runs++
    if (fault) note(report, { ...fault, run, files })
    // On a machine that is busy with other things the clock alone says little.
    if (elapsedMs > maxMs && process.cpuUsage(cpuAt).user / 1000 > maxMs) note(report, { kind: 'slow', message: `more than ${maxMs} ms`, run, files })
    if (sharedNames() !== shared || 'polluted' in {}) {
      note(report, { kind: 'polluted', message: 'a prototype was changed', run, files })
      Reflect.deleteProperty(Object.prototype, 'polluted')
    }
  }
  return report
}

async function tryRead(read: Read, files: readonly DroppedFile[], format: FuzzFormat, run: number, report: FuzzReport): Promise<Fault | null> {
  try {
    const sources = await read(files, format, run)
    if (sources.some(({ layers }) => layers.length > 0)) report.usableCount++
    for (const { code, params } of sources.flatMap(({ findings }) => findings)) {
      const kind = `${code} ${String(params['problem'] ?? params['reason'] ?? '')}`.trim()
      report.codes.set(kind, (report.codes.get(kind) ?? 0) + 1)
    }
    return judgeResult(sources)
  } catch (error) {
    return { kind: 'throws', message: error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 200) : String(error) }
  }
}

/** One to four changes of the first file of a seed, some of them by its structure. */
function mutant(random: Random, format: FuzzFormat, seeds: readonly FuzzSeed[]): FuzzSeed {
  const files = pick(random, seeds)
  const structured = STRUCTURED[format]
  let bytes = files[0]!.bytes
  // Few changes reach far into a reader, many meet each other there.
  for (let times = random() < 0.6 ? 1 : integerBetween(random, 2, 4); times > 0; times--) {
    bytes = (structured && random() < STRUCTURED_SHARE ? structured : mutateBytes)(random, bytes)
  }
  return changed(files, bytes)
}

const changed = ([first, ...rest]: FuzzSeed, bytes: Uint8Array): FuzzSeed => [{ name: first!.name, bytes }, ...rest]
/** How much every object shares. */
const sharedNames = (): string => SHARED.map((prototype) => Object.getOwnPropertyNames(prototype).length).join()

function note(report: FuzzReport, failure: FuzzFailure): void {
  report.failureCount++
  const isKnown = report.failures.some(({ kind, message }) => kind === failure.kind && message === failure.message)
  if (!isKnown && report.failures.length < MAX_FAILURES) report.failures.push(failure)
}
