import { describe, expect, it, vi } from 'vitest'
import { fetchProgramVersion, isProgramComplete, readProgramVersion } from '@/data/program-version'

const SHA = 'a'.repeat(64)
const PAGE = '<meta name="build" content="0123456789ab">'
const VERSION = {
  build: '0123456789ab',
  files: [{ path: 'index.html', bytes: PAGE.length, sha256: SHA }, { path: 'assets/main-D3fk2a9x.js', bytes: 9, sha256: SHA }],
}
const GOOD: Record<string, () => Response> = {
  'http://wall/app/version.json': () => Response.json(VERSION),
  'http://wall/app/index.html': () => new Response(PAGE),
  'http://wall/app/assets/main-D3fk2a9x.js': () => new Response('export {}'),
}
const source = (changed: Record<string, () => Response> = {}) => ({
  baseUrl: 'http://wall/app/',
  fetch: vi.fn(async (address: unknown) => ({ ...GOOD, ...changed })[String(address)]?.() ?? new Response('', { status: 404 })),
})

describe('readProgramVersion', () => {
  it('takes what the build writes', () => expect(readProgramVersion(VERSION)).toEqual(VERSION))

  it.each([
    ['no object', 'version'],
    ['nothing', null],
    ['no build', { files: VERSION.files }],
    ['a build that is no hash', { ...VERSION, build: '<b>' }],
    ['no page', { ...VERSION, files: VERSION.files.slice(1) }],
    ['no files', { ...VERSION, files: [] }],
    ['a file without length', { ...VERSION, files: [...VERSION.files, { path: 'a.js', sha256: SHA }] }],
    ['a negative length', { ...VERSION, files: [...VERSION.files, { path: 'a.js', bytes: -1, sha256: SHA }] }],
    ['another origin', { ...VERSION, files: [...VERSION.files, { path: 'http://b/a.js', bytes: 1, sha256: SHA }] }],
    ['a way up', { ...VERSION, files: [...VERSION.files, { path: '../a.js', bytes: 1, sha256: SHA }] }],
    ['a root', { ...VERSION, files: [...VERSION.files, { path: '/a.js', bytes: 1, sha256: SHA }] }],
  ])('refuses %s', (_, value) => expect(readProgramVersion(value)).toBeNull())
})

describe('fetchProgramVersion', () => {
  it('asks the server and no cache', async () => {
    const asked = source()
    expect(await fetchProgramVersion(asked)).toEqual(VERSION)
    expect(asked.fetch).toHaveBeenCalledWith('http://wall/app/version.json', expect.objectContaining({ cache: 'no-store' }))
  })

  it.each([
    ['a missing file', () => new Response('', { status: 404 })],
    ['a page in its place', () => new Response('<!doctype html>')],
    ['no server', () => { throw new TypeError('Failed to fetch') }],
  ])('is null for %s', async (_, answer) => {
    expect(await fetchProgramVersion(source({ 'http://wall/app/version.json': answer }))).toBeNull()
  })
})

describe('isProgramComplete', () => {
  it('is true if every file is there', async () => {
    const asked = source()
    expect(await isProgramComplete(VERSION, asked)).toBe(true)
    expect(asked.fetch).toHaveBeenCalledTimes(2)
  })

  it.each([
    ['a file is missing', 'assets/main-D3fk2a9x.js', () => new Response('', { status: 404 })],
    ['a file is cut off', 'assets/main-D3fk2a9x.js', () => new Response('export')],
    ['a file cannot be fetched', 'assets/main-D3fk2a9x.js', () => { throw new TypeError('Failed to fetch') }],
    ['the page is still that of another build', 'index.html', () => new Response(PAGE.replace('0123', '9999'))],
  ])('is false if %s', async (_, path, answer) => {
    expect(await isProgramComplete(VERSION, source({ [`http://wall/app/${path}`]: answer }))).toBe(false)
  })
})
