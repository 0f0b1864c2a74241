// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest'
import type { MadeProgramme } from '../../fixtures/made-programme'
import ShowcasePanel from '@/views/display/ShowcasePanel.vue'
import { makeScene, mountPanel, openPanels, wordsOf } from './open-panels'

vi.mock('@/workers/client', () => ({ geodataWorker: {} }))

const photos = { communityId: 'C01', before: 'photos/c01-before.jpg', after: null, credit: '住建局 2024' }
const show = (more = {}, made: MadeProgramme = {}) => {
  openPanels(made)
  return mountPanel(ShowcasePanel, { scene: makeScene({ kind: 'showcase', communityIds: ['C01'], ...more }) })
}

describe('ShowcasePanel', () => {
  it('shows the first and the last state with their days', () => {
    expect(show().findAll('figcaption').map(wordsOf)).toEqual(['改造前0%4 月 1 日', '改造后100%6 月 20 日'])
  })

  it('shows the days that were reached, and the plan of the others', () => {
    expect(show().findAll('.dates li').map((row) => [row.classes().includes('reached'), wordsOf(row)])).toEqual([
      [true, '开工4 月 1 日'], [true, '完工6 月 10 日'], [false, '验收计划 9 月 18 日'],
    ])
  })

  it('does not say what should have been reached', () => {
    const late = show({}, { dataDate: 265 })
    expect(late.findAll('.dates li').map(wordsOf)).toEqual(['开工4 月 1 日', '完工6 月 10 日'])
  })

  it('does not tell how few households there are', () => {
    const factsOf = (households: number) => wordsOf(show({}, { communities: { C01: { households } } }).find('.credit'))
    expect([9, 10].map(factsOf)).toEqual(['1 栋 · 不足 10 户不显示 · 1990 年建成 · 平面示意', '1 栋 · 10 户 · 1990 年建成 · 平面示意'])
  })

  it('draws the community from above where there is no photo', () => {
    const wrapper = show()
    expect([wrapper.findAll('svg.drawing').length, wrapper.findAll('img').length, wordsOf(wrapper.find('.credit'))]).toEqual([2, 0, '1 栋 · 60 户 · 1990 年建成 · 平面示意'])
  })

  it('shows photos with words for those who cannot see them, and their credit', () => {
    const wrapper = show({ photos })
    expect(wrapper.findAll('img').map((img) => [img.attributes('src'), img.attributes('alt')])).toEqual([['http://localhost:3000/geodata/photos/c01-before.jpg', '国槐里改造前照片']])
    expect(wordsOf(wrapper.find('.credit'))).toContain('照片：住建局 2024')
  })

  it('draws instead of a photo that cannot be read', async () => {
    const wrapper = show({ photos })
    await wrapper.find('img').trigger('error')
    expect([wrapper.findAll('svg.drawing').length, wrapper.findAll('img').length]).toEqual([2, 0])
  })
})
