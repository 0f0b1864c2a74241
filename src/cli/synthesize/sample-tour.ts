import { BUILT_IN_TOUR } from '@/analysis/show/built-in-tour'
import type { Tour } from '@/domain/tour'

/** The tour of the sample: the built-in one, with a countdown that fits data that are only an example and never get newer. */
export const SAMPLE_TOUR: Tour = { ...BUILT_IN_TOUR, countdownFrom: 'dataDate', dataOldAfterDays: null }
