import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { NO_DECISIONS } from '@/domain/import'
import { holdImport, type HeldImport } from '@/stores/hold-import'

let folders = 0
beforeEach(() => vi.stubGlobal('document', { baseURI: `http://localhost/app${++folders}/` }))
afterEach(() => vi.unstubAllGlobals())
const importOf = (name: string): HeldImport => ({ batches: [{ id: 'b1', files: [{ name } as File] }], removedIds: [], decisions: NO_DECISIONS })

describe('an import that was put aside', () => {
  it('stays when another one is taken over, and goes when it is itself', async () => {
    await holdImport().keep(importOf('a.csv'))
    const hold = holdImport()
    await hold.done()
    expect((await hold.take())?.batches[0]?.files[0]?.name).toBe('a.csv')
    hold.leave()
    await hold.done()
    expect((await hold.take())?.batches).toHaveLength(1)
    await hold.done()
    expect([await hold.take(), hold.fileNames.value]).toEqual([null, []])
  })

  it('is not written over by another one, also of another tab, but by itself', async () => {
    const [one, two] = [holdImport(), holdImport()]
    expect(await one.keep(importOf('a.csv'))).toBe('kept')
    expect([await two.keep(importOf('b.csv')), two.fileNames.value]).toEqual(['held', ['a.csv']])
    await two.take()
    expect([await two.keep(importOf('c.csv')), two.fileNames.value]).toEqual(['kept', ['c.csv']])
  })
})
