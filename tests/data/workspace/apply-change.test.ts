import { expect, it } from 'vitest'
import { applyChange, composeStep, firstMade, type Work } from '@/data/workspace/apply-change'
import { openBlobShelf } from '@/data/workspace/blob-shelf'
import { headOf, NO_WORK } from '@/data/workspace/work-tree'
import type { WorkspaceDatabase } from '@/data/workspace/workspace-database'
import { smallWork } from '../../fixtures/edit-bench'
import { changeOf, progress } from '../../fixtures/work-bench'

const noStore = { readBlobs: async () => ({ value: new Map(), failure: null }) } as unknown as WorkspaceDatabase
const same = (seq: number): number => seq

async function bench() {
  const shelf = openBlobShelf(noStore)
  const { folder, files } = await smallWork()
  const tools = { shelf, readServer: async () => ({ files, folder }) }
  const make = async (work: Work, what: Parameters<typeof changeOf>[0]) => {
    const change = changeOf(what)
    const first = firstMade(change, work.tree)
    const applied = await applyChange(change, first, work, same, tools)
    return { change, first, applied, work: 'work' in applied ? applied.work : work }
  }
  return { shelf, tools, make }
}

it('makes the first step of the server’s folder, and the change after it', async () => {
  const { make, shelf } = await bench()
  const { work } = await make({ tree: NO_WORK, composed: null }, progress(0.7))
  expect(work.tree.steps.map(({ kind }) => kind)).toEqual(['base', 'progress'])
  expect(headOf(work.tree)!.files['plan.json']).toBe(work.tree.steps[0]!.files['plan.json'])
  expect((await composeStep(work.tree.steps[0]!, null, shelf))!.folder.programme!.reports).toHaveLength(7)
})

it('remembers what files replaced, so that they are not put over others', async () => {
  const { make, tools } = await bench()
  const base = await make({ tree: NO_WORK, composed: null }, { kind: 'server' })
  const taken = await make(base.work, { kind: 'files', stepKind: 'import', params: {}, files: new Map([['ledger.csv', new Uint8Array([1])], ['new.txt', new Uint8Array()]]) })
  expect(taken.first.replaced).toEqual({ 'ledger.csv': headOf(base.work.tree)!.files['ledger.csv'], 'new.txt': null })
  const others = await make(base.work, progress(0.7))
  expect(await applyChange(taken.change, taken.first, others.work, same, tools)).toEqual({ answer: { kind: 'moot' } })
})

it('puts no files made for the server’s folder over what another tab began with', async () => {
  const { make, tools } = await bench()
  const ledger = { kind: 'files', stepKind: 'import', params: {}, files: new Map([['ledger.csv', new Uint8Array([1])]]) } as const
  const taken = await make({ tree: NO_WORK, composed: null }, ledger)
  const others = await make({ tree: NO_WORK, composed: null }, progress(0.7))
  expect(taken.first.headSeq).toBeNull()
  expect(await applyChange(taken.change, taken.first, others.work, same, tools)).toEqual({ answer: { kind: 'moot' } })
})

it('puts no files over what another tab began with after the server had published anew', async () => {
  const { make, tools } = await bench()
  const greens = changeOf({ kind: 'files', stepKind: 'import', params: {}, files: new Map([['greens.geojson', new Uint8Array([1])]]) }, 'judged on')
  const others = await make({ tree: NO_WORK, composed: null }, progress(0.7))
  expect(await applyChange(greens, firstMade(greens, NO_WORK), others.work, same, tools)).toEqual({ answer: { kind: 'renewed' } })
})

it('undoes only what was seen, whatever number it has by now', async () => {
  const { make, tools } = await bench()
  const one = await make({ tree: NO_WORK, composed: null }, progress(0.6))
  const two = await make(one.work, progress(0.7))
  const undo = changeOf({ kind: 'undo' })
  const first = firstMade(undo, one.work.tree)
  expect(await applyChange(undo, first, two.work, same, tools)).toEqual({ answer: { kind: 'moot' } })
  const moved = await applyChange(undo, first, two.work, (seq) => seq + 1, tools)
  expect('work' in moved && moved.work.tree.headSeq).toBe(1)
})

it('finds no step to compose if a file of it is lost', async () => {
  const { make, shelf } = await bench()
  const { work } = await make({ tree: NO_WORK, composed: null }, progress(0.7))
  shelf.keepOnly(new Set())
  expect(await composeStep(headOf(work.tree)!, null, shelf)).toBeNull()
})
