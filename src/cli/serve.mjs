// Serves the built app and the data folder:
//   npm start                         → http://localhost:4173, or the next free port
//   npm start -- --geodata DIR        data of a bureau instead of the shipped ones
//   npm start -- --port 8080 --host 0.0.0.0
import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { createServer } from 'node:http'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { SECURITY_HEADERS } from './headers.mjs'
import { createFileHandler, refuse } from './static-files.mjs'

/**
 * @typedef {object} ServeOptions
 * @property {number} [port] First port to try; 0 takes any free one.
 * @property {string | null} [host] Address to listen on; null: this machine only, under its name `localhost`.
 * @property {string | undefined} [dist] Folder of the built app.
 * @property {string | undefined} [geodata] Folder answered under `/geodata/`.
 */

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const DEFAULT_PORT = 4173
const PORTS_TO_TRY = 100
/** How often the server looks whether npm, which started it, still lives. */
const PARENT_CHECK_MS = 250
const LOCAL_NAMES = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i

/**
 * Start the server. Rejects with a sentence for people if the app is not built or nothing can listen.
 * @param {ServeOptions} [options]
 * @returns {Promise<{ url: string, port: number, stop: () => Promise<void> }>}
 */
export async function serve({ port = DEFAULT_PORT, host = null, dist = 'dist', geodata } = {}) {
  const distFolder = resolve(ROOT, dist)
  if (!existsSync(resolve(distFolder, 'index.html'))) {
    throw new Error(`The app is not built: ${distFolder} has no index.html. Run: npm run build`)
  }
  const geodataFolder = resolve(ROOT, geodata ?? 'geodata')
  if (geodata !== undefined && !existsSync(geodataFolder)) throw new Error(`There is no folder ${geodataFolder}.`)
  const mounts = [{ prefix: '/', folder: distFolder }]
  // Without a folder of its own the built app brings the copy made when it was built.
  if (existsSync(geodataFolder)) mounts.unshift({ prefix: '/geodata/', folder: geodataFolder })

  const handle = createFileHandler(mounts)
  /** @type {import('node:http').RequestListener} */
  const listener = (request, response) => {
    response.setHeaders(new Map(Object.entries(SECURITY_HEADERS)))
    // Another site could point its own name at this machine and read internal data through the browser.
    if (host === null && !LOCAL_NAMES.test(request.headers.host ?? '')) {
      return refuse(request, response, 421, 'This server answers only as localhost. Start it with --host to change that.')
    }
    handle(request, response).catch((error) => {
      if (response.headersSent) response.destroy()
      else refuse(request, response, 500, 'The file could not be read.')
      if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') console.error(String(error))
    })
  }

  const servers = await listenOnFreePort(listener, host, port)
  const address = /** @type {import('node:net').AddressInfo} */ (servers[0]?.address())
  const stop = async () => {
    await Promise.all(servers.map(close))
  }
  return { url: `http://${host ?? 'localhost'}:${address.port}/`, port: address.port, stop }
}

/**
 * One server, or two if `localhost` has an address of the old and of the new kind: programs differ in which they try.
 * @param {import('node:http').RequestListener} listener
 * @param {string | null} host
 * @param {number} firstPort
 */
async function listenOnFreePort(listener, host, firstPort) {
  for (let port = firstPort; port < firstPort + PORTS_TO_TRY && port <= 65_535; port++) {
    const main = createServer(listener)
    if (!(await listen(main, host ?? '127.0.0.1', port))) continue
    if (host !== null) return [main]
    const twin = createServer(listener)
    const { port: taken } = /** @type {import('node:net').AddressInfo} */ (main.address())
    try {
      if (await listen(twin, '::1', taken)) return [main, twin]
    } catch {
      return [main] // this machine has no ::1
    }
    await close(main)
  }
  throw new Error(`No free port from ${firstPort} on. Name one with: npm start -- --port 8080`)
}

/**
 * @param {import('node:http').Server} server
 * @param {string} host
 * @param {number} port
 * @returns {Promise<boolean>} False if the port is taken.
 */
function listen(server, host, port) {
  return new Promise((fulfil, reject) => {
    server.once('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      if (error.code === 'EADDRINUSE') fulfil(false)
      else reject(new Error(`Cannot listen on ${host}:${port} (${error.code}).`))
    })
    server.listen(port, host, () => fulfil(true))
  })
}

/** @param {import('node:http').Server} server */
function close(server) {
  return new Promise((fulfil) => {
    server.close(fulfil)
    server.closeAllConnections()
  })
}

async function main() {
  const above = ancestors() // first of all: npm may end while the server starts
  const { values } = parseArgs({
    options: { port: { type: 'string' }, host: { type: 'string' }, dist: { type: 'string' }, geodata: { type: 'string' } },
  })
  const port = Number(values.port ?? process.env.PORT ?? DEFAULT_PORT)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error('--port wants a number from 0 to 65535.')
  // Folders are named as seen from where the command was typed.
  const folder = (/** @type {string | undefined} */ path) => path && resolve(process.env.INIT_CWD ?? process.cwd(), path)
  const server = await serve({
    port,
    host: values.host ?? null,
    dist: folder(values.dist),
    geodata: folder(values.geodata),
  })
  if (port !== 0 && server.port !== port) console.log(`Port ${port} is taken, so the app is at:`)
  console.log(`\n  ${server.url}\n\nEnd with Ctrl+C.`)

  const end = () => process.exit(0)
  process.on('SIGINT', end)
  process.on('SIGTERM', end)
  // A signal sent to npm alone does not arrive here; without this the port would stay taken.
  if (process.env.npm_execpath) setInterval(() => ancestors() === above || end(), PARENT_CHECK_MS)
}

/** Parent process, and the one above it if the parent is only the shell through which npm runs a script. */
function ancestors() {
  const parent = String(process.ppid)
  try {
    const [, name = '', grandparent] = /\((.*)\) \S (\d+)/.exec(readFileSync(`/proc/${parent}/stat`, 'utf8')) ?? []
    return /^\w*sh$/.test(name) ? `${parent} ${grandparent}` : parent
  } catch {
    return parent // no /proc on this system; there the shell makes way for the program
  }
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  main().catch((error) => {
    console.error(error.message)
    process.exitCode = 1
  })
}
