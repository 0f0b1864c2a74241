import { it } from 'vitest'
import { expectNoFailure } from './expect-no-failure'

it('judges broken files of a bureau without a fault, and accepts no folder with errors', () => expectNoFailure('import'), 300_000)
