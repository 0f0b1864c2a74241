import { dbfNames } from '@/data/export/dbf-names'
import { fieldsOfDataset } from '@/data/export/dataset-sheet'
import { COLUMN_WORDS } from '@/data/import/column-words'
import { parseHeader } from '@/data/import/header-text'
import { mappedFields } from '@/data/import/mapping-fields'
import type { ImportTarget } from '@/domain/import'

/** A field that a header may mean; a higher rank is a better reason. */
export interface FieldCandidate {
  field: string
  rank: number
}

export const OWN_RANK = 100
const WORD_RANK = 80
/** In our English tables `Subject` is a name and `Subject code` the field: words of exports go first. */
const OTHER_CASE_RANK = 79
const LEAF_RANK = 60
const CUT_RANK = 40

const lookups = new Map<ImportTarget, { own: ReadonlyMap<string, string>; loose: ReadonlyMap<string, string>; words: ReadonlyMap<string, readonly FieldCandidate[]> }>()

/**
 * Fields of a target that a header may mean: names of our own files (also as a DBF cuts them), words of bureaus, the last
 * word of a composed header, and Chinese words that a DBF has cut.
 */
export function findFields(target: ImportTarget, column: string, isCut: boolean): FieldCandidate[] {
  const { own, loose, words } = lookupOf(target)
  const ownField = own.get(column.trim())
  if (ownField !== undefined) return [{ field: ownField, rank: OWN_RANK }]
  const otherCase = loose.get(column.trim().toLowerCase())
  const named = otherCase === undefined ? [] : [{ field: otherCase, rank: OTHER_CASE_RANK }]
  const { key, bare, parts, isForeign } = parseHeader(column)
  if (isForeign) return named
  const whole = words.get(key) ?? words.get(bare)
  if (whole || named.length > 0) return [...named, ...(whole ?? [])]
  if (parts.length > 1) return (words.get(parts.at(-1)!) ?? []).map(({ field, rank }) => ({ field, rank: rank - WORD_RANK + LEAF_RANK }))
  return isCut && isCutWord(key) ? cutWords(words, key) : []
}

function lookupOf(target: ImportTarget) {
  const known = lookups.get(target)
  if (known) return known
  const names = fieldsOfDataset(target).map(([name]) => name)
  const own = new Map(names.map((name) => [name, name]))
  const alsoOwn = [...dbfNames(names).map((cut, at) => [cut, names[at]!] as const), ...[...mappedFields(target).keys()].map((name) => [name, name] as const)]
  for (const [text, name] of alsoOwn) if (!own.has(text)) own.set(text, name)
  const loose = new Map([...own].map(([text, name]) => [text.toLowerCase(), name]))
  const words = new Map<string, FieldCandidate[]>()
  for (const [field, list] of COLUMN_WORDS[target]) {
    list.forEach((word, at) => {
      const candidate = { field, rank: WORD_RANK - Math.min(at, 40) / 4 }
      words.set(word, [...(words.get(word) ?? []), candidate])
    })
  }
  const made = { own, loose, words }
  lookups.set(target, made)
  return made
}

/** Ten bytes of a DBF hold five characters of GBK or three of UTF-8. */
const isCutWord = (key: string): boolean => /^\p{Script=Han}{3}$|^\p{Script=Han}{5}$/u.test(key)

function cutWords(words: ReadonlyMap<string, readonly FieldCandidate[]>, key: string): FieldCandidate[] {
  const found = new Map<string, FieldCandidate>()
  for (const [word, candidates] of words) {
    if (word.length <= key.length || !word.startsWith(key)) continue
    for (const { field } of candidates) found.set(field, { field, rank: CUT_RANK })
  }
  return found.size === 1 ? [...found.values()] : []
}
