/**
 * What a spreadsheet may take for the beginning of a formula (OWASP ASVS 5, 1.2.10), also in its full-width form and
 * behind signs that some programs drop; and what already has quotes before it, so that a quote can be taken off again.
 */
export const FORMULA_START = /^'*(?:[\t\r\n\0]|[\s\p{Cf}\p{Cc}]*[=+\-@＝＋－＠])/u

/** A text that no spreadsheet computes: with a quote before it if it would start a formula. */
export function guardFormula(text: string): string {
  return FORMULA_START.test(text) ? `'${text}` : text
}

/** The text before `guardFormula`: a quote that only keeps a formula from starting is no part of it. */
export function unguardFormula(text: string): string {
  return text.startsWith("'") && FORMULA_START.test(text.slice(1)) ? text.slice(1) : text
}
