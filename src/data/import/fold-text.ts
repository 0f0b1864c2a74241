import { simplified } from '@/analysis/matching/simplified'

const PLAIN = /^[\x21-\x7e]*$/

/** A text for comparing words: half-width signs (NFKC, so that ㎡ is m2), simplified characters, lower case, without spaces and hidden signs. */
export function foldText(text: string): string {
  // Most cells are plain; normalising each would take longer than everything else.
  if (PLAIN.test(text)) return text.toLowerCase()
  return simplified(text.normalize('NFKC').replace(/[\s\p{Cf}\p{Cc}]+/gu, '').toLowerCase())
}
