import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it, vi } from 'vitest'
import { synthesize } from '@/cli/synthesize/main'
import { PROGRAMME_SEED } from '@/cli/synthesize/programme-specs'
import { areaOf } from '@/cli/synthesize/plane'
import { toLocal } from '@/cli/synthesize/projection'
import { checkFolder } from '@/data/check-folder'
import { DATASETS } from '@/domain/manifest'

// A town is grown and land is found in it.
vi.setConfig({ testTimeout: 90_000 })
const dirs = [1, 2].map(() => mkdtempSync(join(tmpdir(), 'town-')))
afterAll(() => dirs.forEach((dir) => rmSync(dir, { recursive: true })))
const names = (dir: string): string[] => readdirSync(dir).sort()

it('writes the shipped folder byte by byte', async () => {
  await synthesize(dirs[0]!, PROGRAMME_SEED)
  for (const name of names(dirs[0]!)) {
    expect(readFileSync(join(dirs[0]!, name)).equals(readFileSync(join('geodata', name))), `${name}: run npm run geodata -- synthesize`).toBe(true)
  }
})

it('passes its own check without a finding', async () => {
  const read = async (path: string): Promise<Buffer> => readFileSync(join(dirs[0]!, path))
  expect(await checkFolder(read, names(dirs[0]!))).toEqual([])
})

it('gives another town for another seed, as sound as the shipped one', async () => {
  await synthesize(dirs[1]!, 7)
  const [a, b] = dirs.map((dir) => readFileSync(join(dir, 'context-buildings.geojson'), 'utf8'))
  expect(a).not.toBe(b)
  const read = async (path: string): Promise<Buffer> => readFileSync(join(dirs[1]!, path))
  expect(await checkFolder(read, names(dirs[1]!))).toEqual([])
})

it('stays small: 4 MB in all, 1.6 MB of context', () => {
  const bytes = names(dirs[0]!).map((name) => statSync(join(dirs[0]!, name)).size)
  expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(4_000_000)
  expect(statSync(join(dirs[0]!, 'context-buildings.geojson')).size).toBeLessThan(1_620_000)
})

it('marks every feature as synthetic and winds every ring by the right hand', () => {
  for (const id of DATASETS.filter((dataset) => !['plan', 'baseline', 'ledger', 'land-rules', 'tour'].includes(dataset))) {
    const { features } = JSON.parse(readFileSync(join(dirs[0]!, `${id}.geojson`), 'utf8'))
    expect(features.length, id).toBeGreaterThan(0)
    for (const { properties, geometry } of features) {
      expect(properties.provenance, id).toBe('synthetic')
      if (geometry.type !== 'Polygon') continue
      geometry.coordinates.forEach((ring: number[][], i: number) => {
        expect(Math.sign(areaOf(ring.slice(0, -1).map(toLocal))), `${properties.id} ring ${i}`).toBe(i === 0 ? 1 : -1)
      })
    }
  }
})
