import { describe, expect, it } from 'vitest'
import { checkFolder } from '@/data/check-folder'
import { FINDING_CODES } from '@/domain/finding'
import { brokenFiles } from '../fixtures/broken-case'
import { BROKEN_CASES } from '../fixtures/broken-geodata'
import { filesOf, readerOf, smallGeodata } from '../fixtures/small-geodata'

const check = (files: ReadonlyMap<string, string | Uint8Array>) => checkFolder(readerOf(files), [...files.keys()])

describe('checkFolder', () => {
  it('has nothing to say of a clean folder', async () => {
    expect(await check(filesOf(smallGeodata()))).toEqual([])
  })

  it.each(BROKEN_CASES.map((broken) => [broken.name, broken] as const))('finds %s', async (_, broken) => {
    const findings = await check(brokenFiles(broken))
    const { params = {}, ...expected } = broken.expected
    const found = findings.find(({ code, field, feature }) => code === expected.code && field === expected.field && feature === expected.feature)
    expect(found ?? findings).toMatchObject({ severity: 'error', ...expected })
    expect(found!.params).toMatchObject(params)
    const codes = new Set(findings.map(({ code }) => code))
    expect([...codes].sort()).toEqual([...new Set([expected.code, ...(broken.also ?? [])])].sort())
  })

  it('has a broken folder for every code', () => {
    const covered = new Set(BROKEN_CASES.map(({ expected }) => expected.code))
    expect(FINDING_CODES.filter((code) => !covered.has(code))).toEqual([])
  })

  it('gives what follows from a rejected community once, not at every row', async () => {
    const geodata = smallGeodata()
    geodata.communities.features[0]!.properties['builtYear'] = 'old'
    const findings = await check(filesOf(geodata))
    expect(findings.map(({ code }) => code)).toEqual(['wrong-type', 'total-differs', 'total-differs', 'total-differs', 'showcase-missing'])
    expect(findings[1]).toMatchObject({ field: 'communities', params: { planned: 2, found: 1, rejected: 'C01' } })
  })

  it('checks the rest if a core file is missing', async () => {
    for (const path of ['plan.json', 'communities.geojson', 'buildings.geojson', 'baseline.csv', 'ledger.csv']) {
      const files = filesOf(smallGeodata())
      files.delete(path)
      files.set('roads.geojson', '{}')
      const codes = (await check(files)).map(({ file, code }) => `${file} ${code}`)
      expect(codes).toContain(`${path} file-missing`)
      expect(codes).toContain('roads.geojson not-a-feature-collection')
      expect(codes.length).toBeLessThanOrEqual(3)
    }
  })

  it('names findings in the order of the files', async () => {
    const files = filesOf(smallGeodata())
    files.delete('water.geojson')
    files.delete('plan.json')
    expect((await check(files)).map(({ file }) => file)).toEqual(['plan.json', 'water.geojson'])
  })

  it('leaves the prototype alone', async () => {
    await check(brokenFiles(BROKEN_CASES.find(({ expected }) => expected.code === 'dangerous-key')!))
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })
})
