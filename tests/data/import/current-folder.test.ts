import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { readCurrentFolder } from '@/data/import/current-folder'

let files: Map<string, Uint8Array>
beforeAll(() => {
  files = new Map(readdirSync('geodata').filter((name) => name !== 'README.md').map((name) => [name, new Uint8Array(readFileSync(join('geodata', name)))]))
})

it('reads the files of a folder as one', async () => {
  const folder = await readCurrentFolder(files)
  expect([folder?.programme?.communities.length, folder?.values.buildings?.length, folder?.values['spare-spaces']?.length]).toEqual([35, 123, 111])
})

it('does without the town around', async () => {
  const { values } = (await readCurrentFolder(files))!
  expect([values.roads, values['context-buildings']]).toEqual([undefined, undefined])
})

it('does without a file that is not there', async () => {
  const without = new Map([...files].filter(([path]) => path !== 'spare-spaces.geojson'))
  const folder = await readCurrentFolder(without)
  expect(folder?.values['spare-spaces']).toBeUndefined()
  expect(folder?.programme?.communities).toHaveLength(35)
})

it('is nothing without a manifest', async () => {
  expect(await readCurrentFolder(new Map([...files].filter(([path]) => path !== 'manifest.json')))).toBe(null)
  expect(await readCurrentFolder(new Map([...files, ['manifest.json', new TextEncoder().encode('{')]]))).toBe(null)
})
