import { describe, expect, it } from 'vitest'
import { composeWork } from '@/data/workspace/compose-work'
import { filesOf, smallGeodata } from '../../fixtures/small-geodata'
import { smallWork } from '../../fixtures/edit-bench'

const encode = (text: string) => new TextEncoder().encode(text)

describe('composeWork', () => {
  it('puts all datasets of the manifest together', async () => {
    const { folder, keptIds } = await smallWork()
    expect([Object.keys(folder.values).length, folder.failures, folder.programme!.reports.length, keptIds]).toEqual([folder.manifest.files.length, [], 7, []])
  })

  it('has no folder without a manifest that can be read', async () => {
    const { files } = await smallWork()
    expect(await composeWork(new Map([...files].filter(([path]) => path !== 'manifest.json')), null)).toBeNull()
    expect(await composeWork(new Map([...files, ['manifest.json', encode('{')]]), null)).toBeNull()
  })

  it('does not read again what did not change, with its findings and failures', async () => {
    const before = await smallWork((geodata) => {
      Object.assign(geodata.greens.features[0]!.properties, { stranger: 1 })
      geodata.water.features = 'broken' as never
    })
    const again = (await composeWork(new Map(before.files), before))!
    expect(again.keptIds).toContain('roads')
    expect(again.folder.values.roads).toBe(before.folder.values.roads)
    expect(again.folder.findings.get('greens.geojson')).toEqual(before.folder.findings.get('greens.geojson'))
    expect(again.folder.findings.get('greens.geojson')).toHaveLength(1)
    expect(again.folder.failures).toEqual(before.folder.failures)
    expect(again.folder.failures).toHaveLength(1)
  })

  it('reads all again if the plan is another one: its bounds judge the rest', async () => {
    const before = await smallWork()
    const geodata = smallGeodata()
    geodata.plan.bounds = [118.7, 36.05, 119.1, 36.7]
    const files = new Map([...before.files, ...[...filesOf(geodata)].map(([path, text]) => [path, encode(text)] as const).filter(([path]) => ['plan.json', 'manifest.json'].includes(path))])
    const after = (await composeWork(files, before))!
    expect([after.keptIds, after.folder.values.roads]).toEqual([[], []])
  })

  it('names a file that is missing or not the promised one', async () => {
    const { files } = await smallWork()
    const broken = new Map([...files].filter(([path]) => path !== 'roads.geojson'))
    broken.set('greens.geojson', encode('{"type":"FeatureCollection","features":[]}   '.padEnd(files.get('greens.geojson')!.length)))
    const { failures } = (await composeWork(broken, null))!.folder
    expect(failures.map(({ file, code }) => `${file} ${code}`).sort()).toEqual(['greens.geojson altered', 'roads.geojson missing'])
  })
})
