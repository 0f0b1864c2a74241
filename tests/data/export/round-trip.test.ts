import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadProjection } from '@/data/crs/projection'
import type { RecordDataset } from '@/data/export/choice-words'
import { exportableDatasets, exportDatasets, type DatasetFormat, type ExportedFile } from '@/data/export/export-dataset'
import { readSources } from '@/data/import/read-sources'
import { readCurrentFolder, type CurrentFolder } from '@/data/import/current-folder'
import { judgeImport } from '@/data/import/judge-import'
import type { CrsId } from '@/domain/crs'
import { formatDay } from '@/domain/day'
import { IMPORT_TARGETS, NO_DECISIONS, type ImportTarget } from '@/domain/import'
import { TOWN_DATASETS } from '@/domain/manifest'
import { shippedFiles, shippedSource } from '../../fixtures/shipped-folder'

const source = shippedSource()
const projection = await loadProjection()
const shipped = (await readCurrentFolder(shippedFiles()))!

/** What the project's own import says of a file that the project has written; nothing is decided by anybody. */
async function bringBack(file: ExportedFile, current: CurrentFolder = shipped) {
  const sources = await readSources([file], { encodings: {} })
  const { judgement, files } = judgeImport({ sources, decisions: NO_DECISIONS, current, remembered: [], projection, today: current.manifest.dataDate })
  const findings = [...judgement.files.flatMap((one) => one.findings), ...judgement.rows.flatMap((row) => row.findings)]
  return {
    files, open: judgement.openQuestionCount, verdicts: new Set(judgement.files.map(({ verdict }) => verdict)),
    changes: judgement.changes.map(({ target, added, changed, gone, sameCount }) => [target, added.length + changed.length + gone.length, sameCount]),
    errors: findings.filter(({ severity }) => severity === 'error'),
    warnings: [...new Set(findings.map(({ code, field }) => `${code} ${field ?? ''}`.trim()))],
  }
}

const unchanged = (...targets: ImportTarget[]) => ({
  files: null, open: 0, verdicts: new Set(['accepted']), changes: targets.map((target) => [target, 0, source.values[target]!.length]), errors: [],
})
const isTarget = (dataset: RecordDataset): dataset is ImportTarget => IMPORT_TARGETS.some((target) => target === dataset)

describe('an export that is brought back', () => {
  it.each(['communities', 'baseline', 'hazards', 'spare-spaces'] as const)('in English changes nothing in %s', async (dataset) => {
    const { warnings, ...found } = await bringBack(await exportDatasets(source, [dataset], { format: 'csv', crs: 'EPSG:4490', language: 'en' }))
    expect(found).toEqual(unchanged(dataset))
    expect(warnings).toEqual([])
  })

  it.each<[DatasetFormat, string[]]>([
    // A list of ids has no column to be; the notes beside a shapefile are no data.
    ['geojson', ['nested-value spaceIds']], ['csv', []], ['xlsx', []], ['shapefile', ['archive-entry-left']],
  ])('as one file of all datasets (%s) changes nothing', async (format, expectedWarnings) => {
    const town: readonly string[] = TOWN_DATASETS
    const datasets = exportableDatasets(source, format).filter((dataset) => !town.includes(dataset))
    const crs: CrsId = format === 'shapefile' ? 'EPSG:4549' : 'EPSG:4490'
    const { files, open, errors, changes, verdicts, warnings } = await bringBack(await exportDatasets(source, datasets, { format, crs, language: 'zh' }))
    expect(warnings).toEqual(expectedWarnings)
    expect({ files, open, errors, verdicts }).toEqual({ files: null, open: 0, errors: [], verdicts: new Set(['accepted']) })
    expect(new Map(changes.map((change) => [change[0], change]))).toEqual(new Map(unchanged(...datasets.filter(isTarget)).changes.map((change) => [change[0], change])))
  })

  it('does not take the roads for something else', async () => {
    const datasets: RecordDataset[] = ['roads', 'water', 'greens', 'blocks', 'landmarks', 'proposed-sites']
    for (const format of ['geojson', 'csv'] as const) {
      const { files, open, errors, changes } = await bringBack(await exportDatasets(source, datasets, { format, crs: 'EPSG:4490', language: 'zh' }))
      expect({ files, open, errors, changes }).toEqual({ files: null, open: 0, errors: [], changes: [] })
    }
  })
})

describe('remarks and shares of any kind', () => {
  const pieces = ['=', '+', '-', '@', "'", '"', ',', ';', '|', '<', '&', '_x000D_', '=1+1', '＝', '\n', '小区', '𠮷', '5℃', '%', 'TRUE', '2024-06-15', '\\', '·']
  const [text, share] = [
    fc.array(fc.constantFrom(...pieces), { maxLength: 6 }).map((parts) => parts.join('').trim()), fc.integer({ min: 0, max: 1_000_000 }).map((n) => n / 1_000_000),
  ]
  const progress = source.values.ledger!.filter(({ kind }) => kind === 'progress').slice(0, 400)
  const drawn = fc.sample(fc.tuple(text, share), { seed: 5, numRuns: progress.length })
  // One report per subject, so that no share can go back.
  const seen = new Set<string>()
  const ledger = progress.map((report, at) => ({ ...report, note: drawn[at]![0], doneShare: drawn[at]![1] }))
    .filter(({ communityId, buildingId, subject }) => seen.size < seen.add(`${communityId} ${buildingId} ${subject}`).size)
  const values = { ...shipped.values, ledger }

  it.each(['csv', 'xlsx'] as const)('come back from a %s as they were', async (format) => {
    expect(ledger.length).toBeGreaterThan(50)
    const file = await exportDatasets({ manifest: source.manifest, values }, ['ledger'], { format, crs: 'EPSG:4490', language: 'zh' })
    const { warnings: _, ...found } = await bringBack(file, { ...shipped, values })
    expect(found).toEqual({ ...unchanged(), changes: [['ledger', 0, ledger.length]] })
  })

  it('are of the day they were made', () => expect(formatDay(source.manifest.dataDate)).toBe('2024-10-28'))
})
