import { describe, expect, it } from 'vitest'
import { openApp } from './harness'

describe('the built app', () => {
  it('opens with its title and nothing to complain about', async () => {
    const app = await openApp()
    expect(await app.page.title()).toContain('老旧小区改造')
    await app.page.waitForLoadState('networkidle')
    await app.close()
  })

  it('is written in its own font where the machine has no Chinese one', async () => {
    const app = await openApp('', { withoutChineseFonts: true })
    const loaded = await app.page.evaluate(async () => (await document.fonts.load('16px "Renovation Sans"', '改造')).length)
    expect(loaded).toBe(1)
    await app.close()
  })

  it('would complain about a foreign request, a forbidden script and an error', async () => {
    const app = await openApp()
    await app.page.evaluate(async () => {
      await fetch('https://elsewhere.example/').catch(() => null)
      const script = document.createElement('script')
      script.textContent = 'window.hacked = true'
      document.head.append(script)
      setTimeout(() => {
        throw new Error('thrown on purpose')
      })
    })
    await expect.poll(() => app.problems.join('\n')).toContain('thrown on purpose')
    app.forgive(/^policy: connect-src/)
    app.forgive(/^policy: script-src/)
    app.forgive(/^console: .*Content Security Policy/)
    app.forgive(/thrown on purpose/)
    await app.close()
  })
})
