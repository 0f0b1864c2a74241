import { describe, expect, it } from 'vitest'
import type { CrsId } from '@/domain/crs'
import { CRS_LIST } from '@/data/crs/crs-list'
import { prjText } from '@/data/crs/prj-text'
import { ESRI_PRJ } from './crs-vectors'

describe('prjText', () => {
  it.each(Object.entries(ESRI_PRJ).filter(([id]) => CRS_LIST.some((entry) => entry.id === id)))('writes %s as PROJ does', (id, text) => {
    expect(prjText(id as CrsId)).toBe(text)
  })

  it('has none for systems that are shifted or not listed', () => {
    expect(['GCJ-02', 'BD-09', 'EPSG:2385'].map((id) => prjText(id as CrsId))).toEqual([null, null, null])
  })
})
