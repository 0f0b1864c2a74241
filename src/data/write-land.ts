import { writeCoverageCsv } from '@/data/write-coverage'
import { writeSites } from '@/data/write-sites'
import { writeSitesCsv, type SiteWords } from '@/data/write-sites-csv'
import type { LandAnswer, RuleFinding } from '@/domain/land'
import type { Audience } from '@/domain/manifest'
import type { SpareSpace } from '@/domain/place'

export const LAND_EXPORTS = ['geojson', 'sites', 'coverage'] as const
export type LandExport = (typeof LAND_EXPORTS)[number]

/** What one file is written from: plain data, because it goes to another thread. */
export interface LandToWrite {
  kind: LandExport
  answer: LandAnswer
  spaces: readonly SpareSpace[]
  audience: Audience
  words: Omit<SiteWords, 'finding'>
  /** One sentence for each of `listFindings`, in that order. */
  sentences: readonly string[]
}

/** Every finding of an answer that the table of sites puts into words. */
export function listFindings({ sites, exclusions }: Pick<LandAnswer, 'sites' | 'exclusions'>): RuleFinding[] {
  return [...sites.flatMap(({ advice }) => advice), ...exclusions.flatMap(({ findings }) => findings)]
}

/** One of the files of an answer, as text. */
export function writeLand({ kind, answer, spaces, audience, words, sentences }: LandToWrite): string {
  if (kind === 'geojson') return writeSites({ answer, spaces, audience })
  if (kind === 'coverage') return writeCoverageCsv(answer)
  const sentenceOf = new Map(listFindings(answer).map((finding, i) => [finding, sentences[i] ?? finding.ruleId]))
  return writeSitesCsv(answer, { ...words, finding: (finding) => sentenceOf.get(finding) ?? finding.ruleId })
}
