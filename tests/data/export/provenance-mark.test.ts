import { describe, expect, it } from 'vitest'
import { exportName, markOf, provenanceWord, type ExportSource } from '@/data/export/provenance-mark'
import { parseDay } from '@/domain/day'
import type { DatasetId } from '@/domain/manifest'
import type { Provenance } from '@/domain/programme'

const file = (id: DatasetId, provenance: Provenance, day: string) =>
  ({ id, path: `${id}.x`, bytes: 0, sha256: '', audience: 'internal' as const, provenance, dataDate: parseDay(day)! })
const source: ExportSource = {
  manifest: {
    dataDate: parseDay('2024-10-28')!, provenance: 'synthetic', attribution: '',
    files: [file('communities', 'official', '2024-08-31'), file('ledger', 'reported', '2024-09-30'), file('gates', 'surveyed', '2024-07-01')],
  },
  values: { gates: [{ id: 'E01', communityId: 'C01', provenance: 'synthetic', geometry: { type: 'Point', coordinates: [0, 0] } }] },
}

describe('markOf', () => {
  it('is of the dataset, not of the folder', () => {
    expect(markOf(source, ['communities'], 'zh')).toEqual({ provenance: 'official', dataDate: parseDay('2024-08-31'), text: '数据性质：正式资料；数据截止 2024-08-31' })
  })

  it('is synthetic if one record is', () => {
    expect(markOf(source, ['gates'], 'zh').text).toBe('示意数据，非实测；数据截止 2024-07-01')
    expect(markOf(source, ['communities', 'gates'], 'en').text).toBe('Synthetic sample data, not surveyed; data as of 2024-08-31')
  })

  it('is of the folder for what its manifest does not list', () => expect(markOf(source, ['roads'], 'zh').text).toBe('示意数据，非实测；数据截止 2024-10-28'))
  it('has the latest day of several', () => expect(markOf(source, ['communities', 'ledger'], 'zh').dataDate).toBe(parseDay('2024-09-30')))
})

describe('exportName', () => {
  it('says what, of what kind, of which day', () => {
    expect(exportName(['ledger'], markOf(source, ['ledger'], 'zh'), 'zh', 'xlsx')).toBe('台账-填报-2024-09-30.xlsx')
    expect(exportName(['gates'], markOf(source, ['gates'], 'en'), 'en', 'csv')).toBe('gates-synthetic-2024-07-01.csv')
    expect(exportName(['gates', 'roads'], markOf(source, ['gates', 'roads'], 'zh'), 'zh', 'csv.zip')).toBe('geodata-示意数据-2024-07-01.csv.zip')
  })
})

describe('provenanceWord', () => {
  it('is there in both languages', () => expect([provenanceWord('surveyed', 'zh'), provenanceWord('surveyed', 'en')]).toEqual(['实测', 'surveyed']))
})
