import { describe, expect, it } from 'vitest'
import { defaultPath } from '@/data/fields'
import { readDataset } from '@/data/read-dataset'
import { DATASETS } from '@/domain/manifest'
import { filesOf, smallGeodata } from '../fixtures/small-geodata'

describe('readDataset', () => {
  const files = filesOf(smallGeodata())

  it.each(DATASETS)('reads %s', (id) => {
    const { value, findings } = readDataset(id, files.get(defaultPath(id))!, { file: defaultPath(id), bounds: [118.7, 36.05, 119.5, 36.7] })
    expect(findings).toEqual([])
    expect(value).not.toBeNull()
  })

  it.each(DATASETS)('gives findings, not an exception, for the text of another file as %s', (id) => {
    for (const text of ['', '{}', '[]', 'null', 'a,b\n1,2', files.get('plan.json')!, files.get('landmarks.geojson')!]) {
      const { value, findings } = readDataset(id, text, { file: 'x', bounds: null })
      const isRight = (id === 'plan' && text === files.get('plan.json')) || (id === 'landmarks' && text === files.get('landmarks.geojson'))
      if (!isRight) expect(findings.some(({ severity }) => severity === 'error')).toBe(true)
      if (findings.length > 0) expect(Array.isArray(value) ? value : []).toEqual([])
    }
  })
})
