import type { Page } from 'playwright-core'
import type { WorkAnswer, WorkEdit } from '@/domain/workspace'

/** What a page says of the work it keeps. */
export interface WorkSeen {
  stepKinds: string[]
  headSeq: number | null
  canUndo: boolean
  canRedo: boolean
  keeping: string
  unsavedCount: number
  localCount: number
  serverIsNewer: boolean
  notice: string | null
  /** Done shares of the item J01 of C01 that are shown, in the order they were reported. */
  shares: (number | null)[]
}

/** The stores of the page, as its views have them. */
type Stores = Map<string, Record<string, unknown>>

/** Have the store of the work there; the views that need it read it themselves. */
export async function findWork(page: Page): Promise<void> {
  await page.waitForFunction(() => '__vue_app__' in (document.querySelector('#app') ?? {}))
  const paths = await page.evaluate(async () => {
    const { files } = (await (await fetch('version.json')).json()) as { files: { path: string }[] }
    return files.map(({ path }) => new URL(path, location.href).href).filter((path) => /assets\/workspace-[\w-]+\.js$/.test(path))
  })
  for (const path of paths) {
    // As text: the test's own tools would take the import for theirs.
    const parts = await page.evaluateHandle(`import(${JSON.stringify(path)})`)
    await page.evaluate((module) => {
      const app = Reflect.get(document.querySelector('#app')!, '__vue_app__') as { config: { globalProperties: { $pinia: { _s: Stores } } } }
      const pinia = app.config.globalProperties.$pinia
      const use = Object.values(module as object).find((part) => typeof part === 'function' && Reflect.get(part, '$id') === 'workspace') as ((of: unknown) => unknown) | undefined
      use?.(pinia)
      Object.assign(window, { stores: pinia._s })
    }, parts)
  }
  await work(page, 'open')
}

export const seenIn = (page: Page): Promise<WorkSeen> => page.evaluate(() => {
  const stores = Reflect.get(window, 'stores') as Stores
  const work = stores.get('workspace')! as unknown as Omit<WorkSeen, 'stepKinds' | 'shares'> & { steps: { kind: string }[] }
  const programme = stores.get('geodata')?.['programme'] as { reports: { communityId: string; subject: string; doneShare: number | null }[] } | null | undefined
  const { steps, headSeq, canUndo, canRedo, keeping, unsavedCount, localCount, serverIsNewer, notice } = work
  const shares = (programme?.reports ?? []).filter(({ communityId, subject }) => communityId === 'C01' && subject === 'J01').map(({ doneShare }) => doneShare)
  return { stepKinds: steps.map(({ kind }) => kind), headSeq, canUndo, canRedo, keeping, unsavedCount, localCount, serverIsNewer, notice, shares }
})

/** Call a method of the store. */
export function work(page: Page, method: string, ...args: unknown[]): Promise<unknown> {
  return page.evaluate(([name, given]) => {
    const store = (Reflect.get(window, 'stores') as Stores).get('workspace')!
    return (store[name] as (...all: unknown[]) => Promise<unknown>)(...given)
  }, [method, args] as const)
}

type Of<K extends WorkEdit['kind']> = Omit<Extract<WorkEdit, { kind: K }>, 'kind'>

/** Report how much of the item J01 of C01 is done, on the data date of the shipped folder. */
export async function report(page: Page, doneShare: number, note = ''): Promise<WorkAnswer> {
  const edit: Of<'progress'> = { communityId: 'C01', buildingId: null, itemCode: 'J01', doneShare, reportedOn: Date.UTC(2024, 9, 28) / 86_400_000, note }
  return (await work(page, 'editProgress', edit)) as WorkAnswer
}
