import { expect, it } from 'vitest'
import { checkFolder } from '@/data/check-folder'
import { withdrawSites } from '@/data/import/withdraw-sites'
import { bring, csvOf, folderOf, geojsonOf, writtenText } from '../../fixtures/import-town'
import { filesOf, smallGeodata } from '../../fixtures/small-geodata'

const { values } = await folderOf(smallGeodata())
const spaces = values['spare-spaces']!

it('takes a site down whose space is no longer published, or gone', () => {
  const [site] = values['proposed-sites']!
  const hidden = { ...values, 'spare-spaces': spaces.map((space) => ({ ...space, published: false })) }
  for (const after of [hidden, { ...values, 'spare-spaces': [] }]) {
    const { sites, findings } = withdrawSites(values, after)
    expect([sites, findings]).toMatchObject([[], [{ code: 'site-withdrawn', severity: 'warning', feature: site!.id, params: { name: site!.name, found: site!.spaceIds.join(', ') } }]])
  }
})

it('leaves sites whose spaces are as they were, also those that were wrong before', () => {
  expect(withdrawSites(values, values)).toEqual({ sites: values['proposed-sites'], findings: [] })
  const wrong = { ...values, 'spare-spaces': [] }
  expect(withdrawSites(wrong, wrong)).toEqual({ sites: values['proposed-sites'], findings: [] })
})

it('makes a folder that passes the check when an import ends a publication', async () => {
  const town = smallGeodata()
  const [space] = town['spare-spaces'].features
  const answer = await bring({ files: { 's.geojson': geojsonOf({ ...space!, properties: { ...space!.properties, published: false } }) } })
  expect(answer.judgement.findings.map(({ code }) => code)).toContain('site-withdrawn')
  expect(JSON.parse(writtenText(answer, 'proposed-sites.geojson')).features).toEqual([])
  const files = new Map([...[...filesOf(town)].map(([path, text]) => [path, new TextEncoder().encode(text)] as const), ...answer.files!])
  const errors = (await checkFolder(async (path) => files.get(path) ?? null, [...files.keys()])).filter(({ severity }) => severity === 'error')
  expect(errors).toEqual([])
  const none = await bring({ files: { 'c.csv': csvOf(['小区名称', '户数'], ['国槐里', 50]) } })
  expect(none.files!.has('proposed-sites.geojson')).toBe(false)
})
