import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OpenedApp } from './harness'
import { closeFlat, copyTour, FLAT, openWall, readWall } from './wall-page'

const onWall = (page: Page) => expect.poll(() => readWall(page))

describe('a wall and the window that steers it', () => {
  let wall: OpenedApp
  let remote: Page
  beforeAll(async () => {
    wall = await openWall('#/display', { ...FLAT, geodata: await copyTour() })
    remote = await wall.page.context().newPage()
    await remote.setViewportSize({ width: 390, height: 844 })
    await remote.goto('#/remote')
    await remote.locator('[data-test=current]').waitFor()
  })
  afterAll(() => closeFlat(wall))
  const press = (name: string) => remote.locator(`[data-test=${name}]`).click()

  it('shows in the second window what is on the wall', async () => {
    expect(await remote.locator('[data-test=current]').innerText()).toBe('全市总览')
    expect(await remote.locator('.scenes li').count()).toBeGreaterThan(8)
    expect(await remote.locator('[data-test=facts]').innerText()).toMatch(/数据正常.*数据截止 2024-10-28.*1280 × 720/s)
    expect(await remote.locator('[data-test=view-link]').getAttribute('href')).toBe('#/progress?date=2024-10-28')
  })

  it('goes on, pauses and resumes', async () => {
    const { scene: first } = await readWall(wall.page)
    await press('next')
    await onWall(wall.page).toEqual({ scene: expect.stringMatching(/^district-/) as unknown, mode: 'playing' })
    await press('previous')
    await onWall(wall.page).toEqual({ scene: first, mode: 'playing' })
    await press('pause')
    await onWall(wall.page).toEqual({ scene: first, mode: 'paused' })
    await expect.poll(() => remote.locator('[data-test=until]').innerText()).toMatch(/^\d+ 秒后自动继续$/)
    await press('resume')
    await onWall(wall.page).toEqual({ scene: first, mode: 'playing' })
  })

  it('jumps, pins and frees', async () => {
    await remote.locator('[data-scene=behind]').click()
    await onWall(wall.page).toEqual({ scene: 'behind', mode: 'playing' })
    await press('pin')
    await onWall(wall.page).toEqual({ scene: 'behind', mode: 'pinned' })
    await expect.poll(() => remote.locator('[data-test=mode]').innerText()).toContain('已固定')
    await press('pin')
    await onWall(wall.page).toEqual({ scene: 'behind', mode: 'playing' })
  })

  it('obeys nothing that is no command of its own', async () => {
    const before = await readWall(wall.page)
    await remote.evaluate(() => {
      const channel = new BroadcastChannel(`renovation-show:${new URL('.', document.baseURI).pathname}`)
      const command = (inner: unknown) => ({ format: 'renovation-show-1', kind: 'command', wallId: null, command: inner })
      for (const message of [null, 'next', { kind: 'next' }, command({ kind: 'jump', sceneId: 'nowhere' }), command({ kind: 'eval', sceneId: 'alert(1)' }), command({ kind: 'pin', sceneId: { toString: 1 } })]) channel.postMessage(message)
      channel.close()
    })
    // The wall works through its messages in order: after this one it has seen all.
    await press('pause')
    await onWall(wall.page).toEqual({ ...before, mode: 'paused' })
    await press('resume')
    await onWall(wall.page).toEqual(before)
  })

  it('has no pointer, and nothing that scrolls, at any size', async () => {
    for (const [width, height] of [[1366, 768], [1920, 1080], [1080, 1920], [3840, 2160], [7680, 2160]] as const) {
      await wall.page.setViewportSize({ width, height })
      const found = await wall.page.evaluate(() => {
        const scrolls = [...document.querySelectorAll('*')].filter((element) => {
          const { overflowX, overflowY } = getComputedStyle(element)
          const root = element === document.documentElement || element === document.body
          const down = (root || /auto|scroll/.test(overflowY)) && element.scrollHeight > element.clientHeight + 1
          const across = (root || /auto|scroll/.test(overflowX)) && element.scrollWidth > element.clientWidth + 1
          return down || across
        })
        return { cursor: getComputedStyle(document.elementFromPoint(innerWidth / 2, innerHeight / 2)!).cursor, scrolls: scrolls.map(({ tagName, className }) => `${tagName} ${String(className)}`) }
      })
      expect(found, `${width} × ${height}`).toEqual({ cursor: 'none', scrolls: [] })
    }
    await wall.page.setViewportSize(FLAT.viewport)
  })

  it('is missed when it closes', async () => {
    await wall.page.goto('about:blank')
    await remote.locator('[data-test=no-wall]').waitFor()
  })
})
