import { readdirSync, readFileSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { sha256Hex } from '@/data/hash'
import { SECURITY_HEADERS } from '@/cli/headers.mjs'
import { createFileHandler } from '@/cli/static-files.mjs'

/** What a fault does with the answer to one file. */
export type Fault = (response: ServerResponse, bytes: Buffer) => void

interface ManifestText {
  dataDate: string
  files: { path: string; bytes: number; sha256: string }[]
}

/** Shortest that a tour may ask for, so that a test need not wait long; a mark comes after 6 s. */
const PACE = { refreshEveryS: 5, retryAtMostS: 5, staleAfterMin: 0.1, oldAfterMin: 60 }

/**
 * The built app and the shipped data on a server that can be made to fail, one file at a time.
 *
 * The data have two versions: as shipped, and a day later with everything done.
 */
export async function startFaultServer() {
  const files = new Map(readdirSync('geodata').map((path) => [path, readFileSync(join('geodata', path))]))
  const shipped = files.get('ledger.csv')!.toString()
  files.set('tour.json', Buffer.from(JSON.stringify({ ...(JSON.parse(files.get('tour.json')!.toString()) as object), ...PACE })))
  const faults = new Map<string, Fault>()
  const asked: string[] = []
  let bytesPerS = Infinity
  /** Put in front of the worker's script. */
  let workerPrefix = ''

  /** Replace a file, with a manifest that fits. */
  function put(path: string, text: string, dataDate = '2024-10-28'): void {
    files.set(path, Buffer.from(text))
    const manifest = JSON.parse(files.get('manifest.json')!.toString()) as ManifestText
    manifest.dataDate = dataDate
    manifest.files = manifest.files.map((file) => {
      const bytes = files.get(file.path)!
      return { ...file, bytes: bytes.length, sha256: sha256Hex(bytes) }
    })
    files.set('manifest.json', Buffer.from(JSON.stringify(manifest)))
  }
  const publish = (version: 'shipped' | 'done'): void =>
    version === 'shipped' ? put('ledger.csv', shipped) : put('ledger.csv', shipped + doneRows(shipped), '2024-10-29')
  publish('shipped')

  const dist = resolve(process.env.APP_DIST ?? 'dist')
  const handleProgram = createFileHandler([{ prefix: '/', folder: dist }])
  const server = createServer((request, response) => {
    response.setHeaders(new Map(Object.entries(SECURITY_HEADERS)))
    const path = decodeURIComponent(request.url!.split('?')[0]!).slice(1)
    if (workerPrefix !== '' && /^assets\/geodata\.worker-.*\.js$/.test(path)) {
      response.setHeader('Content-Type', 'text/javascript')
      return void response.end(workerPrefix + readFileSync(join(dist, path), 'utf8'))
    }
    if (!path.startsWith('geodata/')) return void handleProgram(request, response)
    const name = path.slice('geodata/'.length)
    asked.push(name)
    const bytes = files.get(name)
    const fault = faults.get(name) ?? faults.get('*')
    if (fault) fault(response, bytes ?? Buffer.alloc(0))
    else if (!bytes) response.writeHead(404).end()
    else if (bytesPerS === Infinity) response.end(bytes)
    else trickle(response.setHeader('Content-Encoding', 'gzip'), gzipSync(bytes), bytesPerS)
  })
  await new Promise<void>((done) => server.listen(0, 'localhost', done))
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}/`,
    asked,
    put,
    publish,
    /** Let a file fail until it is mended; `*`: all of them. */
    fail: (path: string, fault: Fault) => void faults.set(path, fault),
    mend: () => faults.clear(),
    /** Bytes per second of each answer, compressed as by any server. */
    slow: (rate: number) => void (bytesPerS = rate),
    /** Run this in the data worker before anything else. */
    beforeWorker: (script: string) => void (workerPrefix = script),
    async stop(): Promise<void> {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}
export type FaultServer = Awaited<ReturnType<typeof startFaultServer>>

/** Each item that was ever reported, done on the day after. */
function doneRows(ledger: string): string {
  const keys = ledger.split(/\r?\n/).flatMap((line) => {
    const [, community, building, kind, subject] = line.split(',')
    return kind === 'progress' ? [`${community},${building},progress,${subject}`] : []
  })
  return [...new Set(keys)].map((key) => `2024-10-29,${key},1,,\r\n`).join('')
}

function trickle(response: ServerResponse, bytes: Buffer, bytesPerS: number): void {
  const step = Math.max(1, Math.round(bytesPerS / 10))
  let at = 0
  const timer = setInterval(() => {
    response.write(bytes.subarray(at, (at += step)))
    if (at < bytes.length) return
    clearInterval(timer)
    response.end()
  }, 100)
  response.on('close', () => clearInterval(timer))
}
