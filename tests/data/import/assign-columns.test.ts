import { describe, expect, it } from 'vitest'
import { assignColumns } from '@/data/import/assign-columns'
import { subjectFinder } from '@/data/import/find-subject'
import type { ImportTarget } from '@/domain/import'
import type { RawValue } from '@/domain/source-file'
import { PLAN_WORDS } from '../../fixtures/grid-layer'

const assign = (target: ImportTarget, columns: readonly string[], samples: readonly (readonly RawValue[])[]) => {
  const { fields } = assignColumns(target, columns, samples, false, subjectFinder(PLAN_WORDS))
  return columns.map((_, at) => fields.get(at)?.field ?? null)
}

describe('assignColumns', () => {
  it('gives each field its best column and each column its best field', () => {
    expect(assign('communities', ['面积', '建筑面积', '小区名称', '名称'], [[1], [2], ['甲'], ['乙']])).toEqual([null, 'floorAreaM2', 'name', null])
  })

  it('does not take a column whose values cannot be read so', () => {
    expect(assign('communities', ['小区名称', '楼栋'], [['甲'], ['1号楼', '2号楼']])).toEqual(['name', null])
    expect(assign('communities', ['小区名称', '楼栋'], [['甲'], [3, 5]])).toEqual(['name', 'buildingCount'])
  })

  it('tells an item from a milestone of the same name by its values', () => {
    expect(assign('ledger', ['拆违拆临'], [['65%', '100%']])).toEqual(['item:J01'])
    expect(assign('ledger', ['拆违拆临'], [['2024-05-31']])).toEqual(['milestone:M02'])
  })

  it('takes what is done of a group, not what is planned of it', () => {
    expect(assign('ledger', ['开工时间/计划', '开工时间/实际', '外墙保温/计划进度', '外墙保温/实际进度'], [['2024-06-15'], ['2024-06-20'], ['50%'], ['40%']])).toEqual([null, 'milestone:M09', null, 'item:W07'])
    expect(assign('ledger', ['计划/竣工验收时间', '计划竣工验收时间', '供水管网计划进度', '供水管网本周完成'], [['2024-12-20'], ['2024-12-20'], ['50%'], ['5%']])).toEqual([null, null, null, null])
  })

  it('takes 项目名称 for items where another column names the communities and its values are items', () => {
    expect(assign('ledger', ['小区', '项目名称'], [['甲', '乙'], ['供水管网改造', '雨污分流']])).toEqual(['community', 'subject'])
    expect(assign('ledger', ['小区', '项目名称'], [['甲', '乙'], ['甲小区改造工程', '乙小区改造工程']])).toEqual(['community', null])
    expect(assign('ledger', ['项目名称'], [['甲小区', '乙小区']])).toEqual(['community'])
  })

  it('does not take how many there are for how far it is', () => {
    const columns = ['加装电梯（部）', '新增停车位（个）', '外墙保温面积', '供水管网(m)', '路面整修投资（万元）', '供水管网（%）']
    expect(assign('ledger', columns, [[2], [50], [3000], [30], [12], [95]])).toEqual([null, null, null, null, null, 'item:J02'])
  })

  it('does not take a count of buildings for the number of one', () => {
    expect(assign('ledger', ['小区名称', '改造规模/楼栋/（栋）'], [['甲', '乙'], [3, 2]])).toEqual(['community', null])
    expect(assign('ledger', ['小区名称', '楼栋'], [['甲', '乙'], [3, 2]])).toEqual(['community', null])
    expect(assign('ledger', ['小区名称', '楼栋'], [['甲', '甲'], [3, 2]])).toEqual(['community', 'building'])
    expect(assign('ledger', ['小区名称', '楼栋'], [['甲', '乙'], ['3号楼', '2号楼']])).toEqual(['community', 'building'])
  })
})
