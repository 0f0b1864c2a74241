import { describe, expect, it } from 'vitest'
import { openApp, type OpenedApp } from './harness'
import { findMap, screenPoint, waitForMap } from './map-probe'
import { differingShare, readPixels } from './pixels'

describe('the built app', () => {
  it('opens with its title, the sample-data mark, the four totals, and nothing to complain about', async () => {
    const app = await openApp()
    expect(await app.page.title()).toBe('安丘市老旧小区改造一张图')
    await waitForMap(app.page)
    expect(await app.page.locator('[data-test=synthetic]').innerText()).toContain('示意数据')
    expect(await app.page.locator('[data-test=credit]').innerText()).toMatch(/示意数据.*数据截止 2024-10-28.*审图号/)
    expect(await app.page.locator('[data-test=totals] .value .num').allInnerTexts()).toEqual(['35', '123', '4,419', '50.81'])
    await app.page.waitForLoadState('networkidle')
    await app.close()
  })

  it('would complain about a foreign request, a forbidden script and an error', async () => {
    const app = await openApp()
    await app.page.evaluate(async () => {
      await fetch('https://elsewhere.example/').catch(() => null)
      const script = document.createElement('script')
      script.append('window.hacked = true')
      document.head.append(script)
      setTimeout(() => {
        throw new Error('thrown on purpose')
      })
    })
    await expect.poll(() => app.problems.join('\n')).toContain('thrown on purpose')
    app.forgive(/^policy: connect-src/)
    app.forgive(/^policy: require-trusted-types-for/)
    app.forgive(/^console: .*(Content Security Policy|TrustedScript)/)
    app.forgive(/thrown on purpose/)
    await app.close()
  })
})

describe.runIf(process.platform === 'linux')('on a machine without Chinese fonts', () => {
  it('draws page and map with the same letters as on a machine with them', async ({ skip }) => {
    const link = '#/progress?date=2024-08-26&flat=1&community=C01'
    const [without, having] = [await openApp(link, { withoutChineseFonts: true }), await openApp(link)]
    // The two machines really differ: one draws the same box for every character its fonts lack.
    expect(await hasChinese(without)).toBe(false)
    if (!(await hasChinese(having))) skip('this machine has no Chinese font to compare with')

    const pictures = [await pictureOf(without), await pictureOf(having)] as const
    expect(pictures[0].heading.length).toBeGreaterThan(1000)
    expect(differingShare(pictures[0].heading, pictures[1].heading)).toBeLessThan(0.01)
    expect(differingShare(pictures[0].label, pictures[1].label)).toBeLessThan(0.01)
    await without.close()
    await having.close()
  })
})

/** Pixels of the heading of the page and of the label of 国槐里 on the map. */
async function pictureOf({ page }: OpenedApp) {
  await waitForMap(page)
  await page.evaluate(() => document.fonts.ready)
  const heading = (await page.locator('h1').first().boundingBox())!
  const map = await findMap(page)
  const place = await map.evaluate((map) => {
    const [label] = map.queryRenderedFeatures({ layers: ['programme-label-selected'] })
    return label?.geometry.type === 'Point' ? label.geometry.coordinates : null
  })
  if (!place) throw new Error('the label of the selected community is not drawn')
  const { x, y } = await screenPoint(page, [place[0]!, place[1]!])
  const label = { x: x - 50, y: y - 50, width: 100, height: 60 }
  return { heading: await readPixels(page, heading), label: await readPixels(page, label) }
}

/** Whether the fonts of the machine alone tell two characters apart. */
function hasChinese({ page }: OpenedApp): Promise<boolean> {
  return page.evaluate(() => {
    const draw = (character: string) => {
      const context = new OffscreenCanvas(40, 40).getContext('2d')!
      context.font = '32px sans-serif'
      context.fillText(character, 2, 34)
      return context.getImageData(0, 0, 40, 40).data.join()
    }
    return draw('国') !== draw('图')
  })
}
