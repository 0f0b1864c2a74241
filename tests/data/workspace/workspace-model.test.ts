import fc from 'fast-check'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { addStep, NO_WORK, redoStep, undoStep, type WorkTree } from '@/data/workspace/work-tree'
import { openWorkspaceDatabase, type WorkspaceDatabase } from '@/data/workspace/workspace-database'
import { stubBrowserStore } from '../../fixtures/fake-browser-store'

beforeEach(stubBrowserStore)
afterEach(() => vi.unstubAllGlobals())

/** A plain list of states with a place in it, as every editor has. */
interface Model {
  states: string[]
  at: number
}
const action = fc.oneof(
  { weight: 5, arbitrary: fc.constant('step' as const) }, { weight: 3, arbitrary: fc.constant('undo' as const) },
  { weight: 2, arbitrary: fc.constant('redo' as const) }, { weight: 1, arbitrary: fc.constant('restart' as const) },
)

it('is after 200 steps, undos, redos and restarts where a plain list would be', async () => {
  await fc.assert(fc.asyncProperty(fc.array(action, { minLength: 200, maxLength: 200 }), async (actions) => {
    vi.stubGlobal('indexedDB', new (await import('fake-indexeddb')).IDBFactory())
    let database = openWorkspaceDatabase('model')
    let tree: WorkTree = NO_WORK
    const model: Model = { states: [], at: -1 }
    let mark: string | null = null
    for (const [i, what] of actions.entries()) {
      if (what === 'restart') {
        database = openWorkspaceDatabase('model')
        tree = (await database.readWork()).value!.tree
        continue
      }
      const next = what === 'step' ? addStep(tree, stepNamed(`${i}`)) : what === 'undo' ? undoStep(tree) : redoStep(tree)
      play(model, what, `${i}`)
      if (!next) continue
      expect(await save(database, mark, `m${i}`, tree, next)).toEqual({ kind: 'kept' })
      mark = `m${i}`
      tree = next
      expect(tree.steps.find(({ seq }) => seq === tree.headSeq)!.files['state']).toBe(model.states[model.at])
    }
    expect([tree.redo.length, tree.steps.length]).toEqual([model.states.length - 1 - model.at, actions.filter((what) => what === 'step').length].map((n) => Math.max(n, 0)))
  }), { numRuns: 8, seed: 20240509 })
})

const stepNamed = (name: string) => ({ atEpochMs: 0, who: '', kind: 'progress', params: {}, files: { state: name } }) as const

function play(model: Model, what: 'step' | 'undo' | 'redo', name: string): void {
  if (what === 'undo') model.at = Math.max(model.at - 1, Math.min(0, model.states.length - 1))
  if (what === 'redo') model.at = Math.min(model.at + 1, model.states.length - 1)
  if (what !== 'step') return
  model.states = [...model.states.slice(0, model.at + 1), name]
  model.at++
}

function save(database: WorkspaceDatabase, expectedMark: string | null, mark: string, before: WorkTree, tree: WorkTree) {
  return database.write({ expectedMark, mark, tree, steps: tree.steps.slice(before.steps.length), blobs: new Map() })
}
