import { spawn } from 'node:child_process'
import { connectDevtools } from './devtools-pipe.mjs'

/** How often the page is asked for a sign of life, ms. */
const HEARTBEAT_MS = 5000
/** A page that does not answer for so long stands still. */
const STALLED_AFTER_MS = 30_000
/** A browser that has not opened a page after so long will not do so. */
const START_LIMIT_MS = 60_000
/** After the request to close; then it is ended by force. */
const CLOSE_LIMIT_MS = 5000
/** Where a browser shows that a page could not be opened. */
const ERROR_PAGE = 'chrome-error:'

/**
 * @typedef {object} WatchedBrowser
 * @property {number} pid
 * @property {Promise<string>} ended Why it is over, when the program is gone: a sentence for the log. Never rejects.
 * @property {() => Promise<void>} close
 * @property {(expression: string) => Promise<unknown>} evaluate What an expression gives in the page; rejects without an answer.
 * @property {(method: string) => Promise<unknown>} command A command of the DevTools protocol to the page.
 */

/**
 * Start a browser on a page and watch both. When the page crashes or stands still, the browser is ended too:
 * starting anew heals what a reload does not.
 * @param {{ path: string, args: readonly string[], url: string, stalledAfterMs?: number, log: (line: string) => void }} options
 * @returns {WatchedBrowser}
 */
export function watchBrowser({ path, args, url, stalledAfterMs = STALLED_AFTER_MS, log }) {
  const child = spawn(path, ['--remote-debugging-pipe', ...args, url], {
    // 3 and 4 are the pipe. A group of its own, so that no helper process is left behind.
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'], detached: process.platform !== 'win32',
  })
  let cause = ''
  /** @type {string | undefined} */
  let sessionId
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer

  const [, , , toBrowser, fromBrowser] = child.stdio
  const devtools = connectDevtools(
    /** @type {import('node:stream').Writable} */ (toBrowser), /** @type {import('node:stream').Readable} */ (fromBrowser), onEvent)

  /** @type {Promise<string>} */
  const ended = new Promise((fulfil) => {
    const end = (/** @type {string} */ reason) => {
      clearTimeout(timer)
      kill()
      fulfil(reason)
    }
    child.once('error', (error) => end(`the browser could not be started: ${error.message}`))
    child.once('exit', (code, signal) => end(cause || `the browser ended (${signal ?? `code ${code}`})`))
  })

  /** @param {import('./devtools-pipe.mjs').DevtoolsEvent} event */
  function onEvent({ method, params }) {
    const target = /** @type {{ targetId: string, type: string } | undefined} */ (params.targetInfo)
    if (method === 'Target.targetCreated' && target?.type === 'page' && sessionId === undefined) void attach(target.targetId)
    if (method === 'Inspector.targetCrashed' || method === 'Target.targetCrashed') giveUp('the page crashed')
    if (method === 'Target.detachedFromTarget' && params.sessionId === sessionId) giveUp('the page was closed')
  }

  /** @param {string} targetId */
  async function attach(targetId) {
    sessionId = '' // one page is enough
    try {
      const answer = await devtools.send('Target.attachToTarget', { targetId, flatten: true }, { limitMs: START_LIMIT_MS })
      sessionId = String(answer.sessionId)
      await devtools.send('Inspector.enable', {}, { sessionId, limitMs: START_LIMIT_MS })
      clearTimeout(timer)
      await beat()
    } catch (error) {
      giveUp(/** @type {Error} */ (error).message)
    }
  }

  /** Ask the page for a sign of life, again and again. A page that could not be opened is opened once more. */
  async function beat() {
    const question = { expression: 'location.protocol', returnByValue: true }
    try {
      const { result } = await devtools.send('Runtime.evaluate', question, { sessionId, limitMs: stalledAfterMs })
      if (/** @type {{ value?: unknown }} */ (result)?.value === ERROR_PAGE) {
        log('the page could not be opened, trying again')
        await devtools.send('Page.navigate', { url }, { sessionId, limitMs: stalledAfterMs })
      }
    } catch (error) {
      // A page that is just being exchanged refuses to answer, which is an answer.
      if (!/^Runtime\.evaluate:/.test(/** @type {Error} */ (error).message)) return giveUp(/** @type {Error} */ (error).message)
    }
    timer = setTimeout(() => void beat(), HEARTBEAT_MS)
  }

  /** @param {string} reason */
  function giveUp(reason) {
    cause ||= reason
    kill()
  }

  function kill() {
    clearTimeout(timer)
    try {
      if (child.pid !== undefined) process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL')
    } catch {
      // It is gone already.
    }
  }

  timer = setTimeout(() => giveUp(`no page for ${START_LIMIT_MS / 1000} s`), START_LIMIT_MS)
  devtools.send('Target.setDiscoverTargets', { discover: true }, { limitMs: START_LIMIT_MS }).catch((error) => giveUp(error.message))

  return {
    pid: child.pid ?? 0,
    ended,
    async close() {
      cause = 'closed'
      devtools.send('Browser.close', {}, { limitMs: CLOSE_LIMIT_MS }).catch(() => {})
      const force = setTimeout(kill, CLOSE_LIMIT_MS)
      await ended
      clearTimeout(force)
    },
    async evaluate(expression) {
      const { result } = await devtools.send('Runtime.evaluate', { expression, returnByValue: true }, { sessionId, limitMs: stalledAfterMs })
      return /** @type {{ value?: unknown }} */ (result)?.value
    },
    command: (method) => devtools.send(method, {}, { sessionId, limitMs: START_LIMIT_MS }).catch(() => null),
  }
}
