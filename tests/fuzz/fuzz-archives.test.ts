import { it } from 'vitest'
import { expectNoFailure } from './expect-no-failure'
import type { FuzzFormat } from './fuzz-seeds'

it.each<FuzzFormat>(['zip', 'kmz', 'xlsx'])('reads broken %s files without a fault', expectNoFailure, 300_000)
