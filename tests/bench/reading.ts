import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { median, type Figure } from './main'
import { makeOfficeFile, OFFICE_FORMATS, type OfficeFormat } from './make-office-file'
import type { ReadOnce } from './read-once'

const RUNS = 3

/** Files of an office, read and checked in a process of their own; memory is what it takes beyond the program. */
export function readReadingFigures(): Figure[] {
  const folder = mkdtempSync(join(tmpdir(), 'reading-'))
  try {
    const figures = OFFICE_FORMATS.flatMap((format) => {
      const { ms, peakMB, rowCount } = measure(folder, format, 10)
      const beside = `${rowCount} rows`
      return [
        { name: `10 MB of ${format}, read and checked`, value: ms, unit: 'ms', limit: format === 'geojson' ? 3000 : null, beside },
        { name: `10 MB of ${format}, memory`, value: peakMB, unit: 'MB', limit: 256 },
      ]
    })
    const large = measure(folder, 'geojson', 50)
    return [
      ...figures,
      { name: '50 MB of geojson, read and checked', value: large.ms, unit: 'ms', limit: null, beside: `${large.rowCount} rows` },
      { name: '50 MB of geojson, memory', value: large.peakMB, unit: 'MB', limit: null },
    ]
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function measure(folder: string, format: OfficeFormat, megabytes: number): ReadOnce {
  const write = (size: number): string => {
    const { name, bytes } = makeOfficeFile(format, size)
    const path = join(folder, `${size}-${name}`)
    writeFileSync(path, bytes)
    return path
  }
  const paths = [write(0.05), write(megabytes)]
  const runs = Array.from({ length: RUNS }, () =>
    JSON.parse(execFileSync(process.execPath, ['src/cli/run.mjs', 'tests/bench/read-once.ts', ...paths], { encoding: 'utf8' })) as ReadOnce)
  const problem = runs.find((run) => run.problem !== null)?.problem
  if (problem) throw new Error(`${format}: ${problem}`)
  return { ms: median(runs.map(({ ms }) => ms)), peakMB: Math.max(...runs.map(({ peakMB }) => peakMB)), rowCount: runs[0]!.rowCount, problem: null }
}
