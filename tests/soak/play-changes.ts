import type { Page } from 'playwright-core'

/** Play a number of scene changes, one as soon as the one before is on screen. Answers with the id of the scene that is then on. */
export function playChanges(page: Page, count: number): Promise<string> {
  return page.evaluate(async (count) => {
    const wall = document.querySelector<HTMLElement>('[data-test=wall]')!
    const channel = new BroadcastChannel(`renovation-show:${new URL('.', document.baseURI).pathname}`)
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
    for (let done = 0; done < count; done++) {
      const before = wall.dataset.scene
      channel.postMessage({ format: 'renovation-show-1', kind: 'command', wallId: null, command: { kind: 'next' } })
      const end = performance.now() + 20_000
      while (wall.dataset.scene === before) {
        if (performance.now() > end) throw new Error(`no change from scene ${before} in 20 s`)
        await frame()
      }
      // The change was written; two frames later it has been drawn.
      await frame()
      await frame()
    }
    channel.close()
    return wall.dataset.scene!
  }, count)
}

/** Play until a scene is on and the map rests. */
export async function playTo(page: Page, sceneId: string): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if ((await page.getAttribute('[data-test=wall]', 'data-scene')) === sceneId) break
    await playChanges(page, 1)
  }
  await page.waitForSelector(`[data-test=wall][data-scene="${sceneId}"] [data-map-state=idle]`, { timeout: 60_000 })
}
