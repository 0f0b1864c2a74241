import { describe, expect, it } from 'vitest'
import { openApp } from './harness'
import { waitForMap } from './map-probe'

/** The other tests rely on this list; here it is made to speak. */
describe('the list of problems', () => {
  it('has inline scripts and styles, code from text, foreign workers and script links', async () => {
    const app = await openApp()
    const refused = await app.page.evaluate(() => {
      const attempts: (() => unknown)[] = [
        () => document.body.append(Object.assign(document.createElement('script'), { textContent: 'window.hacked = 1' })),
        () => document.createElement('p').setAttribute('onclick', 'window.hacked = 2'),
        () => new Worker('assets/other.js'),
        () => Reflect.apply(setTimeout, window, ['window.hacked = 3']),
        () => Reflect.get(window, ['trusted', 'Types'].join('')).createPolicy('vue', { createHTML: (markup: string) => markup }),
      ]
      return attempts.map((attempt) => {
        try {
          attempt()
          return 'done'
        } catch (error) {
          return error instanceof TypeError ? 'refused' : String(error)
        }
      })
    })
    expect(refused).toEqual(['refused', 'refused', 'refused', 'refused', 'refused'])
    await app.page.evaluate(() => {
      const link = document.createElement('a')
      link.href = ['javascript', 'window.hacked = 4'].join(':')
      document.body.append(link)
      link.click()
      document.body.append(document.createElement('style'))
      document.querySelector('style:last-child')!.textContent = 'p { color: red }'
    })
    await expect.poll(() => app.problems.join('\n')).toMatch(/policy: style-src-elem/)
    expect(app.problems.filter((problem) => problem.startsWith('policy: require-trusted-types-for'))).toHaveLength(4)
    expect(await app.page.evaluate(() => Reflect.get(window, 'hacked'))).toBeUndefined()
    app.forgive(/^policy: require-trusted-types-for/)
    app.forgive(/^policy: trusted-types trusted-types-policy/)
    app.forgive(/^policy: script-src-elem/)
    app.forgive(/^policy: style-src-elem/)
    app.forgive(/^console: /)
    await app.close()
  })

  it('has markup nowhere: it becomes text', async () => {
    const app = await openApp()
    const shown = await app.page.evaluate(() => {
      const markup = '<img src=x onerror="window.hacked = 1"><b>bold</b>'
      const [inner, adjacent] = [document.createElement('div'), document.createElement('div')]
      Reflect.set(inner, ['inner', 'HTML'].join(''), markup)
      Reflect.apply(Reflect.get(adjacent, ['insertAdjacent', 'HTML'].join('')) as () => void, adjacent, ['beforeend', markup])
      document.body.append(inner, adjacent)
      return [inner, adjacent].map((element) => [element.children.length, element.textContent === markup])
    })
    expect(shown).toEqual([[0, true], [0, true]])
    await app.close()
  })

  it('has what a worker was refused and what it said', async () => {
    const app = await openApp()
    await waitForMap(app.page) // all is read: no call waits for the worker
    await app.page.workers()[0]!.evaluate(async () => {
      await fetch('https://elsewhere.example/').catch(() => null)
      try {
        Reflect.apply(setTimeout, self, ['1 + 1'])
      } catch {
        // refused
      }
      console.error('said in a worker on purpose')
    })
    // The three come by different ways, in any order.
    for (const part of ['said in a worker', 'Fetch API cannot load', "requires 'TrustedScript'"]) await expect.poll(() => app.problems.join('\n')).toContain(part)
    app.forgive(/^policy: in a worker: Connecting to 'https:\/\/elsewhere.example\/'/)
    app.forgive(/^policy: in a worker: .*requires 'TrustedScript'/)
    app.forgive(/^policy: in a worker: Fetch API cannot load/)
    app.forgive(/^console: said in a worker/)
    await app.close()
  })

  it('has what a second window does', async () => {
    const app = await openApp()
    const second = await app.page.context().newPage()
    await second.goto('')
    await second.evaluate(() => {
      setTimeout(() => {
        throw new Error('thrown in the second window')
      })
    })
    await expect.poll(() => app.problems.join('\n')).toContain('thrown in the second window')
    app.forgive(/second window/)
    await app.close()
  })
})
