import { CHOICE_WORDS, inLanguage, type ExportLanguage, type RecordDataset } from '@/data/export/choice-words'
import { DATASET_WORDS } from '@/data/export/headers'
import type { DatasetValues } from '@/data/read-dataset'
import { formatDay, type Day } from '@/domain/day'
import type { Manifest } from '@/domain/manifest'
import type { Provenance } from '@/domain/programme'

/** What an export is made from. */
export interface ExportSource {
  manifest: Pick<Manifest, 'dataDate' | 'provenance' | 'attribution' | 'files'>
  values: Partial<DatasetValues>
}

/** Where data come from and what day they speak of; stands on everything that leaves the program. */
export interface ProvenanceMark {
  provenance: Provenance
  dataDate: Day
  /** 示意数据，非实测；数据截止 2024-08-31 */
  text: string
}

/** The mark of one or several datasets: synthetic if anything in them is, and the latest of their days. */
export function markOf({ manifest, values }: ExportSource, datasets: readonly RecordDataset[], language: ExportLanguage): ProvenanceMark {
  const entries = manifest.files.filter(({ id }) => datasets.some((dataset) => dataset === id))
  const stated = entries.map(({ provenance }) => provenance)
  const isSynthetic = stated.includes('synthetic') || datasets.some((dataset) => holdsSynthetic(values[dataset] ?? []))
  const provenance = isSynthetic ? 'synthetic' : stated[0] ?? manifest.provenance
  const dataDate = entries.length > 0 ? Math.max(...entries.map((entry) => entry.dataDate)) : manifest.dataDate
  const word = provenanceWord(provenance, language)
  const text = language === 'zh'
    ? `${provenance === 'synthetic' ? '示意数据，非实测' : `数据性质：${word}`}；数据截止 ${formatDay(dataDate)}`
    : `${provenance === 'synthetic' ? 'Synthetic sample data, not surveyed' : `Provenance: ${word}`}; data as of ${formatDay(dataDate)}`
  return { provenance, dataDate, text }
}

function holdsSynthetic(records: readonly object[]): boolean {
  return records.some((record) => 'provenance' in record && record.provenance === 'synthetic')
}

export function provenanceWord(provenance: Provenance, language: ExportLanguage): string {
  return inLanguage(CHOICE_WORDS.communities.provenance![provenance]!, language)
}

/** Name of an export: 小区-示意数据-2024-08-31.xlsx. Several datasets are called geodata. */
export function exportName(datasets: readonly RecordDataset[], mark: ProvenanceMark, language: ExportLanguage, extension: string): string {
  const subject = datasets.length === 1 ? inLanguage(DATASET_WORDS[datasets[0]!], language) : 'geodata'
  return `${subject}-${provenanceWord(mark.provenance, language)}-${formatDay(mark.dataDate)}.${extension}`
}
