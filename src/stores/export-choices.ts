import type { ExportOptions } from '@/data/export/export-dataset'
import type { DatasetId } from '@/domain/manifest'

export type { ExportedFile } from '@/data/export/export-dataset'

/** Datasets that are handed on by themselves; the town around goes along in the folder. */
export const EXPORT_DATASETS = ['communities', 'buildings', 'baseline', 'ledger', 'spare-spaces', 'facilities', 'residences', 'gates', 'hazards', 'proposed-sites'] as const satisfies readonly DatasetId[]
export type ExportDatasetId = (typeof EXPORT_DATASETS)[number]
export type ExportFormat = ExportOptions['format']

/** Formats that can hold a dataset, the plainest first: a table has no shapes. */
export function formatsOf(dataset: ExportDatasetId): readonly ExportFormat[] {
  return dataset === 'baseline' || dataset === 'ledger' ? ['xlsx', 'csv'] : ['xlsx', 'csv', 'geojson', 'shapefile']
}
