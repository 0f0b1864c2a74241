import { describe, expect, it } from 'vitest'
import type { ImportAnswer } from '@/data/import/judge-import'
import { readManifest } from '@/data/read-manifest'
import { formatDay } from '@/domain/day'
import { bring, csvOf, writtenText } from '../../fixtures/import-town'
import { smallGeodata } from '../../fixtures/small-geodata'

const changeOf = ({ judgement }: ImportAnswer, target: string) => judgement.changes.find((change) => change.target === target)

describe('judgeImport: reports', () => {
  const HEADER = ['填报日期', '小区名称', '楼栋', '填报类型', '改造内容', '完成比例(%)', '实际日期']
  const ledger = (...rows: (string | number)[][]) => ({ 'l.csv': csvOf(HEADER, ...rows) })

  it('adds new reports behind the old ones, moves the data date, and tells the figures before and after', async () => {
    const answer = await bring({ files: ledger(
      ['2024-08-01', '国槐里', '', '进度', 'J02', 55, ''], ['2024-10-30', '国槐里', '1号楼', '进度', 'J14', 100, ''], ['2024-10-31', '国槐里', '2号楼', '进度', 'J14', 100, ''],
    ) })
    expect(changeOf(answer, 'ledger')).toMatchObject({ added: ['l.csv#0:3', 'l.csv#0:4'], sameCount: 1, gone: [] })
    expect([answer.judgement.before!.finishedBuildings, answer.judgement.after!.finishedBuildings]).toEqual([0, 2])
    expect(formatDay(answer.judgement.after!.dataDate)).toBe('2024-10-31')
    const lines = writtenText(answer, 'ledger.csv').trim().split('\r\n')
    expect(lines).toHaveLength(10)
    expect(lines.at(-1)).toBe('2024-10-31,C01,C01-B2,progress,J14,1,,')
    expect(formatDay(readManifest(writtenText(answer, 'manifest.json')).value!.dataDate)).toBe('2024-10-31')
  })

  it('waits where a share goes back, and writes a correction if somebody says it is one', async () => {
    const files = ledger(['2024-10-30', '国槐里', '', '进度', 'J02', 40, ''])
    const open = await bring({ files })
    expect(open.judgement.rows[0]).toMatchObject({ verdict: 'open', findings: [{ code: 'correction-needed', params: { found: 0.4, before: 0.55, on: '2024-08-01' } }] })
    expect(changeOf(open, 'ledger')).toMatchObject({ contradicting: ['l.csv#0:2'], added: [] })
    expect(open.judgement.openQuestionCount).toBe(1)
    const taken = await bring({ files, decisions: { corrections: { 'l.csv#0:2': true } } })
    expect(writtenText(taken, 'ledger.csv')).toContain('2024-10-30,C01,,correction,J02,0.4,,')
    expect(taken.judgement.findings.filter(({ severity }) => severity === 'error')).toEqual([])
    const left = await bring({ files, decisions: { corrections: { 'l.csv#0:2': false } } })
    expect([left.files, left.judgement.rows[0]!.verdict]).toEqual([null, 'rejected'])
  })

  it('says nothing else of a row whose share waits for its unit', async () => {
    const rows = [['填报日期', '小区名称', '改造内容', '进度'], ['2024-10-30', '国槐里', 'J02', 0.6], ['2024-10-30', '海棠里', 'J02', 70]]
    const { judgement } = await bring({ files: { 'l.csv': csvOf(...rows) } })
    expect(judgement.findings.map(({ code }) => code)).toEqual(['unit-ambiguous'])
    expect(judgement.rows.map(({ verdict }) => verdict)).toEqual(['open', 'open'])
  })

  it('tells once what is wrong with a row of several reports', async () => {
    const wide = { 'w.csv': csvOf(['填报日期', '小区名称', 'J02', 'J09'], ['2024-10-30', '没有这个小区', '60%', '70%']) }
    const { judgement } = await bring({ files: wide })
    expect(judgement.rows).toHaveLength(2)
    expect(judgement.findings.filter(({ code }) => code === 'name-unknown')).toHaveLength(1)
  })

  it('refuses reports of tomorrow, of another century, and above a later one', async () => {
    const answer = await bring({ files: ledger(
      ['2024-11-02', '国槐里', '', '进度', 'J02', 60, ''], ['2004-10-30', '国槐里', '', '进度', 'J02', 0, ''], ['2024-07-15', '国槐里', '', '进度', 'J02', 90, ''],
    ) })
    expect(answer.judgement.rows.map(({ verdict, findings }) => [verdict, findings[0]!.code])).toEqual([['rejected', 'report-future'], ['rejected', 'report-early'], ['rejected', 'share-above-later']])
    expect(changeOf(answer, 'ledger')!.contradicting).toEqual(['l.csv#0:2', 'l.csv#0:4'])
  })

  it('holds reports against plan and places as the folder is', async () => {
    const answer = await bring({ files: ledger(
      ['2024-10-30', '国槐里', '1号楼', '进度', 'J02', 60, ''], ['2024-10-30', '海棠里', '', '进度', 'J09', 10, ''], ['2024-10-30', '国槐里', '', '节点', 'M11', '', '2024-06-01'], ['2024-10-30', '柳园', '', '进度', 'J02', 60, ''],
    ) })
    expect(answer.judgement.rows.map(({ verdict, findings }) => [verdict, findings[0]?.code])).toEqual([
      ['rejected', 'building-not-allowed'], ['rejected', 'subject-not-planned'], ['rejected', 'milestone-contradiction'], ['rejected', 'name-unknown'],
    ])
    expect(answer.judgement.comparison!.explanations).toMatchObject([{ kind: 'not-on-map', dataset: 'communities', label: '柳园', communities: 0 }])
  })

  it('takes a report about all buildings of a community for each of them', async () => {
    const answer = await bring({ files: ledger(['2024-10-30', '国槐里', '', '进度', 'J14', 60, '']) })
    expect(answer.judgement.rows.map(({ key, label }) => [key, label])).toEqual([['l.csv#0:2@C01-B1', '国槐里 1号楼 J14 2024-10-30'], ['l.csv#0:2@C01-B2', '国槐里 2号楼 J14 2024-10-30']])
  })

  it('tells what a report of the same day changes', async () => {
    const answer = await bring({ files: ledger(['2024-08-01', '国槐里', '', '进度', 'J02', 70, '']) })
    expect(answer.judgement.rows[0]).toMatchObject({ change: 'changed', changedFields: [{ field: 'doneShare', from: '0.55', to: '0.7' }], label: '国槐里 J02 2024-08-01' })
    expect(changeOf(answer, 'ledger')).toMatchObject({ changed: ['l.csv#0:2'] })
  })

  it('does not take the same file twice', async () => {
    const files = ledger(['2024-10-30', '国槐里', '', '进度', 'J02', 40, ''])
    const town = smallGeodata()
    town.ledger.push(['2024-10-30', 'C01', '', 'correction', 'J02', '0.4', '', ''])
    expect((await bring({ files, town })).files).toBeNull()
  })
})
