import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { sha256Hex } from '@/data/hash'
import { unpackBlob } from '@/data/workspace/pack-blob'
import { addStep, NO_WORK, type WorkTree } from '@/data/workspace/work-tree'
import { openWorkspaceDatabase } from '@/data/workspace/workspace-database'
import { stubBrowserStore } from '../../fixtures/fake-browser-store'

const bytes = new TextEncoder().encode('ledger')
const hash = sha256Hex(bytes)
const base: WorkTree = addStep(NO_WORK, { atEpochMs: 1, who: '小王', kind: 'base', params: {}, files: { 'ledger.csv': hash } })
const firstWrite = (mark: string) => ({ expectedMark: null, mark, tree: base, steps: base.steps, blobs: new Map([[hash, bytes]]) })

beforeEach(stubBrowserStore)
afterEach(() => vi.unstubAllGlobals())

it('has nothing at first', async () => {
  const { value, failure } = await openWorkspaceDatabase('work').readWork()
  expect([value, failure]).toEqual([{ tree: NO_WORK, writes: [], blobKeys: new Set() }, null])
})

it('gives back steps, head and packed files', async () => {
  expect(await openWorkspaceDatabase('work').write(firstWrite('m1'))).toEqual({ kind: 'kept' })
  const database = openWorkspaceDatabase('work')
  expect((await database.readWork()).value).toEqual({ tree: base, writes: ['m1'], blobKeys: new Set([hash]) })
  const blobs = (await database.readBlobs([hash, 'not there'])).value!
  expect([...blobs.keys()]).toEqual([hash])
  expect(unpackBlob(blobs.get(hash)!, hash)).toEqual(bytes)
})

it('lets one of two writers that know the same state write, and the other know', async () => {
  const [one, two] = [openWorkspaceDatabase('work'), openWorkspaceDatabase('work')]
  const answers = await Promise.all([one.write(firstWrite('m1')), two.write(firstWrite('m2'))])
  expect(answers.map(({ kind }) => kind).sort()).toEqual(['elsewhere', 'kept'])
  expect((await one.readWork()).value!.writes).toHaveLength(1)
  expect((await two.write({ ...firstWrite('m3'), expectedMark: (await two.readWork()).value!.writes[0]! })).kind).toBe('kept')
})

it('does not mix two folders of one server', async () => {
  await openWorkspaceDatabase('a').write(firstWrite('m1'))
  expect((await openWorkspaceDatabase('b').readWork()).value!.tree.headSeq).toBeNull()
})
