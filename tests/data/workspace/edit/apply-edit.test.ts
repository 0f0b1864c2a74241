import { expect, it } from 'vitest'
import { sha256Hex } from '@/data/hash'
import { applyEdit, withChanges } from '@/data/workspace/edit/apply-edit'
import { edited, refused, smallWork, TODAY, DATA_DATE } from '../../../fixtures/edit-bench'

const EDIT = { kind: 'progress', communityId: 'C01', buildingId: null, itemCode: 'J02', doneShare: 0.7, reportedOn: DATA_DATE, note: '' } as const

it('gives a manifest that fits the files, with everything else of it kept', async () => {
  const before = await smallWork()
  const { composed, changed } = await edited(EDIT, before)
  expect([...changed.keys()].sort()).toEqual(['ledger.csv', 'manifest.json'])
  for (const { path, sha256, bytes } of composed.folder.manifest.files) {
    expect([sha256Hex(composed.files.get(path)!), composed.files.get(path)!.length]).toEqual([sha256, bytes])
  }
  expect(composed.folder.manifest.attribution).toBe(before.folder.manifest.attribution)
})

it('gives the same bytes for the same edit', async () => {
  const [one, two] = [await edited(EDIT), await edited(EDIT)]
  expect([...one.changed]).toEqual([...two.changed])
})

it('is not held up by errors that were there before', async () => {
  const before = await smallWork((geodata) => geodata.ledger.splice(2, 0, ['2024-07-01', 'C99', '', 'progress', 'J02', '0.2', '', '']))
  expect(await refused(EDIT, before)).toBeNull()
})

it('leaves the folder that it was made on as it was', async () => {
  const before = await smallWork()
  const ledger = before.files.get('ledger.csv')!.slice()
  await applyEdit(EDIT, before, TODAY)
  expect(before.files.get('ledger.csv')).toEqual(ledger)
})

it('takes away what became null', () => {
  const files = new Map([['a', new Uint8Array([1])], ['b', new Uint8Array([2])]])
  expect([...withChanges(files, new Map([['a', null], ['c', new Uint8Array([3])]])).keys()]).toEqual(['b', 'c'])
  expect(files.size).toBe(2)
})
