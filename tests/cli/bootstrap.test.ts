import { spawnSync } from 'node:child_process'
import { chmod, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isComplete, nodeProblem } from '@/cli/bootstrap.mjs'
import { findBrowser } from '@/cli/find-browser.mjs'

/** Stands for npm: notes how it was called and installs a Vite that notes its builds. */
const FAKE_NPM = `
import { appendFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
appendFileSync('calls', process.argv.slice(2).join(' ') + '\\n')
rmSync('node_modules', { recursive: true, force: true })
mkdirSync('node_modules/vite/bin', { recursive: true })
writeFileSync('node_modules/.package-lock.json', '{"packages":{"node_modules/vite":{"version":"8.3.8"}}}')
writeFileSync('node_modules/vite/bin/vite.js', \`
  const { appendFileSync, mkdirSync, writeFileSync } = require('node:fs')
  appendFileSync('calls', 'vite ' + process.env.NODE_ENV + '\\\\n')
  mkdirSync('dist', { recursive: true })
  writeFileSync('dist/index.html', '')\`)
if (process.env.FAIL) process.exit(1)
`
let project: string

beforeEach(async () => {
  project = await mkdtemp(join(tmpdir(), 'bootstrap-'))
  for (const file of ['bootstrap', 'find-browser']) await cp(`src/cli/${file}.mjs`, join(project, `src/cli/${file}.mjs`))
  await writeFile(join(project, 'package-lock.json'), '{"packages":{"":{},"node_modules/vite":{"version":"8.3.8"}}}')
  await writeFile(join(project, 'npm-cli.mjs'), FAKE_NPM)
  await writeFile(join(project, 'npm-cli.js'), "import('./npm-cli.mjs')")
  await mkdir(join(project, 'geodata'))
})
afterEach(() => rm(project, { recursive: true }))

function bootstrap(steps: string[], env: Record<string, string> = {}) {
  const result = spawnSync(process.execPath, ['src/cli/bootstrap.mjs', ...steps], {
    cwd: project, encoding: 'utf8', env: { ...process.env, npm_execpath: join(project, 'npm-cli.js'), ...env },
  })
  return { status: result.status, text: result.stdout + result.stderr }
}
const calls = () => readFile(join(project, 'calls'), 'utf8').then((text) => text.trim().split('\n').map((line) => line.split(' ')[0]), () => [])

describe('packages', () => {
  it('are installed once, with those for development even in production', async () => {
    expect(bootstrap(['deps'], { NODE_ENV: 'production' }).status).toBe(0)
    expect(await readFile(join(project, 'calls'), 'utf8')).toMatch(/^ci .*--include=dev .*--ignore-scripts/)
    bootstrap(['deps'])
    expect(await calls()).toEqual(['ci'])
  })

  it('are installed again when the lock file asks for others', async () => {
    bootstrap(['deps'])
    await writeFile(join(project, 'package-lock.json'), '{"packages":{"":{},"node_modules/vite":{"version":"8.3.9"}}}')
    bootstrap(['deps'])
    expect(await calls()).toEqual(['ci', 'ci'])
  })

  it('are left alone when somebody installed them with npm', async () => {
    bootstrap(['deps'])
    await rm(join(project, 'node_modules/.renovation-map'), { recursive: true })
    bootstrap(['deps'])
    expect(await calls()).toEqual(['ci'])
  })

  it('that fail to install are named in a sentence and tried again', async () => {
    const { status, text } = bootstrap(['deps', 'build'], { FAIL: 'yes' })
    expect(status).toBe(1)
    expect(text).toContain('could not be installed')
    await rm(join(project, 'node_modules'), { recursive: true })
    expect(bootstrap(['deps']).status).toBe(0)
    expect(await calls()).toEqual(['ci', 'ci'])
  })
})

describe('the build', () => {
  it('is made once, for production', async () => {
    bootstrap(['deps', 'build'], { NODE_ENV: 'development' })
    bootstrap(['deps', 'build'])
    expect(await calls()).toEqual(['ci', 'vite'])
    expect(await readFile(join(project, 'calls'), 'utf8')).toContain('vite production')
  })

  it('is made again when a source changes, appears or goes, not when data change', async () => {
    bootstrap(['deps', 'build'])
    await writeFile(join(project, 'geodata/ledger.csv'), 'new')
    bootstrap(['build'])
    expect(await calls()).toHaveLength(2)
    await writeFile(join(project, 'src/main.ts'), 'export {}')
    bootstrap(['build'])
    expect(await calls()).toHaveLength(3)
    await rm(join(project, 'src/main.ts'))
    bootstrap(['build'])
    expect(await calls()).toHaveLength(4)
  })

  it('is made again when it is missing or asked for', async () => {
    bootstrap(['deps', 'build'])
    await rm(join(project, 'dist'), { recursive: true })
    bootstrap(['build'])
    bootstrap(['rebuild'])
    expect(await calls()).toEqual(['ci', 'vite', 'vite', 'vite'])
  })
})

describe('Node.js', () => {
  it.each(['20.19.0', '20.20.2', '22.12.0', '24.1.0'])('%s will do', (version) => expect(nodeProblem(version)).toBeNull())
  it.each(['18.20.1', '20.18.3', '22.11.0', '21.7.0'])('%s is too old', (version) => {
    expect(nodeProblem(version)).toContain(`needs Node.js 20.19 or newer (or 22.12 or newer); this is ${version}`)
  })
})

describe('what npm has installed', () => {
  const linux = { os: 'linux', cpu: 'x64', libc: 'glibc' }
  const native = { version: '1.0.0', optional: true, os: ['linux'], cpu: ['x64'], libc: ['glibc'] }

  it.each([
    ['the same version', { a: { version: '1.0.0' } }, { a: { version: '1.0.0' } }, true],
    ['another version', { a: { version: '1.0.0' } }, { a: { version: '1.0.1' } }, false],
    ['nothing', { a: { version: '1.0.0' } }, {}, false],
    ['no part for this machine', { a: native }, {}, false],
    ['no part for another system', { a: { ...native, os: ['darwin'] } }, {}, true],
    ['no part for another C library', { a: { ...native, libc: ['musl'] } }, {}, true],
  ])('%s', (_, wanted, installed, complete) => expect(isComplete(wanted, installed, linux)).toBe(complete))
})

describe.skipIf(process.platform === 'win32')('the browser', () => {
  async function program(name: string, script: string): Promise<string> {
    const path = join(project, name)
    await mkdir(join(path, '..'), { recursive: true })
    await writeFile(path, `#!/bin/sh\n${script}\n`)
    await chmod(path, 0o755)
    return path
  }

  it('is the one named first that tells its version', async () => {
    const broken = await program('stub', 'echo "install it with snap" >&2; exit 1')
    const good = await program('good', 'echo "Chromium 140.0.1"')
    expect(findBrowser({ CHROMIUM: broken, CHROME_PATH: good })).toEqual({ path: good, version: 'Chromium 140.0.1' })
  })

  it('is found in the path and among the downloads of Playwright, newest first', async () => {
    const inPath = await program('bin/google-chrome', 'echo "Google Chrome 141.0"')
    await program('cache/chromium-99/chrome-linux/chrome', 'echo "Chromium 99.0"')
    const newest = await program('cache/chromium_headless_shell-1200/chrome-headless-shell-linux64/chrome-headless-shell', 'echo "HeadlessChrome 143.0"')
    const places = { PLAYWRIGHT_BROWSERS_PATH: join(project, 'cache') }
    expect(findBrowser({ ...places, PATH: join(project, 'bin') })?.path).toBe(inPath)
    const elsewhere = findBrowser({ PATH: '', PLAYWRIGHT_BROWSERS_PATH: join(project, 'none') })
    if (!elsewhere) expect(findBrowser({ ...places, PATH: '' })?.path).toBe(newest)
  })
})
