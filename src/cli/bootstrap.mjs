// Makes ready what an npm script needs, and nothing twice. Node built-ins only: it runs before anything is installed.
//   node src/cli/bootstrap.mjs deps build browser
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findBrowser } from './find-browser.mjs'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const STAMPS = join(ROOT, 'node_modules/.renovation-map')
const HIDDEN_LOCK = join(ROOT, 'node_modules/.package-lock.json')
/** All that the built app is made of. The data folder is read at run time and does not belong here. */
const SOURCES = ['index.html', 'package-lock.json', 'public', 'src', 'tsconfig.json', 'vite.config.ts']

/**
 * A sentence for people whose Node.js is too old, else null. The limits are those of Vite 8.
 * @param {string} version For example `20.19.0`.
 * @returns {string | null}
 */
export function nodeProblem(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if ((major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22) return null
  return `This project needs Node.js 20.19 or newer (or 22.12 or newer); this is ${version}. `
    + 'Install it from https://nodejs.org and run the command again.'
}

/** @typedef {{ version?: string, optional?: boolean, devOptional?: boolean, os?: string[], cpu?: string[], libc?: string[] }} LockEntry */
/** @typedef {Record<string, LockEntry>} LockEntries */

/**
 * True if what is installed holds everything the lock file asks for on this machine.
 * @param {LockEntries} wanted `packages` of `package-lock.json`.
 * @param {LockEntries} installed `packages` of the lock file that npm keeps inside `node_modules`.
 * @param {{ os: string, cpu: string, libc: string | null }} machine
 */
export function isComplete(wanted, installed, machine) {
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '' || installed[path]?.version === entry.version) return true
    // Optional packages without a platform are fallbacks; those for another platform are left out rightly.
    if (!entry.optional && !entry.devOptional) return false
    const fits = entry.os?.includes(machine.os) && entry.cpu?.includes(machine.cpu) && (!entry.libc || (machine.libc && entry.libc.includes(machine.libc)))
    return !fits
  })
}

/** Installs the packages of the lock file unless they are there. */
function makeDeps() {
  const lock = readFileSync(join(ROOT, 'package-lock.json'))
  const stamp = () => hash([lock, process.version, process.platform, process.arch, existsSync(HIDDEN_LOCK) ? String(statSync(HIDDEN_LOCK).mtimeMs) : ''])
  if (readStamp('deps') === stamp()) return
  if (!wasInstalledByHand(lock)) {
    console.log('Installing packages (once; under a minute on a usual connection) …')
    const flags = ['ci', '--include=dev', '--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error']
    if (!runNpm(flags)) throw new Error('The packages could not be installed. Is the registry reachable that this names: npm config get registry')
  }
  writeStamp('deps', stamp())
}

/** @param {Buffer} lock */
function wasInstalledByHand(lock) {
  if (!existsSync(HIDDEN_LOCK)) return false
  /** @type {LockEntries} */
  const wanted = JSON.parse(lock.toString()).packages
  /** @type {LockEntries} */
  const installed = JSON.parse(readFileSync(HIDDEN_LOCK, 'utf8')).packages
  const present = Object.keys(installed).every((path) => existsSync(join(ROOT, path)))
  return present && isComplete(wanted, installed, { os: process.platform, cpu: process.arch, libc: libc() })
}

/** C library that Linux packages with compiled parts are chosen by; null elsewhere. */
function libc() {
  if (process.platform !== 'linux') return null
  const report = /** @type {{ header?: { glibcVersionRuntime?: string } }} */ (process.report.getReport())
  return report.header?.glibcVersionRuntime ? 'glibc' : 'musl'
}

/** @param {boolean} always Build even if nothing changed. */
function makeBuild(always) {
  const page = join(ROOT, 'dist/index.html')
  // Taken before building, so that a file saved meanwhile asks for another build.
  const sources = hash(contentsOf(SOURCES))
  // The time of the page tells a build of ours from one that was made or altered by other means.
  const stamp = () => `${sources} ${existsSync(page) ? statSync(page).mtimeMs : ''}`
  if (!always && existsSync(page) && readStamp('build') === stamp()) return
  rmSync(join(STAMPS, 'build'), { force: true })
  console.log('Building the app …')
  const vite = join(ROOT, 'node_modules/vite/bin/vite.js')
  const { status } = spawnSync(process.execPath, [vite, 'build', '--logLevel', always ? 'info' : 'warn'], {
    cwd: ROOT, stdio: 'inherit', env: { ...process.env, NODE_ENV: 'production' },
  })
  if (status !== 0) throw new Error('The app could not be built; see above.')
  writeStamp('build', stamp())
}

/** Looks for a browser for the tests and, where that is possible without asking, installs one. */
function makeBrowser() {
  let browser = findBrowser()
  if (!browser && isDebianRoot()) {
    console.log('No browser found. Installing Chromium with apt-get …')
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    if (run('apt-get', ['update', '-qq'], env)) run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'], env)
    browser = findBrowser()
  }
  if (!browser) {
    console.log('No browser found. Asking Playwright for one …')
    run(process.execPath, [join(ROOT, 'node_modules/playwright-core/cli.js'), 'install', 'chromium', '--only-shell'])
    browser = findBrowser()
  }
  console.log(browser ? `Browser: ${browser.version} (${browser.path})`
    : 'No browser could be found or installed, so the browser tests will be left out. Set CHROMIUM to the path of one.')
}

function isDebianRoot() {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version')
}

/** @param {string[]} args */
function runNpm(args) {
  // The npm that runs this script, not one of another version that happens to come first in the path.
  const npm = process.env.npm_execpath ?? ''
  if (/^npm(-cli)?\.c?js$/.test(basename(npm))) return run(process.execPath, [npm, ...args])
  return run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args)
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {boolean} True if it ended well.
 */
function run(command, args, env = process.env) {
  return spawnSync(command, args, { cwd: ROOT, stdio: 'inherit', env, shell: command.endsWith('.cmd') }).status === 0
}

/**
 * Names and contents of files and of all files in folders, in a fixed order.
 * @param {string[]} paths Relative to the root.
 * @returns {Generator<string | Buffer>}
 */
function* contentsOf(paths) {
  for (const path of paths) {
    const full = join(ROOT, path)
    if (!existsSync(full)) continue
    if (!statSync(full).isDirectory()) {
      yield relative(ROOT, full)
      yield readFileSync(full)
    } else yield* contentsOf(readdirSync(full).sort().map((name) => join(path, name)))
  }
}

/** @param {Iterable<string | Buffer>} parts */
function hash(parts) {
  const sum = createHash('sha256')
  for (const part of parts) sum.update(part).update('\0')
  return sum.digest('hex')
}

/** @param {string} name */
function readStamp(name) {
  const path = join(STAMPS, name)
  return existsSync(path) ? readFileSync(path, 'utf8') : null
}

/**
 * @param {string} name
 * @param {string} stamp
 */
function writeStamp(name, stamp) {
  mkdirSync(STAMPS, { recursive: true })
  writeFileSync(join(STAMPS, name), stamp)
}

/** @type {Record<string, () => void>} */
const STEPS = { deps: makeDeps, build: () => makeBuild(false), rebuild: () => makeBuild(true), browser: makeBrowser }

function main() {
  const problem = nodeProblem(process.versions.node)
  if (problem) throw new Error(problem)
  for (const name of process.argv.slice(2)) {
    const step = STEPS[name]
    if (!step) throw new Error(`There is no step ${name}; there are ${Object.keys(STEPS).join(', ')}.`)
    step()
  }
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    main()
  } catch (error) {
    console.error(`\n${/** @type {Error} */ (error).message}`)
    process.exitCode = 1
  }
}
