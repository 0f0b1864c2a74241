import { expect, it } from 'vitest'
import { addStep, headOf, NO_WORK, redoStep, serverStepOf, stepOf, undoStep, type WorkTree } from '@/data/workspace/work-tree'
import type { StepKind } from '@/domain/workspace'

const step = (kind: StepKind) => ({ atEpochMs: 0, who: '', kind, params: {}, files: {} })
const grow = (...kinds: StepKind[]): WorkTree => kinds.reduce((tree, kind) => addStep(tree, step(kind)), NO_WORK)

it('numbers steps and hangs each on the head', () => {
  const tree = grow('base', 'progress')
  expect([tree.headSeq, headOf(tree)!.kind, headOf(tree)!.parentSeq, stepOf(tree, 0)!.parentSeq, stepOf(tree, 7)]).toEqual([1, 'progress', 0, null, null])
})

it('undoes to the first step and no further, and redoes in turn', () => {
  const tree = grow('base', 'progress', 'remark')
  const first = undoStep(undoStep(tree)!)!
  expect([first.headSeq, first.redo, undoStep(first), undoStep(NO_WORK)]).toEqual([0, [2, 1], null, null])
  expect([redoStep(first)!.headSeq, redoStep(redoStep(first)!)!.headSeq, redoStep(tree)]).toEqual([1, 2, null])
})

it('begins a branch after an undo and never gives a number twice', () => {
  const branched = addStep(undoStep(grow('base', 'progress'))!, step('remark'))
  expect([branched.headSeq, headOf(branched)!.parentSeq, branched.redo, branched.steps.length]).toEqual([2, 0, [], 3])
})

it('counts the steps since the files were those of the server', () => {
  const counted = (tree: WorkTree, published: number | null = null) => {
    const { step: from, localCount } = serverStepOf(tree, ({ seq }) => seq === published)
    return [from?.seq, localCount]
  }
  expect(counted(NO_WORK)).toEqual([undefined, 0])
  expect(counted(grow('base', 'progress', 'import'))).toEqual([0, 2])
  expect(counted(grow('base', 'progress', 'server', 'photo'))).toEqual([2, 1])
  expect(counted(undoStep(grow('base', 'progress'))!)).toEqual([0, 0])
  expect(counted(grow('base', 'progress', 'import', 'photo'), 2)).toEqual([2, 1])
})
