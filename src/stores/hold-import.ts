import { shallowRef, type Ref } from 'vue'
import { openHeldDatabase } from '@/data/import/held-database'
import type { ImportDecisions } from '@/domain/import'

/** An import that was put aside: its files as they were dropped, and what was decided. */
export interface HeldImport {
  batches: { id: string; files: File[] }[]
  removedIds: readonly string[]
  decisions: ImportDecisions
}

/** One import put aside in this browser. */
export interface Hold {
  /** Names of the files that lie aside, empty if none do. */
  fileNames: Readonly<Ref<readonly string[]>>
  /** @returns False if the browser did not keep it. */
  keep(held: HeldImport): Promise<boolean>
  take(): Promise<HeldImport | null>
  drop(): Promise<void>
}

export function holdImport(): Hold {
  const fileNames = shallowRef<readonly string[]>([])
  const database = openHeldDatabase<HeldImport>()
  const tell = (held: HeldImport | null): void => {
    fileNames.value = held?.batches.flatMap(({ files }) => files.map(({ name }) => name)) ?? []
  }
  void database.read().then(tell)
  return {
    fileNames,
    async keep(held) {
      const isKept = await database.write(held)
      if (isKept) tell(held)
      return isKept
    },
    take: () => database.read(),
    async drop() {
      await database.clear()
      tell(null)
    },
  }
}
