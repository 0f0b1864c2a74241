import { describe, expect, it } from 'vitest'
import { checkFolder } from '@/data/check-folder'
import { FINDING_CODES, type Finding } from '@/domain/finding'
import { findingText } from '@/i18n/finding-messages'
import { brokenFiles } from '../fixtures/broken-case'
import { BROKEN_CASES } from '../fixtures/broken-geodata'
import { readerOf } from '../fixtures/small-geodata'

/** Real findings of every kind: those of all broken folders. */
async function allFindings(): Promise<Finding[]> {
  const found = await Promise.all(BROKEN_CASES.map((broken) => {
    const files = brokenFiles(broken)
    return checkFolder(readerOf(files), [...files.keys()])
  }))
  return found.flat()
}

describe('findingText', async () => {
  const findings = await allFindings()

  it('has seen every code', () => {
    const seen = new Set(findings.map(({ code }) => code))
    expect(FINDING_CODES.filter((code) => !seen.has(code))).toEqual([])
  })

  it.each(['zh', 'en'] as const)('says in whole sentences what is wrong and what to do (%s)', (lang) => {
    const end = lang === 'zh' ? /。$/ : /\.$/
    for (const finding of findings) {
      const { what, fix } = findingText(finding, lang)
      const both = `${finding.code}: ${what} ${fix}`
      expect(what, both).toMatch(end)
      expect(fix, both).toMatch(end)
      expect(both).not.toMatch(/undefined|NaN ?(m|㎡|栋)|\[object|[!！]|（）|\(\)|“”/)
    }
  })

  it('uses no Chinese in English and Chinese words in Chinese', () => {
    for (const finding of findings) {
      const { fix } = findingText(finding, 'en')
      expect(fix).not.toMatch(/[\u4e00-\u9fff]/)
      expect(findingText(finding, 'zh').fix).toMatch(/[\u4e00-\u9fff]/)
    }
  })

  it('names value, place and way out', () => {
    const finding: Finding = {
      code: 'total-differs', severity: 'error', file: 'communities.geojson', feature: null, field: 'households',
      params: { planned: 4419, found: 4416, difference: -3, explained: 'C05 (−4)', rejected: '', remainder: 1 },
    }
    expect(findingText(finding, 'zh').what).toBe('户数合计 4416，方案为 4419，相差 -3。由这些小区引起：C05 (−4)。其余 1 不能归到某个对象，须与原始名册逐条核对。')
    expect(findingText(finding, 'en').what).toBe(
      'The households add up to 4416, the plan says 4419: difference -3. It comes from: C05 (−4). The remaining 1 cannot be pinned to a feature; compare with the source list.')
  })
})
