import { spawn, type ChildProcess } from 'node:child_process'
import { chromium, type Browser } from 'playwright-core'
import { findBrowser } from '@/cli/find-browser.mjs'

/** A browser of its own with a profile that outlives it. */
export interface OwnBrowser {
  browser: Browser
  /** End it with all of its processes, at once. */
  kill(): Promise<void>
}

export async function startBrowser(profile: string): Promise<OwnBrowser> {
  const flags = ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-first-run', '--remote-debugging-port=0', `--user-data-dir=${profile}`]
  const child = spawn(findBrowser()!.path, [...flags, 'about:blank'], { detached: true, stdio: ['ignore', 'ignore', 'pipe'] })
  const kill = (): Promise<void> => killAll(child)
  try {
    return { browser: await chromium.connectOverCDP(await addressOf(child)), kill }
  } catch (error) {
    await kill()
    throw error
  }
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    child.stderr!.on('data', (part: Buffer) => {
      said += part.toString()
      const found = /DevTools listening on (ws:\S+)/.exec(said)?.[1]
      if (found) resolve(found)
    })
    child.once('exit', () => reject(new Error(`the browser ended: ${said}`)))
  })
}

async function killAll(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  process.kill(-child.pid, 'SIGKILL')
  await gone
}
