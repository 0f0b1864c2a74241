import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { main } from '@/cli/geodata'
import { proposeSites } from '@/cli/propose'
import { readLandFolder } from '@/cli/read-land-folder'
import { readFeatures } from '@/data/read-features'

const dir = mkdtempSync(join(tmpdir(), 'propose-'))
afterAll(() => rmSync(dir, { recursive: true }))
const input = readLandFolder('geodata', null).input!
const out = join(dir, 'sites.geojson')

async function run(...args: string[]): Promise<{ code: number; text: string }> {
  const lines: string[] = []
  const code = await main(['propose', 'geodata', ...args], (line) => lines.push(line))
  return { code, text: lines.join('\n') }
}

describe('geodata propose', () => {
  it('writes what is shipped', async () => {
    expect((await run('--out', out)).code).toBe(0)
    expect(readFileSync(out, 'utf8')).toBe(readFileSync('geodata/proposed-sites.geojson', 'utf8'))
  })

  it('proposes sites of each type on published spaces, none of them twice', async () => {
    const { value: sites, findings } = readFeatures('proposed-sites', readFileSync('geodata/proposed-sites.geojson', 'utf8'), { file: out, bounds: null })
    expect(findings).toEqual([])
    expect(sites!.map(({ name }) => name)).toEqual([
      '拟建养老服务点 1', '拟建养老服务点 2', '拟建养老服务点 3', '拟建托育服务点 1', '拟建托育服务点 2', '拟建托育服务点 3',
    ])
    const spaceIds = sites!.flatMap((site) => site.spaceIds)
    expect(new Set(spaceIds).size).toBe(spaceIds.length)
    const published = new Set(input.spaces.filter((space) => space.published).map(({ id }) => id))
    expect(spaceIds.filter((id) => !published.has(id))).toEqual([])
  })

  it('uses no space that is not published', () => {
    const hidden = { ...input, spaces: input.spaces.map((space) => ({ ...space, published: space.id === 'S073' })) }
    const sites = proposeSites(hidden, { facilities: ['elderlyCare'], countOfEach: 3 })
    expect(sites.map(({ spaceIds }) => spaceIds)).toEqual([['S073']])
  })

  it('takes one type and a number', async () => {
    const { code, text } = await run('--facility', 'childcare', '--k', '1', '--out', out)
    expect([code, text.split('\n').length]).toEqual([0, 2])
    expect(text).toContain('拟建托育服务点 1')
  })

  it.each([
    [['--facility', 'school'], '--facility school'], [['--k', '0'], '--k 0'], [['--k', 'x'], '--k x'], [['--out', join(dir, 'no', 'x')], '--out'],
  ])('refuses %s in one line', async (args, word) => {
    const { code, text } = await run(...args)
    expect([code, text.split('\n').length]).toEqual([2, 1])
    expect(text).toContain(word)
    expect(existsSync(join(dir, 'no'))).toBe(false)
  })
})
