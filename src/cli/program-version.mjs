import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const WORKER_SOURCE = 'src/offline/service-worker.ts'
const WORKER = 'service-worker.js'
const VERSION = 'version.json'
/** No part of the program: data are kept by the page itself, papers are for people, maps for developers. */
const NOT_PROGRAM = /^(geodata\/|LICENSE$|NOTICES\.md$|service-worker\.js$|version\.json$|sbom\b)|\.map$|(^|\/)\./
const BUILD_MARK = /(<meta name="build" content=")[^"]*(")/
const WORKER_HEAD = 'self.__PROGRAM__='
const BUILD_LENGTH = 12

/**
 * Name the build and list its files: writes the name into `index.html`, and both into `version.json` and the first line of
 * the service worker. May be called again after the folder was changed; the same files give the same name.
 * @param {string} folder The finished build.
 * @returns {import('../domain/program-version').ProgramVersion}
 */
export function writeProgramVersion(folder) {
  const page = join(folder, 'index.html')
  const unnamed = readFileSync(page, 'utf8').replace(BUILD_MARK, '$1$2')
  if (!BUILD_MARK.test(unnamed)) throw new Error(`${page} has no <meta name="build">, so nothing could tell which build it is.`)
  const paths = listFiles(folder).filter((path) => !NOT_PROGRAM.test(path))
  const whole = createHash('sha256')
  for (const path of paths) whole.update(`${path}\0${hash(path === 'index.html' ? unnamed : readFileSync(join(folder, path)))}\0`)
  const name = whole.digest('hex').slice(0, BUILD_LENGTH)
  writeFileSync(page, unnamed.replace(BUILD_MARK, `$1${name}$2`))

  const files = paths.map((path) => {
    const content = readFileSync(join(folder, path))
    return { path, bytes: content.length, sha256: hash(content) }
  })
  const version = { build: name, files }
  writeFileSync(join(folder, VERSION), `${JSON.stringify(version, null, 1)}\n`)
  const worker = join(folder, WORKER)
  const lines = readFileSync(worker, 'utf8').split('\n')
  const body = lines[0]?.startsWith(WORKER_HEAD) ? lines.slice(1) : lines
  writeFileSync(worker, [`${WORKER_HEAD}${JSON.stringify(version)};`, ...body].join('\n'))
  return version
}

/**
 * Vite plugin: makes the service worker and names the build when everything else is written.
 * @returns {import('vite').Plugin}
 */
export function programVersion() {
  let folder = 'dist'
  return {
    name: 'program-version',
    apply: 'build',
    configResolved: ({ build: { outDir } }) => void (folder = outDir),
    transformIndexHtml: () => [{ tag: 'meta', attrs: { name: 'build', content: '' }, injectTo: 'head' }],
    closeBundle: {
      order: 'post',
      sequential: true,
      async handler() {
        writeFileSync(join(folder, WORKER), await bundleWorker())
        writeProgramVersion(folder)
      },
    },
  }
}

/** The service worker as one classic script, which every browser that has service workers can run. */
async function bundleWorker() {
  const result = await build({
    root: ROOT,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    build: { write: false, target: 'es2022', rolldownOptions: { input: join(ROOT, WORKER_SOURCE), output: { format: 'iife' } } },
  })
  const [chunk] = /** @type {import('vite').Rolldown.RolldownOutput} */ (Array.isArray(result) ? result[0] : result).output
  return chunk.code
}

/**
 * @param {string} folder
 * @param {string} [below]
 * @returns {string[]} Paths with `/`, sorted.
 */
function listFiles(folder, below = '') {
  const entries = readdirSync(join(folder, below), { withFileTypes: true })
  const found = entries.flatMap((entry) => {
    const path = `${below}${entry.name}`
    return entry.isDirectory() ? listFiles(folder, `${path}/`) : entry.isFile() ? [path] : []
  })
  return below ? found : found.sort()
}

/** @param {string | Buffer} content */
function hash(content) {
  return createHash('sha256').update(content).digest('hex')
}
