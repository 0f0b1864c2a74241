import { expect, it, vi } from 'vitest'
import { isPhoto, openBlobShelf } from '@/data/workspace/blob-shelf'
import { packBlob } from '@/data/workspace/pack-blob'
import type { WorkspaceDatabase } from '@/data/workspace/workspace-database'
import { sha256Hex } from '@/data/hash'

const encode = (text: string) => new TextEncoder().encode(text)
const [plan, photo] = [encode('plan'), encode('photo')]
const [planHash, photoHash] = [sha256Hex(plan), sha256Hex(photo)]

function shelfOf(stored: ReadonlyMap<string, Uint8Array>) {
  const readBlobs = vi.fn(async (keys: readonly string[]) => ({ value: new Map([...stored].filter(([key]) => keys.includes(key))), failure: null }))
  return { readBlobs, shelf: openBlobShelf({ readBlobs } as unknown as WorkspaceDatabase) }
}

it('reads a file of the store once, a photo each time', async () => {
  const { readBlobs, shelf } = shelfOf(new Map([[planHash, packBlob(plan)], [photoHash, packBlob(photo)]]))
  const wanted = { 'plan.json': planHash, 'photos/a.jpg': photoHash }
  expect([...(await shelf.read(wanted)).files]).toEqual([['plan.json', plan], ['photos/a.jpg', photo]])
  await shelf.read(wanted)
  expect(readBlobs.mock.calls).toEqual([[[planHash, photoHash]], [[photoHash]]])
  expect([isPhoto('photos/a.JPG'), isPhoto('plan.json')]).toEqual([true, false])
})

it('names what is not there or damaged, and what was put once more', async () => {
  const { shelf } = shelfOf(new Map([[planHash, packBlob(photo)]]))
  const read = await shelf.read({ 'plan.json': planHash, 'ledger.csv': 'none' })
  expect([read.files.size, read.lost, [...shelf.damaged]]).toEqual([0, ['plan.json', 'ledger.csv'], [planHash]])
  shelf.put(plan)
  expect([[...shelf.damaged], [...shelf.mended], (await shelf.read({ 'plan.json': planHash })).lost]).toEqual([[], [planHash], []])
})

it('lets go what nobody needs', () => {
  const { shelf } = shelfOf(new Map())
  expect([shelf.put(plan), shelf.put(photo)]).toEqual([planHash, photoHash])
  shelf.keepOnly(new Set([planHash]))
  expect([...shelf.take([planHash, photoHash]).keys()]).toEqual([planHash])
})

it('gives the failure of the store, and does not call its files lost', async () => {
  const shelf = openBlobShelf({ readBlobs: async () => ({ value: null, failure: 'blocked' }) } as unknown as WorkspaceDatabase)
  expect(await shelf.read({ 'plan.json': planHash })).toEqual({ files: new Map(), lost: [], failure: 'blocked' })
})
