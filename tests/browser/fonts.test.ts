import { expect, it } from 'vitest'
import { openApp } from './harness'

it('loads the rare characters only when one is shown', async () => {
  const app = await openApp('', { withoutChineseFonts: true })
  const loaded = () => app.page.evaluate(() =>
    [...document.fonts].filter((face) => face.status === 'loaded').map((face) => face.family.replaceAll('"', '')))
  await app.page.waitForLoadState('networkidle')
  await expect.poll(loaded).toContain('Renovation Sans')
  expect(await loaded()).not.toContain('Renovation Sans Rest')
  // In GB 2312, and not among the frequent characters.
  await app.page.evaluate(() => document.body.append('鼐'))
  await expect.poll(loaded, { timeout: 10_000 }).toContain('Renovation Sans Rest')
  await app.close()
})
