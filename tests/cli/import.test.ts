import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { main } from '@/cli/geodata'
import { EXPECTED } from '../fixtures/bureau/expected'
import { outlineFiles } from '../fixtures/bureau/outlines'

const dir = mkdtempSync(join(tmpdir(), 'import-'))
afterAll(() => rmSync(dir, { recursive: true }))

async function run(...args: string[]): Promise<{ code: number; lines: string[] }> {
  const lines: string[] = []
  const code = await main(['import', ...args, '--today', '2024-11-05'], (text) => lines.push(...text.split('\n')))
  return { code, lines }
}
const runJson = async (...args: string[]) => {
  const { code, lines } = await run(...args, '--json')
  return { code, ...JSON.parse(lines.join('\n')) }
}
function fileOf(name: string, content: Uint8Array | string): string {
  writeFileSync(join(dir, name), content)
  return join(dir, name)
}
const bureau = (key: keyof typeof EXPECTED) => fileOf(EXPECTED[key].name, EXPECTED[key].make())
const codesOf = (file: { findings: { code: string; severity: string }[] }, severity: string) => file.findings.filter((finding) => finding.severity === severity).map(({ code }) => code)

describe('geodata import', () => {
  it('tells of each file verdict, kind, encoding, system, number of features and findings', async () => {
    const { code, files, written } = await runJson(bureau('outlines'))
    expect(code).toBe(0)
    expect(files).toHaveLength(1)
    expect(files[0]).toMatchObject({ verdict: 'accepted', kind: 'shapefile', encoding: 'gb18030', encodingBy: 'declared', crs: 'EPSG:4549', featureCount: 35, errors: 0 })
    expect(files[0].layers[0]).toMatchObject({ target: 'communities', crsBy: 'prj', accepted: 35, rejected: 0 })
    expect(new Set(codesOf(files[0], 'warning'))).toEqual(new Set(['column-unmapped']))
    expect(files[0].findings[0].what).toContain('没有使用')
    expect(written).toBeNull()
  })

  it('finds the parts of a shapefile that lie beside it', async () => {
    for (const { name, bytes } of outlineFiles()) fileOf(name, bytes)
    const shp = outlineFiles().find(({ name }) => name.endsWith('.shp'))!.name
    expect((await runJson(join(dir, shp))).files[0]).toMatchObject({ verdict: 'accepted', crs: 'EPSG:4549', encoding: 'gb18030', featureCount: 35 })
  })

  it('answers no question by a guess: lists it with the option that answers it, and writes nothing', async () => {
    const out = join(dir, 'unanswered')
    const { code, lines } = await run(bureau('facilities'), '--out', out)
    expect(code).toBe(1)
    expect(lines.some((line) => line.includes('--crs GCJ-02'))).toBe(true)
    expect(lines.at(-1)).toBe('没有写入任何内容')
    expect(existsSync(out)).toBe(false)
  })

  it('writes a whole folder that is without fault once the options answer', async () => {
    const out = join(dir, 'answered')
    const { code, files, changes, written, openQuestionCount } = await runJson(bureau('facilities'), '--crs', 'GCJ-02', '--out', out)
    expect({ code, openQuestionCount, written }).toEqual({ code: 0, openQuestionCount: 0, written: out })
    expect(files[0]).toMatchObject({ verdict: 'accepted', crs: 'GCJ-02', featureCount: 33 })
    expect(changes.map(({ target }: { target: string }) => target)).toEqual(['facilities'])
    expect(readdirSync(out).sort()).toEqual(readdirSync('geodata').sort())
    expect(await main(['check', out], () => undefined)).toBe(0)
    expect(readFileSync(join(out, 'ledger.csv'))).toEqual(readFileSync('geodata/ledger.csv'))
  }, 60_000)

  it('takes what it may of a ledger, leaves wrong rows out and ends with 1', async () => {
    const out = join(dir, 'ledger')
    const path = bureau('ledgerWorkbook')
    const open = await runJson(path, '--out', out)
    expect(open).toMatchObject({ code: 1, openQuestionCount: 2, written: null })
    const answered = await runJson(path, '--out', out, '--names', '蜡梅里=C11', '--accept-corrections')
    expect(answered).toMatchObject({ code: 1, openQuestionCount: 0, written: out })
    expect(new Set(codesOf(answered.files[0], 'error'))).toEqual(new Set(['bad-date', 'name-unknown']))
    expect(answered.after.finishedCommunities).toBe(answered.before.finishedCommunities + 1)
    expect(await main(['check', out], () => undefined)).toBe(0)
    // Again into its own folder, in place: nothing is new then.
    const again = await runJson(path, '--into', out, '--out', out, '--accept-names', '--accept-corrections')
    expect(again.changes[0]).toMatchObject({ target: 'ledger', added: [], changed: [], gone: [] })
  }, 60_000)

  it('says what a table is about if it is told, and in which unit', async () => {
    const path = fileOf('表.csv', '小区名称,编号x,完成率\n国槐里,J02,1\n')
    const guessed = await runJson(path, '--target', 'communities')
    expect(guessed.files[0].layers[0].target).toBe('communities')
    const table = fileOf('进度.csv', '填报日期,小区名称,改造内容,完成比例\n2024-11-04,国槐里,供水管网改造,1\n')
    expect((await runJson(table, '--units', '完成比例=percent')).files[0].layers[0].mapping.columns).toContainEqual({ column: '完成比例', field: 'doneShare', unit: 'percent' })
  }, 60_000)

  it('rejects what it cannot read, with one clear sentence', async () => {
    const { code, files } = await runJson(fileOf('坏.geojson', '{"type":"FeatureCollection","features":[{'), '--lang', 'en')
    expect(code).toBe(1)
    expect(files[0]).toMatchObject({ verdict: 'rejected', featureCount: 0, errors: 1 })
    expect(files[0].findings[0].what).toMatch(/\.$/)
  })

  it.each([
    [[], 'no file'], [['none.csv'], 'no such file'], [['package.json', '--into', 'src'], 'no data folder'], [['package.json', '--mapping', 'none.json'], 'no such file'],
    [['package.json', '--out', 'src'], 'other files'], [['src'], 'is no file'],
  ])('ends with 2 for %o', async (args, message) => {
    const lines: string[] = []
    expect(await main(['import', ...args], () => undefined, (line) => lines.push(line))).toBe(2)
    expect(lines.join('\n')).toContain(message)
  })

  it('names what differs from the plan, for people, and what is wrong with the folder, for programs', async () => {
    const { features } = JSON.parse(readFileSync('geodata/communities.geojson', 'utf8'))
    const more = structuredClone(features[0])
    Object.assign(more.properties, { id: 'C36', name: '外加里' })
    more.geometry.coordinates[0] = more.geometry.coordinates[0].map(([lon, lat]: [number, number]) => [lon + 0.02, lat + 0.02])
    const file = fileOf('more.geojson', JSON.stringify({ type: 'FeatureCollection', features: [...features, more] }))
    const { code, lines } = await run(file)
    expect(code).toBe(1)
    expect(lines).toContain('  communities: 方案 35, 文件 36, 差 1')
    expect(lines).toContain('  图上有，方案无: 外加里 (C36)')
    const { folderFindings } = await runJson(file)
    expect(folderFindings.map(({ feature, severity }: { feature: string; severity: string }) => ({ feature, severity }))).toContainEqual({ feature: 'C36', severity: 'error' })
  })
})
