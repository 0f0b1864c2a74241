import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { writeProgramVersion } from '@/cli/program-version.mjs'
import { readProgramVersion } from '@/data/program-version'

let folder: string
const put = (path: string, text: string) => writeFile(join(folder, path), text)
const read = (path: string) => readFile(join(folder, path), 'utf8')

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'version-'))
  await mkdir(join(folder, 'assets'))
  await mkdir(join(folder, 'geodata'))
  await put('index.html', '<!doctype html><head><meta name="build" content=""></head>')
  await put('assets/main-D3fk2a9x.js', 'export {}')
  await put('geodata/manifest.json', '{}')
  await put('LICENSE', 'MIT')
  await put('service-worker.js', '(function(){})()\n')
})
afterEach(() => rm(folder, { recursive: true }))

describe('writeProgramVersion', () => {
  it('lists the program with lengths and hashes, without data and papers', async () => {
    const version = writeProgramVersion(folder)
    expect(version.files.map(({ path }) => path)).toEqual(['assets/main-D3fk2a9x.js', 'index.html'])
    expect(version.files[0]).toEqual({ path: 'assets/main-D3fk2a9x.js', bytes: 9, sha256: createHash('sha256').update('export {}').digest('hex') })
    const page = await read('index.html')
    expect(version.files[1]!.sha256).toBe(createHash('sha256').update(page).digest('hex'))
    expect(readProgramVersion(JSON.parse(await read('version.json')))).toEqual(version)
  })

  it('tells the page and the service worker which build they belong to', async () => {
    const { build } = writeProgramVersion(folder)
    expect(await read('index.html')).toContain(`<meta name="build" content="${build}">`)
    expect((await read('service-worker.js')).split('\n')[0]).toContain(`self.__PROGRAM__={"build":"${build}"`)
  })

  it('gives the same files the same name, also when called again', async () => {
    const first = writeProgramVersion(folder)
    const worker = await read('service-worker.js')
    expect(writeProgramVersion(folder)).toEqual(first)
    expect(await read('service-worker.js')).toBe(worker)
  })

  it('gives another name when any file or the page changes, and the same when data change', async () => {
    const { build } = writeProgramVersion(folder)
    await put('geodata/manifest.json', '{"new":1}')
    expect(writeProgramVersion(folder).build).toBe(build)
    await put('assets/main-D3fk2a9x.js', 'export { }')
    const second = writeProgramVersion(folder).build
    await put('index.html', '<!doctype html><title>x</title><meta name="build" content="">')
    expect(new Set([build, second, writeProgramVersion(folder).build]).size).toBe(3)
  })

  it('says that a page without a place for the name is of no use', async () => {
    await put('index.html', '<!doctype html>')
    expect(() => writeProgramVersion(folder)).toThrow('has no <meta name="build">')
  })
})
