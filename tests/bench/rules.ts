import { readFileSync } from 'node:fs'
import { findSequenceConflicts } from '@/analysis/progress/find-sequence-conflicts'
import { indexProgramme } from '@/analysis/progress/index-programme'
import { measureProgress } from '@/analysis/progress/measure-progress'
import { traceGroup } from '@/analysis/progress/trace-curve'
import { assembleProgramme } from '@/data/assemble-programme'
import { readDataset } from '@/data/read-dataset'
import type { DatasetValues } from '@/data/read-dataset'
import { readManifest } from '@/data/read-manifest'
import { median, type Figure } from './main'

/** The rules over the shipped data, in one thread of Node. */
export async function readRuleFigures(): Promise<Figure[]> {
  const manifest = readManifest(readFileSync('geodata/manifest.json', 'utf8')).value!
  const read = <D extends keyof DatasetValues>(id: D): DatasetValues[D] => {
    const { path } = manifest.files.find((file) => file.id === id)!
    return readDataset(id, readFileSync(`geodata/${path}`, 'utf8'), { file: path, bounds: null }).value!
  }
  const readMs = time(3, () => read('context-buildings'))
  const parts = { plan: read('plan'), communities: read('communities'), buildings: read('buildings'), baseline: read('baseline'), reports: read('ledger') }
  const { dataDate, provenance } = manifest
  const programme = assembleProgramme({ ...parts, dataDate, provenance }).value
  const index = indexProgramme(programme)

  let day = dataDate - 150
  const step = (): void => {
    day = day >= dataDate ? dataDate - 150 : day + 1
    measureProgress(index, day)
    findSequenceConflicts(index, day)
  }
  for (let i = 0; i < 300; i++) step() // Let the compiler warm up, as it is after the first drag.
  return [
    { name: 'all figures for one day', value: time(151, step), unit: 'ms', limit: 2 },
    { name: 'index of the ledger', value: time(9, () => indexProgramme(programme)), unit: 'ms', limit: null },
    { name: 'curve of the programme', value: time(9, () => traceGroup(index.communities, 'floorArea', dataDate - 170, dataDate + 60, dataDate)), unit: 'ms', limit: null },
    { name: 'assemble and cross-check', value: time(5, () => assembleProgramme({ ...parts, dataDate, provenance })), unit: 'ms', limit: null },
    { name: 'read and check context buildings', value: readMs, unit: 'ms', limit: 300 },
  ]
}

function time(runs: number, work: () => unknown): number {
  return median(Array.from({ length: runs }, () => {
    const start = performance.now()
    work()
    return performance.now() - start
  }))
}
