import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { main } from '@/cli/geodata'
import { brokenFiles } from '../fixtures/broken-case'
import { BROKEN_CASES } from '../fixtures/broken-geodata'
import { filesOf, smallGeodata } from '../fixtures/small-geodata'

const folders: string[] = []
afterEach(() => folders.splice(0).forEach((dir) => rmSync(dir, { recursive: true })))

function folderOf(files: ReadonlyMap<string, string | Uint8Array>): string {
  const dir = mkdtempSync(join(tmpdir(), 'geodata-'))
  folders.push(dir)
  for (const [path, content] of files) {
    mkdirSync(dirname(join(dir, path)), { recursive: true })
    writeFileSync(join(dir, path), content)
  }
  return dir
}

async function run(...args: string[]): Promise<{ code: number; lines: string[] }> {
  const lines: string[] = []
  const code = await main(args, (text) => lines.push(...text.split('\n')))
  return { code, lines }
}

const clean = () => folderOf(filesOf(smallGeodata()))
const broken = (code: string) => folderOf(brokenFiles(BROKEN_CASES.find(({ expected }) => expected.code === code)!))

describe('geodata check', () => {
  it('ends with 0 for a clean folder', async () => {
    expect(await run('check', clean())).toEqual({ code: 0, lines: ['检查完毕：0 个错误，0 个提醒。'] })
  })

  it('finds nothing in the shipped folder', { timeout: 30_000 }, async () => {
    expect(await run('check', 'geodata')).toEqual({ code: 0, lines: ['检查完毕：0 个错误，0 个提醒。'] })
  })

  it('ends with 1 for errors and prints file, feature, field, what is wrong and what to do', async () => {
    const { code, lines } = await run('check', broken('share-decreases'))
    expect(code).toBe(1)
    expect(lines).toEqual([
      '错误 ledger.csv › row 9 › doneShare',
      '  问题：累计完成 0.5，少于 2024-08-01 已报的 0.55（第 4 行）；本行未使用。',
      '  处理：完成比例是累计值，不会减少：改正本行；若是以前报多了，把本行的填报类型（kind）写为更正（correction）。',
      '检查完毕：1 个错误，0 个提醒。',
    ])
  })

  it('ends with 0 for warnings', async () => {
    const { code, lines } = await run('check', broken('file-not-listed'), '--lang', 'en')
    expect(code).toBe(0)
    expect(lines[0]).toBe('warning old/buildings.geojson')
    expect(lines.at(-1)).toBe('Checked: 0 errors, 1 warning.')
  })

  it('itemises a difference from the totals', async () => {
    const { code, lines } = await run('check', broken('building-missing'), '--lang=en')
    expect(code).toBe(1)
    expect(lines).toContain('error buildings.geojson › buildings')
    expect(lines).toContain('  what: The buildings add up to 2, the plan says 3: difference -1. It comes from: C01 (−1).')
    expect(lines).toContain('error communities.geojson › C01 › buildingCount')
  })

  it('gives JSON to programs', async () => {
    const { code, lines } = await run('check', broken('axes-swapped'), '--json', '--lang', 'en')
    const { errors, findings } = JSON.parse(lines.join('\n')) as { errors: number; findings: { code: string; fix: string }[] }
    expect([code, errors > 0]).toEqual([1, true])
    expect(findings.find((finding) => finding.code === 'axes-swapped')!.fix).toMatch(/^Longitude comes first/)
  })

  it('names what is needed in an empty folder', async () => {
    const { code, lines } = await run('check', folderOf(new Map()), '--lang', 'en')
    expect(code).toBe(1)
    expect(lines.filter((line) => line.startsWith('error'))).toEqual([
      'error manifest.json', 'error plan.json', 'error communities.geojson', 'error buildings.geojson', 'error baseline.csv', 'error ledger.csv',
    ])
  })
})

describe('npm run geodata', () => {
  // Once through the real runner: what is imported late or reads the terminal fails only there.
  const runner = (...args: string[]) => spawnSync('node', ['src/cli/run.mjs', 'src/cli/geodata.ts', ...args], { encoding: 'utf8' })

  it('passes arguments and exit codes through', { timeout: 60_000 }, () => {
    const good = runner('check', clean())
    expect([good.status, good.stdout]).toEqual([0, '检查完毕：0 个错误，0 个提醒。\n'])
    const bad = runner('check', broken('out-of-area'), '--lang', 'en')
    expect([bad.status, bad.stdout.split('\n').at(-2)]).toEqual([1, 'Checked: 3 errors, 0 warnings.'])
    expect(runner('check', '--lnag').status).toBe(2)
  })
})

describe('geodata manifest', () => {
  it('makes a changed folder fit again', async () => {
    const dir = clean()
    const roads = readFileSync(join(dir, 'roads.geojson'), 'utf8')
    writeFileSync(join(dir, 'roads.geojson'), roads.replace('文化路', '文化街'))
    expect((await run('check', dir)).code).toBe(1)
    expect((await run('manifest', dir)).code).toBe(0)
    expect((await run('check', dir)).code).toBe(0)
  })

  it('dates a folder without a manifest by its last report', async () => {
    const dir = clean()
    rmSync(join(dir, 'manifest.json'))
    await run('manifest', dir)
    expect(JSON.parse(readFileSync(join(dir, 'manifest.json'), 'utf8'))).toMatchObject({ dataDate: '2024-08-10', provenance: 'reported' })
    expect((await run('check', dir)).code).toBe(0)
  })

  it('sets a new data date for folder and ledger', async () => {
    const dir = clean()
    await run('manifest', dir, '--data-date', '2024-11-04')
    const manifest = JSON.parse(readFileSync(join(dir, 'manifest.json'), 'utf8')) as { dataDate: string; files: { id: string; dataDate: string }[] }
    expect(manifest.dataDate).toBe('2024-11-04')
    expect(manifest.files.filter(({ dataDate }) => dataDate === '2024-11-04').map(({ id }) => id)).toEqual(['ledger'])
  })
})

describe('geodata arguments', () => {
  it.each([
    [[], /no command/],
    [['chekc'], /no such command: check \| manifest \| synthesize \| site/],
    [['check', '--jsn'], /check .*has no option --jsn/],
    [['check', 'a', 'b'], /one folder only/],
    [['check', 'no/such/folder'], /no such folder/],
    [['check', 'src', '--lang', 'fr'], /--lang fr: zh \| en/],
    [['check', 'src', '--lang'], /--lang : zh \| en/],
    [['manifest', 'src', '--data-date', 'today'], /YYYY-MM-DD/],
    [['synthesize', 'x', '--seed', 'many'], /--seed many/],
  ])('ends with 2 and one line for %o', async (args, message) => {
    const { code, lines } = await run(...args)
    expect(code).toBe(2)
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(message)
  })

  it('explains itself', async () => {
    const { code, lines } = await run('--help')
    expect(code).toBe(0)
    for (const command of ['check', 'manifest', 'synthesize', 'site']) expect(lines.join('\n')).toContain(`geodata -- ${command} `)
  })
})
