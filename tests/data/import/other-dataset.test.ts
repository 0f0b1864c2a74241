import { describe, expect, it } from 'vitest'
import type { RecordDataset } from '@/data/export/choice-words'
import { datasetSheet, fieldsOfDataset } from '@/data/export/dataset-sheet'
import { dbfNames } from '@/data/export/dbf-names'
import { DATASET_WORDS } from '@/data/export/headers'
import { isOtherDataset } from '@/data/import/other-dataset'
import { IMPORT_TARGETS } from '@/domain/import'

const NONE = new Set<string>()
const TARGETS: readonly string[] = IMPORT_TARGETS
const OTHERS = (Object.keys(DATASET_WORDS) as RecordDataset[]).filter((dataset) => !TARGETS.includes(dataset))

describe('isOtherDataset', () => {
  it.each(OTHERS)('knows our own table of %s, in both languages', (dataset) => {
    for (const language of ['zh', 'en'] as const) {
      const columns = datasetSheet({}, dataset, language).columns.map(({ header }) => header)
      expect(isOtherDataset([...columns, '导出说明'], NONE)).toBe(true)
      expect(isOtherDataset([...columns, '层数'], NONE)).toBe(false)
      expect(isOtherDataset(columns.slice(1), NONE)).toBe(false)
    }
  })

  it.each(IMPORT_TARGETS)('never takes %s for one that cannot be brought in', (dataset) => {
    for (const language of ['zh', 'en'] as const) expect(isOtherDataset(datasetSheet({}, dataset, language).columns.map(({ header }) => header), NONE)).toBe(false)
    expect(isOtherDataset(fieldsOfDataset(dataset).map(([name]) => name), NONE)).toBe(false)
  })

  it('tells datasets with the same fields apart by their shapes', () => {
    const columns = dbfNames(fieldsOfDataset('water').map(([name]) => name))
    expect(isOtherDataset(columns, new Set(['Polygon', 'MultiPolygon']))).toBe(true)
    expect(isOtherDataset(columns, new Set(['Point']))).toBe(false)
  })
})
