// @vitest-environment happy-dom
import { enableAutoUnmount, flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import type { Scene } from '@/domain/tour'
import type { useGeodataStore } from '@/stores/geodata'
import type { useShowStore } from '@/stores/show'
import ScenePrint from '@/views/display/ScenePrint.vue'
import { mountPart, startWall } from './start-wall'

vi.mock('@/workers/client', () => ({ geodataWorker: {} }))

enableAutoUnmount(afterEach)
let show: ReturnType<typeof useShowStore>
let geodata: ReturnType<typeof useGeodataStore>
beforeEach(() => {
  ({ show, geodata } = startWall())
  vi.stubGlobal('print', vi.fn())
})
afterEach(() => {
  show.stop()
  vi.unstubAllGlobals()
})

const sceneOf = (id: string): Scene => show.scenes.find((scene) => scene.id === id)!
const open = (id: string, takePicture = () => Promise.resolve(new Blob(['x'], { type: 'image/png' }))) => mountPart(ScenePrint, { scene: sceneOf(id), takePicture })
const rowsOf = (page: ReturnType<typeof open>) => page.findAll('tbody tr').map((row) => row.findAll('td').map((cell) => cell.text()))
const ctrlP = () => window.dispatchEvent(new KeyboardEvent('keydown', { key: 'p', ctrlKey: true }))

describe('ScenePrint', () => {
  it('says what it is, how old, that it is an example, and where to find it', () => {
    const words = open('overview').text()
    for (const expected of ['示意数据', '截至 1970-10-28', '数据截止 1970-10-28', '总体进度', '某某局', '审图号：待配置', '#/display?scene=overview&hold=1']) expect(words).toContain(expected)
  })

  it('has the districts of the whole programme', () => {
    expect(rowsOf(open('overview'))).toEqual([['东街', '1', '100%', '100%'], ['西街', '1', '25%', '100%']])
  })

  it('has the progress of a district’s communities, without lamps and reasons', () => {
    const page = open('district-west')
    expect(rowsOf(page)).toEqual([['乙院', '1', '50', '25%']])
    expect(page.text()).not.toMatch(/滞后|预警|落后/)
  })

  it('does not tell how few households there are', () => {
    const { programme } = geodata
    geodata.programme = { ...programme!, communities: programme!.communities.map((community) => ({ ...community, households: 9 })) }
    expect([rowsOf(open('district-west')), rowsOf(open('showcase-C1'))[1]]).toEqual([[['乙院', '1', '不足 10 户不显示', '25%']], ['户数', '不足 10 户不显示']])
  })

  it('counts who is behind and names nobody', () => {
    const page = open('behind')
    expect(rowsOf(page)).toEqual([['按计划', '1'], ['预警', '0'], ['滞后', '1']])
    expect(page.text()).not.toContain('乙院')
    expect(page.text()).toContain('只公布汇总数')
  })

  it('has the days of a showcase community, the finished ones, and the milestones', () => {
    expect(rowsOf(open('showcase-C1'))).toEqual([['栋数', '2'], ['户数', '100'], ['进度', '100%'], ['已开工', '1970-04-21'], ['已完工', '1970-09-08'], ['已验收', '—']])
    expect(rowsOf(open('finished'))).toEqual([['甲院', '1970-09-08']])
    expect(rowsOf(open('plan'))).toEqual([['M1', '1970-04-11'], ['M2', '1971-02-05']])
  })

  it('leaves room for one page however many rows there are', () => {
    const { programme } = geodata
    const [first] = programme!.communities
    geodata.programme = { ...programme!, communities: Array.from({ length: 40 }, (_, n) => ({ ...first!, id: `X${n}`, name: `院 ${n}`, districtId: 'west' })) }
    const page = open('district-west')
    expect(rowsOf(page).length).toBe(23)
    expect(page.text()).toContain('另有 17 个')
  })

  it('takes a picture first, holds the show meanwhile, and lends it to no other scene', async () => {
    const page = open('overview')
    ctrlP()
    await vi.waitFor(() => expect(window.print).toHaveBeenCalledOnce())
    expect(show.mode).toBe('paused')
    expect(page.get('img').attributes('src')).toMatch(/^data:image\/png/)
    await page.setProps({ scene: sceneOf('plan') })
    await nextTick()
    expect(page.find('img').exists()).toBe(false)
  })

  it('is printed without a picture where there is no map', async () => {
    const page = open('overview', () => Promise.reject(new Error('no map')))
    vi.spyOn(console, 'error').mockImplementation(() => {})
    ctrlP()
    await vi.waitFor(() => expect(window.print).toHaveBeenCalledOnce())
    await flushPromises()
    expect(page.text()).toContain('没有取到地图图片')
  })
})
