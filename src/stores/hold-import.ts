import { shallowRef, type Ref } from 'vue'
import { openHeldDatabase } from '@/data/import/held-database'
import type { ImportDecisions } from '@/domain/import'
import { folderAddress } from '@/stores/folder-address'
import { newId } from '@/stores/new-id'

/** An import that was put aside: its files as they were dropped, and what was decided. */
export interface HeldImport {
  batches: { id: string; files: File[] }[]
  removedIds: readonly string[]
  decisions: ImportDecisions
}

/** One import put aside in this browser. It goes only when it was taken over itself. */
export interface Hold {
  /** Names of the files that lie aside, empty if none do. */
  fileNames: Readonly<Ref<readonly string[]>>
  /** `held`: another import lies there, and stays. `not-saved`: the browser did not keep it. */
  keep(held: HeldImport): Promise<'kept' | 'held' | 'not-saved'>
  take(): Promise<HeldImport | null>
  /** What was taken up was taken over. */
  done(): Promise<void>
  /** What was taken up was put away: it lies there still. */
  leave(): void
}

export function holdImport(): Hold {
  const fileNames = shallowRef<readonly string[]>([])
  const database = openHeldDatabase<HeldImport>(`held-import ${new URL(folderAddress()).pathname}`)
  /** Mark of the one that was taken up. */
  let takenMark: string | null = null

  async function read(): Promise<{ mark: string; value: HeldImport } | null> {
    const found = await database.read()
    fileNames.value = found?.value.batches.flatMap(({ files }) => files.map(({ name }) => name)) ?? []
    return found
  }
  void read()
  return {
    fileNames,
    async keep(held) {
      const answer = await database.write(held, newId(), takenMark)
      await read()
      return answer === 'kept' ? 'kept' : answer === 'other' ? 'held' : 'not-saved'
    },
    async take() {
      const found = await read()
      takenMark = found?.mark ?? null
      return found?.value ?? null
    },
    async done() {
      if (takenMark !== null) await database.clear(takenMark)
      takenMark = null
      await read()
    },
    leave: () => void (takenMark = null),
  }
}
