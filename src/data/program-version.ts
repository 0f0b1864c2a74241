import type { ProgramFile, ProgramVersion } from '@/domain/program-version'

/** Name of the list of files beside the page. */
const VERSION_PATH = 'version.json'

/** A server that has not answered completely after so long is not there, ms. */
const ANSWER_LIMIT_MS = 30_000
const MAX_FILES = 2000

export interface ProgramSource {
  /** Address of the folder with the page, with a slash at the end. */
  baseUrl: string
  /** The `fetch` of the page; a test passes its own. */
  fetch?: typeof globalThis.fetch
}

/**
 * Check a `version.json`. It comes from the own server, but a wall must not stumble over a page of a proxy in its place.
 *
 * @returns Null unless every member is as the build writes it.
 */
export function readProgramVersion(value: unknown): ProgramVersion | null {
  if (typeof value !== 'object' || value === null || !('build' in value) || !('files' in value)) return null
  const { build, files } = value
  if (typeof build !== 'string' || !/^[0-9a-f]{8,64}$/.test(build)) return null
  if (!Array.isArray(files) || files.length === 0 || files.length > MAX_FILES || !files.every(isProgramFile)) return null
  return files.some(({ path }) => path === 'index.html') ? { build, files } : null
}

function isProgramFile(value: unknown): value is ProgramFile {
  if (typeof value !== 'object' || value === null) return false
  const { path, bytes, sha256 } = value as Record<string, unknown>
  return isPath(path) && Number.isSafeInteger(bytes) && (bytes as number) >= 0 && typeof sha256 === 'string' && /^[0-9a-f]{64}$/.test(sha256)
}

/** Below the page: no scheme, no root, no way up. */
function isPath(path: unknown): boolean {
  if (typeof path !== 'string' || path.length > 200 || !/^[^\\:?#%\u0000-\u001f]+$/.test(path)) return false
  return path.split('/').every((part) => part !== '' && part !== '.' && part !== '..')
}

/**
 * Ask the server which build lies there now.
 *
 * @returns Null if the server does not answer in time or with anything else.
 */
export async function fetchProgramVersion({ baseUrl, fetch = globalThis.fetch }: ProgramSource): Promise<ProgramVersion | null> {
  try {
    const response = await fetch(`${baseUrl}${VERSION_PATH}`, { cache: 'no-store', signal: AbortSignal.timeout(ANSWER_LIMIT_MS) })
    if (response.status !== 200) return null
    return readProgramVersion(await response.json())
  } catch {
    return null
  }
}

/**
 * Whether every file of a build lies on the server: status 200, its length, and the page names the build.
 *
 * Hashes are compared by the service worker; a page on plain http has no quick way to do so. The files stay in the
 * browser's cache, so that the reload afterwards is short.
 */
export async function isProgramComplete(version: ProgramVersion, source: ProgramSource): Promise<boolean> {
  for (const file of version.files) if (!(await isThere(file, version.build, source))) return false
  return true
}

async function isThere(file: ProgramFile, build: string, { baseUrl, fetch = globalThis.fetch }: ProgramSource): Promise<boolean> {
  try {
    const address = `${baseUrl}${file.path.split('/').map(encodeURIComponent).join('/')}`
    const response = await fetch(address, { cache: 'no-cache', signal: AbortSignal.timeout(ANSWER_LIMIT_MS) })
    if (response.status !== 200) return false
    const content = await response.arrayBuffer()
    if (content.byteLength !== file.bytes) return false
    // Pages of two builds differ only in names of the same length.
    return file.path !== 'index.html' || new TextDecoder().decode(content).includes(`content="${build}"`)
  } catch {
    return false
  }
}
