import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FeatureCollection } from 'geojson'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { main } from '@/cli/geodata'
import type { LandAnswer } from '@/domain/land'
import { landGeodata } from '../fixtures/land-geodata'
import { filesOf, manifestOf, type SmallGeodata } from '../fixtures/small-geodata'
import { put, smallLandRules } from '../fixtures/small-land-rules'

const folders: string[] = []
afterEach(() => folders.splice(0).forEach((dir) => rmSync(dir, { recursive: true })))

/** A folder on disk; files named in `without` are neither there nor in the manifest. */
function folderOf(edit: (geodata: SmallGeodata) => void = () => {}, without: readonly string[] = []): string {
  const dir = mkdtempSync(join(tmpdir(), 'site-'))
  folders.push(dir)
  const geodata = landGeodata()
  edit(geodata)
  const files = filesOf(geodata)
  for (const path of without) files.delete(path)
  files.delete('manifest.json')
  files.set('manifest.json', manifestOf(files))
  for (const [path, text] of files) writeFileSync(join(dir, path), text)
  return dir
}

async function run(...args: string[]) {
  const [lines, errors]: [string[], string[]] = [[], []]
  const code = await main(['site', ...args], (text) => lines.push(...text.split('\n')), (text) => errors.push(...text.split('\n')))
  return { code, lines, errors }
}

async function answerOf(...args: string[]): Promise<LandAnswer> {
  const { lines } = await run(...args, '--json')
  return JSON.parse(lines.join('\n')) as LandAnswer
}

describe('geodata site', () => {
  it('prints the ranking, the coverage, the proof and what to know', async () => {
    const { code, lines, errors } = await run(folderOf(), '--distance', '500', '--k', '1')
    expect([code, errors]).toEqual([0, []])
    const text = lines.join('\n')
    expect(lines[0]).toBe('养老，步行 500 m 以内，拼合间距 8 m，选 1 处')
    expect(lines[1]).toBe('合格 1 处，不合格 1 处')
    expect(lines.find((line) => line.includes('S001+S002'))).toMatch(/^ +1 +地块S00[12] +S001\+S002 +800 +100 +\d+ +[\d.]+ +✓$/)
    expect(text).toMatch(/60 岁以上 \d+ 人：选址前覆盖 0 人（0%），选址后覆盖 \d+ 人（\d+%），新增 \d+ 人/)
    expect(text).toContain('1 处选址为最优解（已证明，无更好组合）')
    expect(lines.slice(-2)).toEqual(['示意数据，非实测。', '辅助分析，不作为规划许可依据'])
  })

  it('does the same in English', async () => {
    const { lines } = await run(folderOf(), '--lang', 'en', '--k', '1', '--distance', '500')
    expect(lines[0]).toBe('Elderly care, On foot 500 m, fragments up to 8 m apart, choose 1')
    expect(lines[1]).toBe('1 sites pass, 1 are out')
  })

  it('writes sites and coverage beside each other', async () => {
    const dir = folderOf()
    const out = join(dir, 'result.geojson')
    const { lines } = await run(dir, '--k', '1', '--distance', '500', '--out', out)
    expect(lines.slice(-2)).toEqual([out, join(dir, 'result.coverage.geojson')])
    const sites = JSON.parse(readFileSync(out, 'utf8')) as FeatureCollection
    expect(sites.features.map(({ id, properties }) => [id, properties!['status']])).toEqual([['S001+S002', 'candidate'], ['S003', 'excluded']])
    const coverage = JSON.parse(readFileSync(join(dir, 'result.coverage.geojson'), 'utf8')) as FeatureCollection
    expect(coverage.features.map(({ id }) => id)).toEqual(['C01-B1', 'C01-B2', 'C02-B1', 'R0001'])
    for (const { properties } of coverage.features) expect(properties!['servedAfter']).toBe(properties!['distanceAfterM'] <= 500)
  })

  it('names the second file after the first, and writes tables for .csv', async () => {
    const dir = folderOf()
    for (const [name, coverage] of [['a.json', 'a.coverage.json'], ['b.csv', 'b.coverage.csv'], ['c', 'c.coverage.geojson']] as const) {
      await run(dir, '--out', join(dir, name))
      expect(existsSync(join(dir, coverage)), coverage).toBe(true)
    }
    expect(readFileSync(join(dir, 'b.csv'), 'utf8')).toMatch(/^\ufeff名次,选中,编号,[^]*S001\+S002/)
  })

  it('leaves right holders and tenures out unless they are asked for', async () => {
    const dir = folderOf()
    const read = () => readFileSync(join(dir, 'r.geojson'), 'utf8')
    await run(dir, '--out', join(dir, 'r.geojson'))
    expect(read()).not.toMatch(/某单位|workUnit/)
    await run(dir, '--out', join(dir, 'r.geojson'), '--internal')
    expect(read()).toMatch(/某单位/)
  })

  it('gives the same bytes every time', async () => {
    const dir = folderOf()
    const files = ['r.geojson', 'r.coverage.geojson']
    const once = async () => { await run(dir, '--out', join(dir, 'r.geojson')); return files.map((name) => readFileSync(join(dir, name), 'utf8')) }
    expect(await once()).toEqual(await once())
  })

  it('prints everything as JSON, without NaN or Infinity', async () => {
    const answer = await answerOf(folderOf(), '--distance', '500', '--k', '1')
    expect(answer.choice).toMatchObject({ siteIds: ['S001+S002'], isProven: true })
    expect(answer.demand.people).toHaveLength(4)
    expect(answer.demand.distanceBeforeM).toEqual([null, null, null, null])
    expect(answer.provenance.data['spare-spaces']).toMatch(/^[0-9a-f]{64}$/)
  })

  it('uses other rules when a file is named, and the built-in ones when there are none', async () => {
    const dir = folderOf()
    const rules = smallLandRules()
    put(rules, 'facilities.0.minLandAreaM2.value', 5000)
    writeFileSync(join(dir, 'strict.json'), JSON.stringify(rules))
    expect((await answerOf(dir, '--rules', join(dir, 'strict.json'))).sites).toEqual([])
    const without = await answerOf(folderOf(() => {}, ['land-rules.json']))
    expect(without.notes.map(({ code }) => code)).toContain('rules-built-in')
    expect((await answerOf(dir)).notes.map(({ code }) => code)).not.toContain('rules-built-in')
  })
})

describe('geodata site on folders that lack something', () => {
  it('measures the straight line without roads, and says so', async () => {
    const dir = folderOf(() => {}, ['roads.geojson'])
    expect(await answerOf(dir)).toMatchObject({ mode: 'line', notes: expect.arrayContaining([{ code: 'no-roads', params: {} }]) })
    const { lines } = await run(dir)
    expect(lines).toContain('说明：没有道路数据，已改用直线距离，仅供参考')
    expect(lines).toContain('说明：缺少数据：道路')
  })

  it.each([
    ['facilities.geojson', 'no-facilities'], ['gates.geojson', 'no-gates'], ['spare-spaces.geojson', 'no-spaces'], ['buildings.geojson', 'no-buildings'],
    ['context-buildings.geojson', 'no-heights'], ['hazards.geojson', null], ['residences.geojson', null], ['water.geojson', null],
  ])('works without %s', async (path, note) => {
    const dir = folderOf(() => {}, [path])
    const { code, errors } = await run(dir)
    expect([code, path === 'buildings.geojson' ? [] : errors]).toEqual([0, []])
    const codes = (await answerOf(dir)).notes.map(({ code: noteCode }) => noteCode)
    if (note !== null) expect(codes).toContain(note)
  })

  it('does not use a file that the manifest does not list, as the page does not', async () => {
    const dir = folderOf(() => {}, ['roads.geojson'])
    writeFileSync(join(dir, 'roads.geojson'), filesOf(landGeodata()).get('roads.geojson')!)
    expect((await answerOf(dir)).mode).toBe('line')
    rmSync(join(dir, 'manifest.json'))
    expect(await answerOf(dir)).toMatchObject({ mode: 'walk', provenance: { dataDate: null, isSynthetic: true } })
  })

  it('has nothing to say without a plan', async () => {
    const { code, lines, errors } = await run(folderOf(() => {}, ['plan.json']))
    expect([code, lines]).toEqual([1, []])
    expect(errors.at(-1)).toMatch(/plan\.json/)
  })

  it('says why nothing can be chosen and what would help', async () => {
    const { code, lines } = await run(folderOf(), '--min-area', '900', '--distance', '500')
    expect(code).toBe(0)
    expect(lines).toContain('没有合格的地块')
    expect(lines.join('\n')).toMatch(/最小用地改为 \d+ ㎡/)
  })

  it('names broken features on stderr, leaves them out and counts them', async () => {
    const dir = folderOf((geodata) => { geodata['spare-spaces'].features[1]!.properties['tenure'] = 'mine' })
    const { code, lines, errors } = await run(dir, '--lang', 'en')
    expect(code).toBe(0)
    expect(errors).toHaveLength(1)
    expect(errors[0]).toMatch(/^spare-spaces\.geojson › S002 › tenure: /)
    expect(lines.find((line) => line.startsWith('note: 1 '))).toMatch(/\(S002\)$/)
  })

  it('uses a file that was changed, names it, and gives the hash of what it read', async () => {
    const dir = folderOf()
    const path = join(dir, 'roads.geojson')
    const before = await answerOf(dir)
    writeFileSync(path, readFileSync(path, 'utf8').replace('文化路', '文化街'))
    const { code, errors } = await run(dir)
    expect([code, errors.length]).toEqual([0, 1])
    expect((await answerOf(dir)).provenance.data['roads']).not.toBe(before.provenance.data['roads'])
  })
})

describe('geodata site arguments', () => {
  const dir = folderOf()
  // It lives longer than one test.
  folders.pop()
  afterAll(() => rmSync(dir, { recursive: true }))
  it.each([
    [['no/such/folder'], /no such folder/], [[dir, '--facility', 'casino'], /--facility casino/], [[dir, '--distance', '0'], /--distance 0/],
    [[dir, '--gap', '-1'], /--gap -1/], [[dir, '--k', '1.5'], /--k 1.5/], [[dir, '--mode', 'fly'], /--mode fly/], [[dir, '--lang', 'fr'], /--lang fr/],
    [[dir, '--out', 'no/such/folder/r.geojson'], /no such folder/], [[dir, '--out', dir], /is a folder/], [[dir, '--rules', 'no.json'], /--rules no.json/],
    [[dir, '--rules', join(dir, 'plan.json')], /cannot be used/], [[dir, '--colour'], /has no option --colour/],
  ])('end with 2 and one line for %o', async (args, message) => {
    const { code, lines, errors } = await run(...args)
    expect([code, lines, errors.length]).toEqual([2, [], 1])
    expect(errors[0]).toMatch(message)
  })
})

describe('npm run geodata -- site', () => {
  it('answers for the shipped folder, with JSON alone on stdout', { timeout: 60_000 }, () => {
    const { status, stdout, stderr } = spawnSync(
      'node', ['src/cli/run.mjs', 'src/cli/geodata.ts', 'site', '--distance', '500', '--k', '2', '--json'], { encoding: 'utf8', maxBuffer: 1e8 })
    expect([status, stderr]).toEqual([0, ''])
    const answer = JSON.parse(stdout) as LandAnswer
    expect(answer.choice.siteIds).toHaveLength(2)
    expect(answer.choice.isProven).toBe(true)
  })
})
