import { expect, it } from 'vitest'
import { soak } from '../soak/main'

/** Eight rounds. The slope of the heap needs thousands of changes to stand out of the noise: `npm run soak` judges it, see tests/soak.md. */
const CHANGES = 88
const NEEDS_A_LONG_RUN = 'heap slope, last 80 %'

it('leaves nothing behind after eight rounds with new data in between', { timeout: 400_000 }, async () => {
  const { verdicts, samples } = await soak(CHANGES, () => {})
  expect(samples.length).toBeGreaterThanOrEqual(8)
  expect(verdicts.filter(({ name, isGood }) => !isGood && name !== NEEDS_A_LONG_RUN)).toEqual([])
})
