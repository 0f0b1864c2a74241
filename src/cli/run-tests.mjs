// Runs all checks of the project and tells at the end what passed and what could not run.
//   npm test                      types, lint, unit, build, browser
//   npm test -- --unit            the same without a browser
//   npm test -- -t "link" …       further arguments go to Vitest
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findBrowser } from './find-browser.mjs'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const MS_PER_MINUTE = 60_000

/**
 * @typedef {object} Outcome
 * @property {string} name
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {number} elapsedMs
 * @property {string} note Why something did not run; empty otherwise.
 */

/** @type {import('node:child_process').ChildProcess | null} */
let running = null
const folder = mkdtempSync(join(tmpdir(), 'renovation-tests-'))
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
  process.on(signal, () => {
    running?.kill(signal)
    rmSync(folder, { recursive: true, force: true })
    process.exit(1)
  })
}

/**
 * Runs a script of a tool or of this project with its output on the screen.
 * @param {string[]} command Path of the script and its arguments.
 * @param {number} limitMinutes
 * @returns {Promise<{ good: boolean, timedOut: boolean }>}
 */
function run(command, limitMinutes) {
  return new Promise((fulfil) => {
    let timedOut = false
    const child = spawn(process.execPath, command, {
      cwd: ROOT, stdio: 'inherit', env: { ...process.env, NODE_ENV: 'test' },
    })
    running = child
    const timer = setTimeout(() => {
      timedOut = true
      child.kill('SIGTERM')
      setTimeout(() => child.kill('SIGKILL'), 5000).unref()
    }, limitMinutes * MS_PER_MINUTE)
    child.on('exit', (code) => {
      clearTimeout(timer)
      running = null
      fulfil({ good: code === 0 && !timedOut, timedOut })
    })
  })
}

/**
 * A tool that gives one verdict counts as one test.
 * @param {string} name
 * @param {string[]} command
 * @param {number} limitMinutes
 * @returns {Promise<Outcome>}
 */
async function check(name, command, limitMinutes) {
  const start = announce(name)
  const { good, timedOut } = await run(command, limitMinutes)
  const note = timedOut ? `stopped after ${limitMinutes} minutes` : ''
  return { name, passed: Number(good), failed: Number(!good), skipped: 0, elapsedMs: Date.now() - start, note }
}

/**
 * @param {string} project Name in vite.config.ts.
 * @param {string[]} args
 * @param {number} limitMinutes
 * @returns {Promise<Outcome>}
 */
async function test(project, args, limitMinutes) {
  const start = announce(project)
  const file = join(folder, `${project}.json`)
  const command = [
    'node_modules/vitest/vitest.mjs', 'run', '--project', project,
    '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...args,
  ]
  const { good, timedOut } = await run(command, limitMinutes)
  const outcome = { name: project, ...countIn(file, good), elapsedMs: Date.now() - start }
  return timedOut ? { ...outcome, note: `stopped after ${limitMinutes} minutes` } : outcome
}

/**
 * @param {string} file Report of Vitest.
 * @param {boolean} good Whether Vitest was content. A file that cannot be loaded has no tests, yet it failed.
 */
function countIn(file, good) {
  try {
    const report = JSON.parse(readFileSync(file, 'utf8'))
    const failed = Math.max(report.numFailedTests, good ? 0 : 1)
    const note = failed > report.numFailedTests ? 'failed outside of a test, see above' : ''
    return { passed: report.numPassedTests, failed, skipped: report.numPendingTests + report.numTodoTests, note }
  } catch {
    return { passed: 0, failed: 1, skipped: 0, note: 'ended without a report' }
  }
}

/** @param {string} name */
function announce(name) {
  console.log(`\n── ${name} ${'─'.repeat(60 - name.length)}`)
  return Date.now()
}

/** @param {Outcome[]} outcomes */
function printTable(outcomes) {
  const rows = outcomes.map(({ name, passed, failed, skipped, elapsedMs, note }) =>
    [name, passed, failed, skipped, `${Math.round(elapsedMs / 1000)} s`, note].map(String))
  const [head = '', ...lines] = [['', 'passed', 'failed', 'skipped', 'time', ''], ...rows].map(([name = '', ...cells]) =>
    name.padEnd(10) + cells.slice(0, 4).map((cell) => cell.padStart(9)).join('') + `   ${cells[4]}`)
  console.log(`\n${[head, ...lines].map((line) => line.trimEnd()).join('\n')}`)
}

/**
 * The tests on the built app, or the reason why there are none.
 * @param {boolean} unitOnly
 * @param {string[]} args
 * @returns {Promise<Outcome[]>}
 */
async function testInBrowser(unitOnly, args) {
  const left = (/** @type {string} */ note) => ({ name: 'browser', passed: 0, failed: 0, skipped: 0, elapsedMs: 0, note: `not run: ${note}` })
  if (unitOnly) return [left('--unit')]
  const build = await check('build', ['src/cli/bootstrap.mjs', 'build'], 5)
  if (build.failed > 0) return [build, left('the app could not be built')]
  await run(['src/cli/bootstrap.mjs', 'browser'], 10)
  if (!findBrowser()) return [build, left('no browser; set CHROMIUM to the path of one')]
  // Two files at a time: two cores draw the map in software, and many tests of the wall wait for clocks.
  return [build, await test('browser', ['--maxWorkers=2', ...args], 28)]
}

async function main() {
  const args = process.argv.slice(2).filter((arg) => arg !== '--unit')
  const forVitest = args.length > 0 ? ['--passWithNoTests', ...args] : []
  const outcomes = [
    await check('types', ['node_modules/vue-tsc/bin/vue-tsc.js', '--noEmit'], 3),
    await check('lint', ['node_modules/eslint/bin/eslint.js', '.'], 3),
    await test('unit', forVitest, 9),
    ...await testInBrowser(process.argv.includes('--unit'), forVitest),
  ]
  printTable(outcomes)
  const sum = (/** @type {'passed' | 'failed' | 'skipped'} */ key) => outcomes.reduce((total, outcome) => total + outcome[key], 0)
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed${sum('skipped') > 0 ? `, ${sum('skipped')} skipped` : ''}`)
  rmSync(folder, { recursive: true, force: true })
  process.exitCode = sum('failed') > 0 ? 1 : 0
}

await main()
