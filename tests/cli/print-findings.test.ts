import { describe, expect, it } from 'vitest'
import { countFindings, findingLines, findingsJson } from '@/cli/print-findings'
import type { Finding } from '@/domain/finding'

const finding = (feature: string | null, severity: Finding['severity'] = 'error'): Finding =>
  ({ code: 'provenance-missing', severity, file: 'roads.geojson', feature, field: 'provenance', params: {} })

describe('findingLines', () => {
  it('gives place, what is wrong and what to do, then the totals', () => {
    expect(findingLines([finding('RD001'), finding(null, 'warning')], 'en', false)).toEqual([
      'error roads.geojson › RD001 › provenance',
      '  what: It does not say where the data come from (provenance).',
      '  fix:  Enter synthetic, official, surveyed or reported.',
      'warning roads.geojson › provenance',
      '  what: It does not say where the data come from (provenance).',
      '  fix:  Enter synthetic, official, surveyed or reported.',
      'Checked: 1 error, 1 warning.',
    ])
  })

  it('says only the totals of clean data', () => {
    expect(findingLines([], 'zh', false)).toEqual(['检查完毕：0 个错误，0 个提醒。'])
  })

  it('does not bury other findings under one kind, unless all are wanted', () => {
    const many = Array.from({ length: 60 }, (_, i) => finding(`RD${i}`))
    const other: Finding = { ...finding('W01'), file: 'water.geojson' }
    const lines = findingLines([...many, other], 'zh', false)
    expect(lines).toHaveLength(50 * 3 + 1 + 3 + 1)
    expect(lines[150]).toBe('… roads.geojson 另有 10 条同类问题（加 --all 全部列出）')
    expect(lines.at(-1)).toBe('检查完毕：61 个错误，0 个提醒。')
    expect(findingLines(many, 'en', true)).toHaveLength(181)
  })
})

describe('findingsJson', () => {
  it('keeps every part of a finding and adds the sentences', () => {
    expect(JSON.parse(findingsJson([finding('RD001')], 'en'))).toEqual({
      errors: 1, warnings: 0,
      findings: [{
        ...finding('RD001'), what: 'It does not say where the data come from (provenance).', fix: 'Enter synthetic, official, surveyed or reported.',
      }],
    })
  })
})

describe('countFindings', () => {
  it('counts by severity', () => {
    expect(countFindings([finding('a'), finding('b', 'warning'), finding('c', 'warning')])).toEqual({ errors: 1, warnings: 2 })
  })
})
