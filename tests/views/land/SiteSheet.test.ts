// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { useSpaceLifeStore } from '@/stores/space-life'
import ChoiceSheet from '@/views/land/ChoiceSheet.vue'
import SiteSheet from '@/views/land/SiteSheet.vue'
import { mountPart, openLand } from './open-land'

vi.mock('@/workers/client', () => ({ geodataWorker: {} }))

const words = (text: string) => text.replace(/\s+/g, ' ').trim()
const ADDRESS = 'http://localhost/#/land?site=S001'
function open(n = 0, change?: Parameters<typeof openLand>[0], props: Record<string, unknown> = {}) {
  const { answer } = openLand(change)
  return mountPart(SiteSheet, { site: answer.sites[n], picture: 'data:image/png;base64,AA==', address: ADDRESS, ...props })
}

describe('SiteSheet', () => {
  beforeEach(() => localStorage.clear())

  it('says above all that it permits nothing, and that the data are made up', () => {
    const sheet = open()
    expect([sheet.find('h1').text(), sheet.find('.figure').text()]).toEqual(['候选 1 · 地块S001（2 宗）', '61 分 · 选中'])
    expect(sheet.find('.disclaimer').text()).toBe('辅助分析，不作为规划许可依据示意数据，非实测')
  })

  it('does not call measured data made up', () => {
    expect(open(0, ({ provenance }) => Object.assign(provenance, { isSynthetic: false })).text()).not.toContain('示意数据')
  })

  it('lists parts with measured area and tenure, land and gaps apart', () => {
    const sheet = open()
    // 20 m × 20 m each.
    expect(sheet.findAll('tbody tr').map((row) => words(row.text()))).toEqual(['地块S001 S001地块400 ㎡单位自管空闲地 2301内业核查', '地块S002 S002地块400 ㎡单位自管空闲地 2301内业核查'])
    const facts = sheet.findAll('dl div').map((row) => words(row.text()))
    expect(facts.slice(0, 3)).toEqual(['用地面积800 ㎡', '缝隙（不计入）100 ㎡', '内接宽度20.0 m'])
    expect(facts).toContain('覆盖人数（60 岁以上）121 人')
  })

  it('prints no right holder', () => {
    expect(open().text()).not.toContain('某单位')
  })

  it('shows points with values in their units, and cites each rule with how sure it is', () => {
    const sheet = open()
    expect(words(sheet.findAll('[data-test=sheet-contributions] li')[1]!.text())).toBe('就近程度平均 1.0 分钟9')
    const rules = words(sheet.find('[data-test=sheet-rules]').text())
    expect(rules).toContain('够建 350 ㎡ 的形式，余 290 ㎡ 〔假设〕测试用')
    expect(sheet.text()).toMatch(/服务半径 500 m\s*〔假设〕测试用/)
  })

  it('tells a number that was asked from the number of the rule', () => {
    expect(open(0, ({ question }) => Object.assign(question, { radiusM: 400 })).text()).toContain('400 m（规则 500 m）')
  })

  it('names what an unscored site lacks', () => {
    const sheet = open(1)
    expect([sheet.find('.figure').text(), sheet.text().includes('未评分，缺少：权属')]).toEqual(['未评分', true])
  })

  it('tells how far the space has come', () => {
    openLand()
    const sheet = open()
    expect(sheet.text()).toContain('还没有记录')
    useSpaceLifeStore().add(['S001', 'S002'], { stage: 'checked', date: '2024-10-02', remark: '现场看过' })
    return sheet.vm.$nextTick().then(() => expect(sheet.find('.step').text()).toBe('2024-10-02 已核查 · 现场看过'))
  })

  it('carries question, data, program and link', () => {
    const footer = words(open().find('footer').text())
    for (const part of ['养老 · 步行 500 m', 'plan aa', 'test 1.0', ADDRESS]) expect(footer).toContain(part)
  })

  it('stays one page whatever comes: long lists and links are cut, and say so', () => {
    const partIds = Array.from({ length: 9 }, () => 'S001')
    const sheet = open(0, (answer) => Object.assign(answer, { sites: [{ ...answer.sites[0]!, partIds, advice: Array.from({ length: 7 }, () => answer.sites[1]!.advice[0]) }] }), { address: `http://localhost/#${'x'.repeat(3000)}` })
    expect([sheet.findAll('tbody tr').length, sheet.text().includes('另有 4 宗'), sheet.text().includes('另有 3 条'), sheet.text().includes('链接太长')]).toEqual([6, true, true, true])
  })

  it('says when there is no picture', () => {
    expect(open(0, undefined, { picture: null }).find('.nothing').text()).toBe('没有取到地图图片')
  })
})

describe('ChoiceSheet', () => {
  it('tells coverage, the chosen sites and who stays uncovered', () => {
    openLand()
    const sheet = mountPart(ChoiceSheet, { picture: null, address: ADDRESS })
    expect([sheet.find('.figure').text(), sheet.find('.disclaimer').exists()]).toEqual(['25% → 65%', true])
    expect(words(sheet.find('tbody tr').text())).toBe('1地块S001（2 宗）800 ㎡80 人3.5 分钟61')
    expect(words(sheet.find('.row').text())).toBe('C0170 人120 m')
  })

  it('says so if nothing is chosen', () => {
    openLand((answer) => Object.assign(answer, { sites: [], choice: { ...answer.choice, siteIds: [], isProven: true } }))
    expect(mountPart(ChoiceSheet, { picture: null, address: ADDRESS }).text()).toContain('没有选中的地点')
  })
})
