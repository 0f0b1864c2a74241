import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'

/** @typedef {{ path: string, version: string }} Browser */

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome', 'microsoft-edge']
const FIXED_PATHS = {
  linux: ['/snap/bin/chromium', '/opt/google/chrome/chrome', '/usr/lib/chromium/chromium'],
  darwin: ['Google Chrome', 'Chromium', 'Microsoft Edge'].flatMap((name) =>
    ['/Applications', join(homedir(), 'Applications')].map((folder) => `${folder}/${name}.app/Contents/MacOS/${name}`)),
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) =>
    ['Google\\Chrome\\Application\\chrome.exe', 'Chromium\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe']
      .map((path) => join(process.env[name] ?? 'C:\\', path))),
}
/** Names of the program inside the folders that Playwright downloads. */
const PLAYWRIGHT_PROGRAM = /^(chrome|chrome-headless-shell|headless_shell|Chromium|Google Chrome for Testing)(\.exe)?$/
const PLAYWRIGHT_DEPTH = 6
const ANSWER_LIMIT_MS = 20_000

/**
 * A browser of the Chromium family that really runs, or null. `CHROMIUM` and `CHROME_PATH` come first.
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Browser | null}
 */
export function findBrowser(env = process.env) {
  for (const path of candidates(env)) {
    const version = versionOf(path)
    if (version) return { path, version }
  }
  return null
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {Generator<string>} Paths to try, best first.
 */
function* candidates(env) {
  for (const named of [env.CHROMIUM, env.CHROME_PATH]) if (named) yield named
  if (process.platform !== 'win32') {
    for (const name of NAMES) for (const folder of (env.PATH ?? '').split(delimiter)) if (folder) yield join(folder, name)
  }
  yield* FIXED_PATHS[/** @type {keyof typeof FIXED_PATHS} */ (process.platform)] ?? []
  const cache = playwrightFolder(env)
  // The newest download first: chromium-1209 before chromium-1187.
  const downloads = listed(cache).filter((entry) => entry.name.startsWith('chromium')).map((entry) => entry.name)
  for (const name of downloads.sort((a, b) => Number(b.split('-').at(-1)) - Number(a.split('-').at(-1)))) {
    yield* programsIn(join(cache, name), PLAYWRIGHT_DEPTH)
  }
}

/** @param {NodeJS.ProcessEnv} env */
function playwrightFolder(env) {
  const named = env.PLAYWRIGHT_BROWSERS_PATH
  if (named && named !== '0') return named
  if (process.platform === 'win32') return join(env.LOCALAPPDATA ?? homedir(), 'ms-playwright')
  if (process.platform === 'darwin') return join(homedir(), 'Library/Caches/ms-playwright')
  return join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'ms-playwright')
}

/**
 * @param {string} folder
 * @param {number} depth
 * @returns {Generator<string>}
 */
function* programsIn(folder, depth) {
  for (const entry of listed(folder)) {
    const path = join(folder, entry.name)
    if (entry.isFile() && PLAYWRIGHT_PROGRAM.test(entry.name)) yield path
    else if (entry.isDirectory() && depth > 0) yield* programsIn(path, depth - 1)
  }
}

/** @param {string} folder */
function listed(folder) {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch {
    return []
  }
}

/**
 * What the program says of itself. A file alone proves nothing: Ubuntu ships a stub named `chromium-browser`.
 * @param {string} path
 * @returns {string | null}
 */
function versionOf(path) {
  if (!existsSync(path)) return null
  // On Windows `--version` opens a window instead of printing.
  if (process.platform === 'win32') return 'unknown version'
  const { status, stdout } = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: ANSWER_LIMIT_MS })
  return status === 0 && /\d+\.\d+/.test(stdout) ? stdout.trim() : null
}
