// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest'
import { useWorkspaceStore } from '@/stores/workspace'
import DoubtRows from '@/views/data/DoubtRows.vue'
import WorkNotices from '@/views/data/WorkNotices.vue'
import { storyJudgement } from './data-story'
import { mountCard, openImport } from './open-data'

vi.mock('@/workers/client', () => ({ geodataWorker: {} }))
vi.mock('@/workers/workspace-client', () => ({ workspaceWorker: { onBroken: () => {} } }))
vi.mock('@/data/import/held-database', () => ({ openHeldDatabase: () => ({ read: () => Promise.resolve(null) }) }))

type Wrapper = ReturnType<typeof mountCard>['wrapper']
const see = (wrapper: Wrapper, name: string) => wrapper.findAll(`[data-test=${name}]`).map((part) => part.text())

afterEach(() => document.body.replaceChildren())

describe('records that a refused row may have meant', () => {
  it('are counted and named before anything is accepted, and stay unless somebody says that they go', async () => {
    const [ledgerChange, ...others] = storyJudgement.changes
    const store = openImport({ changes: [{ ...ledgerChange!, inDoubt: ['row 7', 'row 9'] }, ...others] })
    const removal = vi.spyOn(store, 'setRemoval').mockResolvedValue()
    const { wrapper } = mountCard(DoubtRows)
    expect(wrapper.find('[data-test=in-doubt] p').text()).toMatch(/台账：现有 2 条不在可用的行中（.*7.* · .*9.*）/)
    expect(wrapper.find<HTMLInputElement>('[data-test=doubt-keep]').element.checked).toBe(true)
    await wrapper.find('[data-test=doubt-remove]').trigger('change')
    expect(removal).toHaveBeenCalledWith('ledger', true)
    openImport()
    expect(mountCard(DoubtRows).wrapper.find('[data-test=in-doubt]').exists()).toBe(false)
  })
})

describe('what is said of the work', () => {
  it('is said again when it happens again', async () => {
    openImport()
    const workspace = useWorkspaceStore()
    const { wrapper } = mountCard(WorkNotices)
    for (const _ of [1, 2]) {
      workspace.notice = 'dropped'
      await wrapper.vm.$nextTick()
      expect(see(wrapper, 'work-notice')[0]).toContain('另一个窗口先改了同一处')
      await wrapper.find('[data-test=notice-understood]').trigger('click')
      expect(see(wrapper, 'work-notice')).toEqual([])
    }
  })
})
