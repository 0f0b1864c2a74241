import { open } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'

/** @typedef {{ prefix: string, folder: string }} Mount A folder and the start of the addresses it answers. */
/** @typedef {{ type: string, text: boolean }} Format */

const text = (/** @type {string} */ type) => ({ type, text: true })
const binary = (/** @type {string} */ type) => ({ type, text: false })

/** @type {Readonly<Record<string, Format>>} */
const FORMATS = {
  '.html': text('text/html; charset=utf-8'),
  '.js': text('text/javascript; charset=utf-8'),
  '.mjs': text('text/javascript; charset=utf-8'),
  '.css': text('text/css; charset=utf-8'),
  '.json': text('application/json; charset=utf-8'),
  '.map': text('application/json; charset=utf-8'),
  '.geojson': text('application/geo+json'),
  '.csv': text('text/csv; charset=utf-8'),
  '.md': text('text/markdown; charset=utf-8'),
  '.txt': text('text/plain; charset=utf-8'),
  '.svg': text('image/svg+xml'),
  '.webmanifest': text('application/manifest+json'),
  '.png': binary('image/png'),
  '.ico': binary('image/x-icon'),
  '.woff2': binary('font/woff2'),
  '.zip': binary('application/zip'),
  '.pmtiles': binary('application/octet-stream'),
}
const UNKNOWN_FORMAT = binary('application/octet-stream')

/** Below this size compressing costs more than it saves. */
const MIN_GZIP_BYTES = 1024
/** Above this size a file is sent as it is, so that the kept copies stay small. */
const MAX_GZIP_BYTES = 64 * 1024 * 1024
/** Files whose name holds a hash of their content never change: `map-canvas-D3fk2a9x.js`. */
const HASHED = /^\/assets\/.+-[\w-]{8}\.\w+$/

const compress = promisify(gzip)

/**
 * Path inside a mount that a request names, or null if it is malformed, leaves the folder or names a dotfile.
 * Decoded once and checked after that, so that `%2e%2e%2f` is seen for what it is.
 * @param {string} url Path and query of the request.
 * @returns {string | null} Starts with `/`.
 */
export function pathOf(url) {
  let path
  try {
    path = decodeURIComponent(url.split(/[?#]/, 1)[0] ?? '')
  } catch {
    return null
  }
  if (!path.startsWith('/') || /[\\:\0]/.test(path)) return null
  const parts = path.slice(1).split('/')
  if (parts.some((part) => part.startsWith('.')) || parts.slice(0, -1).includes('')) return null
  return path.endsWith('/') ? `${path}index.html` : path
}

/**
 * Answers requests from folders: the first mount whose prefix fits decides, without falling through to the next,
 * and a missing file is a 404, never the page. Compressed copies are made at the first request and kept in memory.
 * @param {readonly Mount[]} mounts
 * @returns {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => Promise<void>}
 */
export function createFileHandler(mounts) {
  /** @type {Map<string, { etag: string, body: Promise<Buffer> }>} */
  const compressed = new Map()

  return async function handle(request, response) {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD')
      return refuse(request, response, 405, 'Only GET and HEAD are answered here.')
    }
    const path = pathOf(request.url ?? '')
    const mount = path === null ? undefined : mounts.find((candidate) => path.startsWith(candidate.prefix))
    const file = path && mount ? await openFile(join(mount.folder, path.slice(mount.prefix.length))) : null
    if (!path || !file) return refuse(request, response, 404, 'There is no such file.')
    try {
      await sendFile(request, response, file, path, compressed)
    } finally {
      await file.close()
    }
  }
}

/**
 * @param {string} path
 * @returns {Promise<import('node:fs/promises').FileHandle | null>} Null if there is no such ordinary file.
 */
async function openFile(path) {
  try {
    const file = await open(path, 'r')
    if ((await file.stat()).isFile()) return file
    await file.close()
  } catch (error) {
    const code = /** @type {NodeJS.ErrnoException} */ (error).code ?? ''
    if (!['ENOENT', 'ENOTDIR', 'EISDIR', 'EACCES', 'ENAMETOOLONG'].includes(code)) throw error
  }
  return null
}

/**
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {import('node:fs/promises').FileHandle} file
 * @param {string} path
 * @param {Map<string, { etag: string, body: Promise<Buffer> }>} compressed
 */
async function sendFile(request, response, file, path, compressed) {
  const { size, mtimeMs, mtime } = await file.stat()
  const format = FORMATS[extname(path).toLowerCase()] ?? UNKNOWN_FORMAT
  const compressible = format.text && size >= MIN_GZIP_BYTES && size <= MAX_GZIP_BYTES
  // Weak, because the compressed and the plain body share it.
  const etag = `W/"${size.toString(36)}-${mtimeMs.toString(36)}"`
  response.setHeader('ETag', etag)
  response.setHeader('Last-Modified', mtime.toUTCString())
  response.setHeader('Cache-Control', HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache')
  if (compressible) response.setHeader('Vary', 'Accept-Encoding')
  if (isFresh(request, etag, mtime)) {
    response.writeHead(304).end()
    return
  }
  response.setHeader('Content-Type', format.type)
  if (compressible && acceptsGzip(request)) {
    let entry = compressed.get(path)
    if (entry?.etag !== etag) {
      entry = { etag, body: file.readFile().then((bytes) => compress(bytes)) }
      compressed.set(path, entry)
      entry.body.catch(() => compressed.delete(path))
    }
    const body = await entry.body
    response.setHeader('Content-Encoding', 'gzip')
    response.writeHead(200, { 'Content-Length': body.length }).end(request.method === 'HEAD' ? undefined : body)
    return
  }
  response.writeHead(200, { 'Content-Length': size })
  if (request.method === 'HEAD' || size === 0) response.end()
  else await pipeline(file.createReadStream({ start: 0, end: size - 1, autoClose: false }), response)
}

/**
 * @param {import('node:http').IncomingMessage} request
 * @param {string} etag
 * @param {Date} mtime
 */
function isFresh(request, etag, mtime) {
  const known = request.headers['if-none-match']
  if (known !== undefined) return known === '*' || known.split(/\s*,\s*/).includes(etag)
  const since = request.headers['if-modified-since']
  // HTTP dates have whole seconds.
  return since !== undefined && Math.floor(mtime.getTime() / 1000) * 1000 <= Date.parse(since)
}

/** @param {import('node:http').IncomingMessage} request */
function acceptsGzip(request) {
  return /\bgzip\b(?!\s*;\s*q=0(\.0+)?\s*(,|$))/.test(String(request.headers['accept-encoding'] ?? ''))
}

/**
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {number} status
 * @param {string} sentence
 */
export function refuse(request, response, status, sentence) {
  const body = `${status} ${sentence}\n`
  response.writeHead(status, {
    'Content-Type': 'text/plain; charset=utf-8',
    'Cache-Control': 'no-store',
    'Content-Length': Buffer.byteLength(body),
  })
  response.end(request.method === 'HEAD' ? undefined : body)
}
