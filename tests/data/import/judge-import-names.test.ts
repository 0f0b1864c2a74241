import { describe, expect, it } from 'vitest'
import { bring, csvOf } from '../../fixtures/import-town'
import { at } from '../../fixtures/small-geodata'

describe('judgeImport: names', () => {
  it('renames nobody whose name is only written in another way', async () => {
    const figures = (name: string) => bring({ files: { 'c.csv': csvOf(['小区名称', '户数'], [name, 50]) } })
    for (const name of ['国槐里小区', '国 槐 里', '兴安街道国槐里']) {
      expect((await figures(name)).judgement.rows[0], name).toMatchObject({ recordId: 'C01', verdict: 'accepted', changedFields: [{ field: 'households', from: '48', to: '50' }] })
    }
    const byId = await bring({ files: { 'c.csv': csvOf(['小区编码', '小区名称', '户数'], ['C01', '国槐新里', 48]) } })
    expect(byId.judgement.rows[0]!.changedFields).toEqual([{ field: 'name', from: '国槐里', to: '国槐新里' }])
  })

  it('reads traditional characters, in headers and names', async () => {
    const { judgement } = await bring({ files: { 'c.csv': csvOf(['小區名稱', '戶數', '建築面積（㎡）'], ['國槐里', 50, 6000]) } })
    expect(judgement.rows[0]).toMatchObject({ recordId: 'C01', changedFields: [{ field: 'households', from: '48', to: '50' }] })
    expect(judgement.names).toMatchObject([{ name: '國槐里', match: 'same', takenId: 'C01' }])
  })

  it('says in one sentence that a table names somebody unknown, and who comes near', async () => {
    const { judgement } = await bring({ files: { 'c.csv': csvOf(['小区名称', '户数', '经度', '纬度'], ['国棉三厂', 60, ...at(50, 40)]) } })
    expect(judgement.rows[0]!.findings).toMatchObject([{ code: 'record-incomplete', params: { name: '国棉三厂', nearest: '', hadPoint: 'yes' } }])
    const spelled = await bring({ files: { 'c.csv': csvOf(['小区名称', '户数'], ['国里', 60]) } })
    expect(spelled.judgement.rows[0]!.findings).toMatchObject([{ code: 'record-incomplete', params: { nearest: '国槐里' } }])
  })
})
