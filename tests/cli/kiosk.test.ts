import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { describe, expect, it, vi } from 'vitest'
import { connectDevtools } from '@/cli/devtools-pipe.mjs'
import { readKioskArguments, startKiosk } from '@/cli/kiosk.mjs'

describe('arguments', () => {
  it('are read', () => {
    const args = ['https://wall.example/#/display?hold=1', '--size', '1920,1080', '--profile', '/p', '--browser', '/b', '--flag=--a', '--flag=--b=1']
    expect(readKioskArguments(args)).toEqual({
      url: 'https://wall.example/#/display?hold=1', browser: '/b', profile: '/p', flags: ['--window-size=1920,1080', '--window-position=0,0', '--a', '--b=1'],
    })
  })

  it('open the wall if the address names no view', () => {
    expect(readKioskArguments(['http://localhost:4173', '--browser', '/b']).url).toBe('http://localhost:4173/#/display')
  })

  it.each([
    [[], 'Name one address'],
    [['a', 'b'], 'Name one address'],
    [['wall'], 'wall is no address of a web server'],
    [['file:///index.html'], 'is no address of a web server'],
    [['http://a', '--size', 'large'], '--size wants width and height'],
  ])('%j are refused', (args, message) => expect(() => readKioskArguments(args)).toThrow(message))
})

describe('supervisor', () => {
  it('waits longer and longer while the browser ends at once, and says why', async () => {
    const profile = mkdtempSync(join(tmpdir(), 'kiosk-'))
    const lines: string[] = []
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const kiosk = startKiosk({ url: 'http://localhost/', browser: '/nowhere/browser', profile, log: (line: string) => lines.push(line) })
    for (const seconds of [1, 2, 4, 8, 16, 32, 60, 60]) {
      await vi.waitFor(() => expect(lines.at(-1)).toMatch(/starting again/))
      expect(lines.at(-1)).toMatch(new RegExp(`could not be started: .*; starting again in ${seconds} s$`))
      vi.advanceTimersByTime(seconds * 1000)
      lines.length = 0
      await new Promise((fulfil) => setImmediate(fulfil))
    }
    await kiosk.stop()
    vi.useRealTimers()
    rmSync(profile, { recursive: true })
  })

  it('does not take a profile from a browser that lives', async () => {
    const profile = mkdtempSync(join(tmpdir(), 'kiosk-'))
    const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)', '--', `--user-data-dir=${profile}`])
    symlinkSync(`${hostname()}-${other.pid}`, join(profile, 'SingletonLock'))
    const kiosk = startKiosk({ url: 'http://localhost/', browser: '/nowhere/browser', profile, log: () => {} })
    await expect(kiosk.done).rejects.toThrow(`Another browser (process ${other.pid}) uses`)
    other.kill()
    rmSync(profile, { recursive: true })
  })

  it.skipIf(process.platform !== 'linux')('takes it if the number belongs to something else since, as after a power cut', async () => {
    const profile = mkdtempSync(join(tmpdir(), 'kiosk-'))
    symlinkSync(`${hostname()}-${process.pid}`, join(profile, 'SingletonLock'))
    const lines: string[] = []
    const kiosk = startKiosk({ url: 'http://localhost/', browser: '/nowhere/browser', profile, log: (line: string) => lines.push(line) })
    await vi.waitFor(() => expect(lines.at(-1)).toMatch(/could not be started/))
    await kiosk.stop()
    rmSync(profile, { recursive: true })
  })
})

describe('pipe to the browser', () => {
  function open() {
    const [toBrowser, fromBrowser] = [new PassThrough(), new PassThrough()]
    const events: unknown[] = []
    return { toBrowser, fromBrowser, events, devtools: connectDevtools(toBrowser, fromBrowser, (event) => events.push(event)) }
  }

  it('puts messages together that come in pieces, and answers to their questions', async () => {
    const { toBrowser, fromBrowser, events, devtools } = open()
    const answer = devtools.send('Runtime.evaluate', { expression: '1' }, { sessionId: 's', limitMs: 1000 })
    expect(String(toBrowser.read())).toBe('{"id":1,"method":"Runtime.evaluate","params":{"expression":"1"},"sessionId":"s"}\0')
    fromBrowser.write('{"method":"Inspector.targetCrashed","sessionId":"s"}\0{"id":1,')
    fromBrowser.write('"result":{"name":"安丘"}}\0')
    expect(await answer).toEqual({ name: '安丘' })
    expect(events).toEqual([{ method: 'Inspector.targetCrashed', params: {}, sessionId: 's' }])
  })

  it('gives up a question without answer', async () => {
    const { devtools } = open()
    await expect(devtools.send('Runtime.evaluate', {}, { limitMs: 10 })).rejects.toThrow('no answer to Runtime.evaluate for 0.01 s')
  })

  it('passes on what the browser refuses', async () => {
    const { fromBrowser, devtools } = open()
    const answer = devtools.send('Page.fly', {}, { limitMs: 1000 })
    fromBrowser.write('{"id":1,"error":{"message":"unknown"}}\0')
    await expect(answer).rejects.toThrow('Page.fly: unknown')
  })
})
