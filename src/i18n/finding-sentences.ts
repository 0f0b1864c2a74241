import type { FindingCode, ImportFindingCode } from '@/domain/finding'

/** What is wrong, and what a person can do about it. */
export interface FindingText {
  what: string
  fix: string
}

/** Sentences of every code in one language; a missing code does not compile. */
export type FindingMessages = Record<FindingCode, (finding: FindingFacts) => FindingText>

/** The part of them that is about files brought in. */
export type ImportFindingMessages = Pick<FindingMessages, ImportFindingCode>

/** What a sentence may use. Parameters and field are texts; one that is missing is empty. */
export interface FindingFacts {
  /** Parameter of the finding as text. */
  param: (name: string) => string
  field: string
  feature: string
}

/** A share as people write it: `0.655` is `65.5%`; what is no number stays as it is. */
export const shareText = (share: string): string => (share.trim() === '' || !Number.isFinite(Number(share)) ? share : `${+(Number(share) * 100).toFixed(1)}%`)
