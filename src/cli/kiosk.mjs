// Shows a wall on this machine and keeps it on:
//   npm run kiosk -- http://localhost:4173/#/display
//   npm run kiosk -- URL --size 1920,1080 --profile DIR --browser PATH --flag=--ozone-platform=wayland
// The browser is started again when it ends, when the page crashes, and when the page stands still. The page remembers its
// scene by itself. Node built-ins only: the machine on the wall needs nothing of the project but this folder.
import { mkdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs'
import { homedir, hostname } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { findBrowser } from './find-browser.mjs'
import { KIOSK_FLAGS } from './kiosk-flags.mjs'
import { watchBrowser } from './kiosk-browser.mjs'

/** Pause before the browser is started again: it doubles while it ends soon, ms. */
const FIRST_PAUSE_MS = 1000
const LONGEST_PAUSE_MS = 60_000
/** A browser that ran for so long was well: the next pause is the first again. */
const WELL_AFTER_MS = 120_000

/**
 * @typedef {object} KioskOptions
 * @property {string} url
 * @property {string} browser Path of the program.
 * @property {string} profile Folder in which the browser keeps the scene, the data and the program.
 * @property {readonly string[]} [flags] Further flags.
 * @property {number} [stalledAfterMs] A page that does not answer for so long stands still.
 * @property {(line: string) => void} [log] Gets one line for each thing that happens.
 */

/**
 * Keep a browser on a page until told to stop.
 * @param {KioskOptions} options
 */
export function startKiosk({ url, browser, profile, flags = [], stalledAfterMs, log = console.log }) {
  mkdirSync(profile, { recursive: true })
  const args = [...KIOSK_FLAGS.map(({ flag }) => flag), `--user-data-dir=${profile}`, ...flags]
  let isStopped = false
  let pauseMs = FIRST_PAUSE_MS
  /** @type {() => void} */
  let wake = () => {}
  /** @type {import('./kiosk-browser.mjs').WatchedBrowser | null} */
  let running = null

  async function run() {
    while (!isStopped) {
      freeProfile(profile)
      const startedAt = performance.now()
      running = watchBrowser({ path: browser, args, url, log, ...(stalledAfterMs && { stalledAfterMs }) })
      log(`browser started (process ${running.pid})`)
      const reason = await running.ended
      running = null
      if (isStopped) return
      if (performance.now() - startedAt > WELL_AFTER_MS) pauseMs = FIRST_PAUSE_MS
      log(`${reason}; starting again in ${pauseMs / 1000} s`)
      await new Promise((fulfil) => {
        const timer = setTimeout(fulfil, pauseMs)
        wake = () => {
          clearTimeout(timer)
          fulfil(undefined)
        }
      })
      pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS)
    }
  }

  const done = run()
  return {
    /** The browser that runs now; null between two. */
    running: () => running,
    /** Settles when the kiosk was stopped; rejects if another browser uses the profile. */
    done,
    async stop() {
      isStopped = true
      wake()
      await running?.close()
      await done
    },
  }
}

/**
 * A browser that was killed leaves its lock behind. It is taken away unless its owner still lives, since two browsers on one
 * profile would spoil what is kept there.
 * @param {string} profile
 */
function freeProfile(profile) {
  let owner
  try {
    owner = readlinkSync(join(profile, 'SingletonLock'))
  } catch {
    return // no lock; on Windows and macOS the system takes it away
  }
  const [, host = '', pid = ''] = /^(.*)-(\d+)$/.exec(owner) ?? []
  if (host === hostname() && isAlive(Number(pid)) && isBrowser(Number(pid))) throw new Error(`Another browser (process ${pid}) uses ${profile}. Name another folder with --profile.`)
  for (const name of ['SingletonLock', 'SingletonCookie', 'SingletonSocket']) rmSync(join(profile, name), { force: true })
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM'
  }
}

/**
 * After a power cut the number of the browser that died may belong to anything: only a browser with a profile of its own
 * counts. Where a system does not tell, every process does.
 * @param {number} pid
 */
function isBrowser(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--user-data-dir')
  } catch {
    return true
  }
}

/**
 * Options as typed, checked. Throws a sentence for people.
 * @param {readonly string[]} args
 * @returns {Omit<KioskOptions, 'log'>}
 */
export function readKioskArguments(args) {
  const { values, positionals } = parseArgs({
    args: [...args], allowPositionals: true,
    options: {
      size: { type: 'string' }, profile: { type: 'string' }, browser: { type: 'string' },
      flag: { type: 'string', multiple: true },
    },
  })
  if (positionals.length !== 1) throw new Error('Name one address: npm run kiosk -- http://localhost:4173/#/display')
  const url = URL.canParse(positionals[0] ?? '') ? new URL(positionals[0] ?? '') : null
  if (!url || !/^https?:$/.test(url.protocol)) throw new Error(`${positionals[0]} is no address of a web server.`)
  if (url.hash === '') url.hash = '#/display'
  if (values.size !== undefined && !/^\d+,\d+$/.test(values.size)) throw new Error('--size wants width and height in pixels: 1920,1080')
  const browser = values.browser ?? findBrowser()?.path
  if (browser === undefined) throw new Error('No browser found. Name one with --browser PATH.')
  return {
    url: url.href,
    browser,
    profile: values.profile ?? join(process.env.XDG_DATA_HOME || join(homedir(), '.local/share'), 'renovation-wall'),
    flags: [...(values.size === undefined ? [] : [`--window-size=${values.size}`, '--window-position=0,0']), ...(values.flag ?? [])],
  }
}

async function main() {
  const log = (/** @type {string} */ line) => console.log(`${new Date().toISOString()} ${line}`)
  const kiosk = startKiosk({ ...readKioskArguments(process.argv.slice(2)), log })
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => void kiosk.stop())
  await kiosk.done
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  main().catch((error) => {
    console.error(error.message)
    process.exitCode = 1
  })
}
