import type { Bounds } from '@/data/check-coordinates'
import type { FeatureDatasetId, FeatureRecords } from '@/data/fields'
import { readBaseline, type NumberedBaselineRow } from '@/data/read-baseline'
import { readFeatures } from '@/data/read-features'
import { readLandRules } from '@/data/read-land-rules'
import { readLedger } from '@/data/read-ledger'
import { readPlan } from '@/data/read-plan'
import { readTour } from '@/data/read-tour'
import type { Checked } from '@/domain/finding'
import type { LandRules } from '@/domain/land-rules'
import type { Audience, DatasetId } from '@/domain/manifest'
import type { Plan } from '@/domain/plan'
import type { Report } from '@/domain/programme'
import type { Tour } from '@/domain/tour'

/** What each dataset becomes. */
export type DatasetValues = { [D in FeatureDatasetId]: FeatureRecords[D][] } & {
  plan: Plan
  baseline: NumberedBaselineRow[]
  ledger: Report[]
  'land-rules': LandRules
  tour: Tour
}

export interface ReadOptions {
  /** Path of the file, for findings. */
  file: string
  /** Bounds of the plan; null if it is not known yet. */
  bounds: Bounds | null
  /** Of the file, by its manifest; `internal` if left out. A public edition need not hold internal fields, and may not. */
  audience?: Audience | undefined
}

/** Read the text of any dataset. Never throws for bad data. */
export function readDataset<D extends DatasetId>(dataset: D, text: string, options: ReadOptions): Checked<DatasetValues[D]> {
  return readAny(dataset, text, options) as Checked<DatasetValues[D]>
}

function readAny(dataset: DatasetId, text: string, options: ReadOptions): Checked<unknown> {
  switch (dataset) {
    case 'plan': return readPlan(text, options.file)
    case 'baseline': return readBaseline(text, options.file)
    case 'ledger': return readLedger(text, options.file, options.audience)
    case 'land-rules': return readLandRules(text, options.file)
    case 'tour': return readTour(text, options.file)
    default: return readFeatures(dataset, text, options)
  }
}
