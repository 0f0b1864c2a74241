// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Scene } from '@/domain/tour'
import { setLanguage } from '@/i18n/use-text'
import { useSceneWords } from '@/views/display/use-scene-words'
import { makeScene, openPanels } from './open-panels'

vi.mock('@/workers/client', () => ({ geodataWorker: {} }))

afterEach(() => setLanguage('zh'))

function wordsFor(more: Partial<Scene>): [name: string, title: string, line: string] {
  openPanels()
  const { nameOf, titleOf, lineOf } = useSceneWords()
  const scene = makeScene(more)
  return [nameOf(scene), titleOf(scene), lineOf(scene)]
}

describe('useSceneWords', () => {
  it.each<[Partial<Scene>, string[]]>([
    [{}, ['全市总览', '全市 4 个小区', '2 个街区 10 栋楼，已完工 1 个小区']],
    [{ kind: 'district', districtId: 'east' }, ['东街', '东街', '2 个小区 2 栋楼，已完工 1 个小区']],
    [{ kind: 'district', districtId: 'west' }, ['西街', '西街', '1 个小区 1 栋楼']],
    [{ kind: 'showcase', communityIds: ['C01'] }, ['国槐里', '国槐里', '东街 社区']],
    [{ kind: 'finished' }, ['近期完工', '近期完工', '累计完工 1 个小区 1 栋楼']],
    [{ kind: 'behind' }, ['对照计划', '对照计划', '按计划 2 个，预警 0 个，滞后 1 个']],
    [{ kind: 'replay', fromDay: 90 }, ['进度回放', '进度回放', '4 月 1 日 至 6 月 20 日']],
    [{ kind: 'sites' }, ['新增设施', '新增设施', '0 处拟建点，聚焦一老一小']],
    [{ kind: 'plan' }, ['一句话方案', '一句话方案', '2 个街区，基础类、完善类、提升类']],
  ])('says what a scene is about: %o', (scene, words) => {
    expect(wordsFor(scene)).toEqual(words)
  })

  it('says the first of the news', () => {
    const news = { finishedIds: [], acceptedIds: ['C01'], startedIds: ['C02', 'C03'], from: 160, to: 170 }
    expect(wordsFor({ kind: 'news', news })).toEqual(['最新进展', '1 个小区通过验收', '数据截止由 6 月 10 日 更新到 6 月 20 日'])
    expect(wordsFor({ kind: 'news', news: { ...news, acceptedIds: [] } })[1]).toBe('2 个小区新开工')
  })

  it('lets the tour speak in its own words, in the language of the wall', async () => {
    const own = { caption: '我们的家园', captionEn: null }
    expect(wordsFor(own)[1]).toBe('我们的家园')
    await setLanguage('en')
    expect(wordsFor(own)[1]).toBe('4 communities in the town')
  })
})
