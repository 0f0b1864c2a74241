import { describe, expect, it } from 'vitest'
import { hasCore, type Folder } from '@/data/folder'
import { CORE_DATASETS, type DatasetId } from '@/domain/manifest'

const folderWith = (ids: readonly DatasetId[], programme: unknown = {}) =>
  ({ values: Object.fromEntries(ids.map((id) => [id, []])), programme }) as unknown as Folder

describe('hasCore', () => {
  it('is true with the five core files, whatever else is missing', () => {
    expect(hasCore(folderWith(CORE_DATASETS))).toBe(true)
  })

  it.each(CORE_DATASETS)('is false without %s', (id) => {
    expect(hasCore(folderWith(CORE_DATASETS.filter((other) => other !== id)))).toBe(false)
  })

  it('is false if they could not be put together', () => {
    expect(hasCore(folderWith(CORE_DATASETS, null))).toBe(false)
  })
})
