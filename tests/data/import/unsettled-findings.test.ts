import { describe, expect, it } from 'vitest'
import { unsettledFindings } from '@/data/import/unsettled-findings'
import type { Finding, FindingCode } from '@/domain/finding'
import { layerOf, rowOf } from '../../fixtures/work-rows'

const finding = (code: FindingCode, feature: string | null): Finding => ({ code, severity: 'error', file: 'a.geojson', feature, field: 'geometry', params: {} })
const closed = { kind: 'ring-closed' as const, areaChangeM2: null, shiftM: 0, isHarmless: true }

describe('unsettledFindings', () => {
  it('leaves out open rings of rows that tell they were closed, and nothing else', () => {
    const findings = [finding('ring-unclosed', 'feature 1'), finding('ring-unclosed', 'feature 2'), finding('ring-too-short', 'feature 1'), finding('ring-unclosed', null)]
    const rows = [rowOf(layerOf(), 'communities', { number: 1 }, { repairs: [closed] }), rowOf(layerOf(), 'communities', { number: 2 })]
    expect(unsettledFindings({ findings }, rows)).toEqual([findings[1], findings[2], findings[3]])
    expect(unsettledFindings({ findings }, [])).toEqual(findings)
  })
})
