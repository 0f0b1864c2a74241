import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { openApp } from './harness'
import { findWork, report, seenIn, work } from './work-page'

/** Without a map: what is kept has nothing to do with how it is drawn. */
async function open() {
  const app = await openApp('#/progress', { withoutWebgl: true })
  const close = async () => {
    await app.page.waitForSelector('[data-test=map-failure]')
    app.forgive(/WebGL2 is required/)
    await app.close()
  }
  return { ...app, close }
}
const sharesIn = async (page: Page) => (await seenIn(page)).shares
const mark = (page: Page) => page.locator('[data-test=local-work]')

describe('work that is kept in the browser', () => {
  it('is there after a restart, can be undone and redone then, and is marked as not published', async () => {
    const app = await open()
    await findWork(app.page)
    await expect.poll(() => sharesIn(app.page)).not.toEqual([])
    const shipped = await sharesIn(app.page)
    expect(await report(app.page, 0.11)).toEqual({ kind: 'kept' })
    expect(await report(app.page, 0.12)).toEqual({ kind: 'kept' })
    expect(await mark(app.page).innerText()).toContain('2')

    await app.page.reload()
    await expect.poll(() => mark(app.page).innerText()).toBe('本机修改 2 项，未发布')
    await findWork(app.page)
    expect(await sharesIn(app.page)).toEqual([...shipped, 0.11, 0.12])
    expect(await work(app.page, 'undo')).toEqual({ kind: 'kept' })
    expect(await sharesIn(app.page)).toEqual([...shipped, 0.11])

    await app.page.reload()
    await findWork(app.page)
    expect(await seenIn(app.page)).toMatchObject({ canUndo: true, canRedo: true, headSeq: 1, localCount: 1 })
    await work(app.page, 'redo')
    expect(await sharesIn(app.page)).toEqual([...shipped, 0.11, 0.12])
    await work(app.page, 'restore', 0)
    const seen = await seenIn(app.page)
    expect([seen.shares, seen.stepKinds]).toEqual([shipped, ['base', 'progress', 'progress', 'restore']])
    await app.close()
  })

  it('is found by the view of one’s own data, where it is undone and, after a restart, redone by hand', async () => {
    const app = await open()
    await findWork(app.page)
    await work(app.page, 'setWho', '小王')
    await report(app.page, 0.11)
    await mark(app.page).click()
    await app.page.locator('[data-test=bar-undo]').click()
    await expect.poll(() => sharesIn(app.page)).not.toContain(0.11)
    await app.page.reload()
    await app.page.locator('[data-test=bar-redo]').click()
    await expect.poll(() => app.page.locator('[data-test=keeping]').getAttribute('data-state')).toBe('kept')
    await findWork(app.page)
    await expect.poll(() => sharesIn(app.page)).toContain(0.11)
    app.forgive(/WebGL2 is required/)
    await app.page.context().close()
    expect(app.problems).toEqual([])
  })

  it('is not on the wall, which shows the server’s folder', async () => {
    const app = await open()
    await findWork(app.page)
    await report(app.page, 0.11)
    await app.page.evaluate(() => (location.hash = '#/display'))
    await app.page.waitForSelector('[data-test=wall]')
    await expect.poll(() => sharesIn(app.page)).not.toContain(0.11)
    await app.page.evaluate(() => (location.hash = '#/progress'))
    await expect.poll(() => sharesIn(app.page)).toContain(0.11)
    await app.close()
  })

  it('says once that it was wiped, and shows the server’s folder', async () => {
    const app = await open()
    await findWork(app.page)
    await report(app.page, 0.11)
    await app.page.goto('about:blank')
    const session = await app.page.context().newCDPSession(app.page)
    await session.send('Storage.clearDataForOrigin', { origin: new URL(app.url).origin, storageTypes: 'indexeddb' })
    await app.page.goto(`${app.url}#/progress`)
    await findWork(app.page)
    await expect.poll(() => sharesIn(app.page)).not.toEqual([])
    expect(await seenIn(app.page)).toMatchObject({ notice: 'wiped', headSeq: null, keeping: 'kept' })
    expect(await sharesIn(app.page)).not.toContain(0.11)
    await app.page.reload()
    await findWork(app.page)
    expect((await seenIn(app.page)).notice).toBeNull()
    await app.close()
  })
})

describe('two tabs', () => {
  it('do not overwrite each other, and each sees what the other did', async () => {
    const app = await open()
    const other = await app.page.context().newPage()
    await other.goto(`${app.url}#/remote`)
    for (const page of [app.page, other]) await findWork(page)
    const answers = await Promise.all([...Array(5).keys()].flatMap((i) => [report(app.page, 0.1 + i / 100, 'one'), report(other, 0.2 + i / 100, 'two')]))
    expect(answers).toEqual(Array(10).fill({ kind: 'kept' }))
    await expect.poll(async () => (await seenIn(app.page)).stepKinds.length).toBe(11)
    await expect.poll(async () => (await sharesIn(app.page)).slice(-10).sort()).toEqual([0.1, 0.11, 0.12, 0.13, 0.14, 0.2, 0.21, 0.22, 0.23, 0.24])
    await app.close()
  })
})

describe('a store that fails', () => {
  const threadOf = (page: Page) => page.workers().find((worker) => worker.url().includes('workspace.worker'))!
  /** IndexedDB takes no heed of a quota that is set for a test: the failure is put into the thread. */
  const deny = (page: Page, name: string) => threadOf(page).evaluate((error) => {
    const { put } = IDBObjectStore.prototype
    Object.assign(globalThis, { mend: () => (IDBObjectStore.prototype.put = put) })
    IDBObjectStore.prototype.put = () => { throw new DOMException('on purpose', error) }
  }, name)

  it.each([['QuotaExceededError', 'full'], ['InvalidStateError', 'refused'], ['UnknownError', 'refused']])('tells of %s and warns before the page is left', async (name, keeping) => {
    const app = await open()
    await findWork(app.page)
    await report(app.page, 0.11)
    await deny(app.page, name)
    expect(await report(app.page, 0.12)).toEqual({ kind: 'unsaved' })
    expect(await report(app.page, 0.13)).toEqual({ kind: 'unsaved' })
    expect(await seenIn(app.page)).toMatchObject({ keeping, unsavedCount: 2 })
    expect((await sharesIn(app.page)).slice(-2)).toEqual([0.12, 0.13])
    await app.page.locator('h1').first().click()
    const asked = new Promise<string>((resolve) => app.page.once('dialog', (dialog) => {
      resolve(dialog.type())
      void dialog.dismiss()
    }))
    await app.page.evaluate(() => setTimeout(() => location.reload()))
    expect(await asked).toBe('beforeunload')
    await threadOf(app.page).evaluate(() => (Reflect.get(globalThis, 'mend') as () => void)())
    await work(app.page, 'retry')
    expect(await seenIn(app.page)).toMatchObject({ keeping: 'kept', unsavedCount: 0 })
    await app.close()
  })

  it('loses nothing if the thread that keeps the work breaks, saved or not', async () => {
    const app = await open()
    await findWork(app.page)
    await report(app.page, 0.11)
    await deny(app.page, 'UnknownError')
    expect(await report(app.page, 0.12)).toEqual({ kind: 'unsaved' })
    const broken = threadOf(app.page)
    await broken.evaluate(() => void setTimeout(() => { throw new Error('broken on purpose') }))
    await expect.poll(() => threadOf(app.page) !== broken).toBe(true)
    expect(await report(app.page, 0.13)).toEqual({ kind: 'kept' })
    expect(await seenIn(app.page)).toMatchObject({ keeping: 'kept', unsavedCount: 0, stepKinds: ['base', 'progress', 'progress', 'progress'] })
    expect((await sharesIn(app.page)).slice(-3)).toEqual([0.11, 0.12, 0.13])
    await app.close()
  })
})
