import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { spawnSync } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { main } from '@/cli/geodata'
import { readSources } from '@/data/import/read-sources'
import { readManifest } from '@/data/read-manifest'
import { unzipped } from '../fixtures/other-readers'
import { filesOf, smallGeodata } from '../fixtures/small-geodata'

const base = mkdtempSync(join(tmpdir(), 'export-'))
const folder = join(base, 'geodata')
afterAll(() => rmSync(base, { recursive: true }))
beforeAll(() => {
  for (const [path, content] of filesOf(smallGeodata())) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
})

async function run(...args: string[]): Promise<{ code: number; lines: string[] }> {
  const lines: string[] = []
  const code = await main(['export', folder, ...args], (line) => lines.push(line))
  return { code, lines }
}
const entriesOf = (name: string) => [...unzipped(new Uint8Array(readFileSync(join(base, name)))).keys()]

describe('geodata export', () => {
  it('writes the folder as a zip whose manifest fits', async () => {
    expect((await run('--format', 'zip', '--out', join(base, 'all.zip'))).code).toBe(0)
    const entries = unzipped(new Uint8Array(readFileSync(join(base, 'all.zip'))))
    expect([...entries.keys()].sort()).toEqual(readdirSync(folder).map((name) => `geodata/${name}`).sort())
    const manifest = readManifest(new TextDecoder().decode(entries.get('geodata/manifest.json'))).value!
    for (const file of manifest.files) expect(entries.get(`geodata/${file.path}`)!.length).toBe(file.bytes)
  })

  it('writes what is handed on; the town only if it is named', async () => {
    await run('--format', 'geojson', '--out', join(base, 'a.zip'))
    expect(entriesOf('a.zip').map((name) => name.split('-')[0])).toEqual(['小区', '楼栋', '可挖潜空间', '现有设施', '周边居民', '危险源', '小区出入口', '拟建点'])
    await run('--format', 'csv', '--dataset', 'all', '--lang', 'en', '--out', join(base, 'b.zip'))
    expect(entriesOf('b.zip')).toHaveLength(17)
  })

  it('writes a Shapefile in the system that was asked for', async () => {
    await run('--format', 'shapefile', '--dataset', 'communities', '--crs', 'EPSG:4549', '--out', join(base, 'c.zip'))
    expect(entriesOf('c.zip')).toEqual(['communities.shp', 'communities.shx', 'communities.dbf', 'communities.prj', 'communities.cpg', '字段说明.txt'])
  })

  it('writes no more into a zip than an import unpacks', async () => {
    const { code, lines } = await run('--format', 'shapefile', '--dataset', 'all', '--out', join(base, 'e.shp.zip'))
    const files = ['e-1.shp.zip', 'e-2.shp.zip']
    expect([code, lines.map((line) => line.slice(0, line.lastIndexOf(':')))]).toEqual([0, files.map((name) => join(base, name))])
    const sources = await readSources(files.map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(base, name))) })), { encodings: {} })
    expect(sources.flatMap(({ findings }) => findings).filter(({ severity }) => severity === 'error')).toEqual([])
    const shapes = files.flatMap(entriesOf).filter((name) => name.endsWith('.shp'))
    expect(sources.map(({ name }) => name.split('/').at(-1))).toEqual(shapes)
    expect(new Set(shapes.map((name) => name.replace(/(-(point|line|polygon))?\.shp$/, '')))).toEqual(new Set([
      'communities', 'buildings', 'roads', 'railways', 'water', 'greens', 'blocks', 'context-buildings', 'landmarks',
      'spare-spaces', 'facilities', 'residences', 'hazards', 'gates', 'proposed-sites',
    ]))
  })

  it('gives the file a telling name in a folder, and leaves nothing half written', async () => {
    const dir = mkdtempSync(join(base, 'out-'))
    const { lines } = await run('--format', 'xlsx', '--dataset', 'ledger,baseline', '--out', dir)
    const [name] = readdirSync(dir)
    expect(name).toMatch(/^geodata-示意数据-\d{4}-\d{2}-\d{2}\.xlsx$/)
    expect(lines).toEqual([`${join(dir, name!)}: ${readFileSync(join(dir, name!)).length}`])
    expect(readdirSync(dir)).toHaveLength(1)
  })

  it('tells what could not be read, writes the rest and ends with 1', async () => {
    const dir = mkdtempSync(join(base, 'broken-'))
    for (const [path, content] of filesOf(smallGeodata())) writeFileSync(join(dir, path), path === 'gates.geojson' ? '{' : content)
    const errors: string[] = []
    expect(await main(['export', dir, '--format', 'csv', '--out', join(base, 'd.zip')], () => undefined, (line) => errors.push(line))).toBe(1)
    expect(errors.join('\n')).toContain('gates.geojson')
    expect(entriesOf('d.zip').some((name) => name.startsWith('小区出入口'))).toBe(false)
  })

  it.each([
    [['--format', 'pdf'], '--format pdf'], [[], '--format : zip'], [['--format', 'geojson', '--dataset', 'ledger'], '--dataset ledger: communities'],
    [['--format', 'zip', '--dataset', 'ledger'], 'always the whole folder'], [['--format', 'csv', '--crs', 'EPSG:4549'], 'for Shapefile only'],
    [['--format', 'shapefile', '--crs', 'GCJ-02'], '--crs GCJ-02'], [['--format', 'csv', '--out', '/none/here/x.zip'], 'no such parent folder'], [['--format', 'csv', '--lang', 'fr'], '--lang fr'],
  ])('ends with 2 for %o', async (args, message) => {
    const errors: string[] = []
    expect(await main(['export', folder, ...args], () => undefined, (line) => errors.push(line))).toBe(2)
    expect(errors.join('\n')).toContain(message)
  })

  it('wants a data folder', async () => {
    const errors: string[] = []
    expect(await main(['export', base, '--format', 'csv'], () => undefined, (line) => errors.push(line))).toBe(2)
    expect(errors.join('\n')).toContain('no data folder')
  })

  it('runs from the terminal, with its lazy parts', () => {
    const { status, stderr } = spawnSync('node', ['src/cli/run.mjs', 'src/cli/geodata.ts', 'export', folder, '--format', 'shapefile', '--crs', 'EPSG:4528', '--out', join(base, 'e.zip')], { encoding: 'utf8' })
    expect([status, stderr]).toEqual([0, ''])
    expect(existsSync(join(base, 'e.zip'))).toBe(true)
  }, 60_000)
})
