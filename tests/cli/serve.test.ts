import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SECURITY_HEADERS } from '@/cli/headers.mjs'
import { serve } from '@/cli/serve.mjs'
import { pathOf } from '@/cli/static-files.mjs'

const LONG_CSV = '\uFEFFcommunityId,itemCode\r\n' + 'C01,J01\r\n'.repeat(500)
let folder: string
let server: Awaited<ReturnType<typeof serve>>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'serve-'))
  await mkdir(join(folder, 'dist/assets'), { recursive: true })
  await mkdir(join(folder, 'geodata/.git'), { recursive: true })
  await writeFile(join(folder, 'secret.txt'), 'secret')
  await writeFile(join(folder, 'dist/index.html'), '<!doctype html><title>page</title>')
  await writeFile(join(folder, 'dist/assets/main-D3fk2a9x.js'), 'export {}')
  await writeFile(join(folder, 'dist/assets/core.woff2'), 'font')
  await writeFile(join(folder, 'geodata/baseline.csv'), LONG_CSV)
  await writeFile(join(folder, 'geodata/roads.geojson'), '{}')
  await writeFile(join(folder, 'geodata/.git/config'), 'secret')
  server = await serve({ port: 0, dist: join(folder, 'dist'), geodata: join(folder, 'geodata') })
})
afterAll(async () => {
  await server.stop()
  await rm(folder, { recursive: true })
})

interface Answer { status: number; headers: Record<string, string | string[] | undefined>; body: Buffer }

/** A request whose path goes out exactly as written: `fetch` would tidy `..` away. */
function ask(path: string, headers: Record<string, string> = {}, method = 'GET', url = server.url): Promise<Answer> {
  return new Promise((fulfil, reject) => {
    const { hostname, port } = new URL(url)
    request({ hostname, port, path, method, headers }, async (response) => {
      const parts: Buffer[] = []
      for await (const part of response) parts.push(part as Buffer)
      fulfil({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) })
    }).on('error', reject).end()
  })
}

describe('what is served', () => {
  it('answers / with the page, which is asked again each time', async () => {
    const { status, headers, body } = await ask('/?date=2024-08-26')
    expect([status, headers['content-type'], headers['cache-control']]).toEqual([200, 'text/html; charset=utf-8', 'no-cache'])
    expect(body.toString()).toContain('<title>page</title>')
  })

  it('lets hashed files be kept for ever', async () => {
    expect((await ask('/assets/main-D3fk2a9x.js')).headers['cache-control']).toContain('immutable')
    expect((await ask('/assets/core.woff2')).headers['cache-control']).toBe('no-cache')
  })

  it.each([
    ['/geodata/roads.geojson', 'application/geo+json'],
    ['/geodata/baseline.csv', 'text/csv; charset=utf-8'],
    ['/assets/main-D3fk2a9x.js', 'text/javascript; charset=utf-8'],
    ['/assets/core.woff2', 'font/woff2'],
  ])('names the type of %s', async (path, type) => {
    expect((await ask(path)).headers['content-type']).toBe(type)
  })

  it('sees a replaced data file at once', async () => {
    const path = join(folder, 'geodata/changing.csv')
    await writeFile(path, 'a'.repeat(2000))
    const before = await ask('/geodata/changing.csv', { 'Accept-Encoding': 'gzip' })
    await writeFile(path, 'b'.repeat(2001))
    const after = await ask('/geodata/changing.csv', { 'Accept-Encoding': 'gzip', 'If-None-Match': String(before.headers.etag) })
    expect(gunzipSync(after.body).toString()).toBe('b'.repeat(2001))
  })
})

describe('how it is sent', () => {
  it('compresses text for those who accept it, to the same bytes', async () => {
    const plain = await ask('/geodata/baseline.csv')
    const packed = await ask('/geodata/baseline.csv', { 'Accept-Encoding': 'br, gzip' })
    expect(packed.headers['content-encoding']).toBe('gzip')
    expect(packed.body.length).toBeLessThan(plain.body.length / 10)
    expect(gunzipSync(packed.body).equals(plain.body)).toBe(true)
    expect((await ask('/geodata/baseline.csv', { 'Accept-Encoding': 'gzip;q=0' })).headers['content-encoding']).toBeUndefined()
  })

  it('answers 304 to a known version', async () => {
    const { headers } = await ask('/geodata/baseline.csv')
    expect((await ask('/geodata/baseline.csv', { 'If-None-Match': String(headers.etag) })).status).toBe(304)
    expect((await ask('/geodata/baseline.csv', { 'If-None-Match': 'W/"other"' })).status).toBe(200)
    expect((await ask('/geodata/baseline.csv', { 'If-Modified-Since': String(headers['last-modified']) })).status).toBe(304)
  })

  it('answers HEAD with the headers alone', async () => {
    const { status, headers, body } = await ask('/geodata/baseline.csv', {}, 'HEAD')
    expect([status, Number(headers['content-length']), body.length]).toEqual([200, Buffer.byteLength(LONG_CSV), 0])
  })

  it('puts the security headers on every answer', async () => {
    const { headers } = await ask('/geodata/baseline.csv')
    const answers = await Promise.all([
      ask('/'), ask('/missing'), ask('/', {}, 'POST'), ask('/', { Host: 'elsewhere.example' }),
      ask('/geodata/baseline.csv', { 'If-None-Match': String(headers.etag) }),
    ])
    expect(answers.map((answer) => answer.status)).toEqual([200, 404, 405, 421, 304])
    for (const answer of answers) {
      for (const [name, value] of Object.entries(SECURITY_HEADERS)) expect(answer.headers[name.toLowerCase()]).toBe(value)
    }
  })
})

describe('what is refused', () => {
  it.each([
    '/geodata/missing.geojson', '/assets/missing.js', '/missing', '/geodata/', '/geodata',
    '/../secret.txt', '/%2e%2e/secret.txt', '/geodata/..%2fsecret.txt', '/geodata/%2e%2e%2f%2e%2e%2fsecret.txt',
    '/geodata/..%5csecret.txt', '/geodata/.git/config', '/geodata//baseline.csv', '/%', '/index.html%00.js',
    '/geodata/%252e%252e/secret.txt',
  ])('%s is a plain 404', async (path) => {
    const { status, headers, body } = await ask(path)
    expect([status, headers['content-type']]).toEqual([404, 'text/plain; charset=utf-8'])
    expect(body.toString()).not.toMatch(/secret|<title>/)
  })

  it('knows the path of a request', () => {
    expect(['/', '/a/b.js?x#y', '/a%20b', '/a/../b', 'http://x/', '/C:/x'].map(pathOf))
      .toEqual(['/index.html', '/a/b.js', '/a b', null, null, null])
  })

  it('says so if the app is not built or the data folder is missing', async () => {
    await expect(serve({ port: 0, dist: join(folder, 'none') })).rejects.toThrow('npm run build')
    await expect(serve({ port: 0, dist: join(folder, 'dist'), geodata: join(folder, 'none') })).rejects.toThrow('no folder')
  })
})

describe('the port', () => {
  it('is the next free one if taken', async () => {
    const blocker = createServer().listen(0, '127.0.0.1')
    await once(blocker, 'listening')
    const { port } = blocker.address() as AddressInfo
    const second = await serve({ port, dist: join(folder, 'dist') })
    expect(second.port).toBeGreaterThan(port)
    expect((await ask('/', {}, 'GET', second.url)).status).toBe(200)
    await second.stop()
    blocker.close()
  })

  it.each(['SIGINT', 'SIGTERM'] as const)('is free again after %s', async (signal) => {
    const args = ['src/cli/serve.mjs', '--port', '0', '--dist', join(folder, 'dist')]
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
    const url = await addressIn(child.stdout)
    expect((await ask('/', { Connection: 'keep-alive' }, 'GET', url)).status).toBe(200)
    child.kill(signal)
    expect(await once(child, 'exit')).toEqual([0, null])
    await expect(ask('/', {}, 'GET', url)).rejects.toThrow('ECONNREFUSED')
  })

  it.each([false, true])('is free again when the npm above it is gone, with a shell between: %s', async (shell) => {
    const script = `
      const { spawn } = require('node:child_process')
      spawn(process.execPath, ['src/cli/serve.mjs', '--port', '0', '--dist', ${JSON.stringify(join(folder, 'dist'))}],
        { stdio: 'inherit', shell: ${shell} })`
    const npm = spawn(process.execPath, ['-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, npm_execpath: 'npm-cli.js' },
    })
    const url = await addressIn(npm.stdout)
    npm.kill('SIGKILL')
    await expect.poll(() => ask('/', {}, 'GET', url).then(() => 'open', () => 'free'), { timeout: 5000 }).toBe('free')
  })
})

async function addressIn(output: NodeJS.ReadableStream): Promise<string> {
  let text = ''
  for await (const part of output) {
    text += String(part)
    const match = /http:\S+/.exec(text)
    if (match) return match[0]
  }
  throw new Error(`no address in: ${text}`)
}
