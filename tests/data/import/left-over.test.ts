import { describe, expect, it } from 'vitest'
import { subjectFinder } from '@/data/import/find-subject'
import { leftOverFindings, leftOverReason } from '@/data/import/left-over'
import { PLAN_WORDS } from '../../fixtures/grid-layer'

const findSubject = subjectFinder(PLAN_WORDS)

describe('leftOverReason', () => {
  it.each([
    ['communities', '开工时间', 'progress'], ['communities', '外墙保温', 'progress'], ['buildings', '形象进度', 'progress'], ['communities', '备用', null],
    ['ledger', '户数（户）', 'basics'], ['ledger', '改造规模/楼栋数', 'basics'], ['baseline', '建筑面积', 'basics'],
    ['ledger', '计划/开工时间', 'planned'], ['ledger', '本周完成率', 'planned'], ['ledger', '形象进度', 'whole'], ['ledger', '施工单位', null],
  ] as const)('%s: %s', (target, column, reason) => {
    expect(leftOverReason(target, column, findSubject)).toBe(reason)
  })
})

describe('leftOverFindings', () => {
  it('names the columns of a reason together', () => {
    const findings = leftOverFindings(new Map([['开工', 'progress'], ['户数', 'basics'], ['竣工', 'progress']]), 'a.xlsx')
    expect(findings.map(({ severity, field, params }) => [severity, field, params])).toEqual([
      ['warning', null, { reason: 'progress', columns: '开工、竣工' }], ['warning', null, { reason: 'basics', columns: '户数' }],
    ])
  })
})
