const A = 65
const Z = 90
const LOWER = 32
const ZERO = 48
const NINE = 57
const DOLLAR = 36
const MAX_LENGTH = 12
const ROWS = 1_048_576
const COLUMNS = 16_384

/** Place of a cell, 0-based. */
export interface CellPlace {
  row: number
  column: number
}

/**
 * Place by a reference such as `C17` or `$C$17`, null if it is none. Larger than any sheet is none either: `XFD1048576` is
 * the last. By character, as a sheet may have millions of them.
 */
export function parseCellPlace(reference: string): CellPlace | null {
  if (reference.length > MAX_LENGTH) return null
  let at = reference.charCodeAt(0) === DOLLAR ? 1 : 0
  let column = 0
  for (; at < reference.length; at++) {
    const code = reference.charCodeAt(at)
    const letter = code > Z ? code - LOWER : code
    if (letter < A || letter > Z) break
    column = column * 26 + letter - A + 1
  }
  if (reference.charCodeAt(at) === DOLLAR) at++
  let row = 0
  for (const start = at; at < reference.length; at++) {
    const digit = reference.charCodeAt(at) - ZERO
    if (digit < 0 || digit > NINE - ZERO) return null
    if (at === start && digit === 0) return null
    row = row * 10 + digit
  }
  return row < 1 || row > ROWS || column < 1 || column > COLUMNS ? null : { row: row - 1, column: column - 1 }
}

/** Letters of a column, 0-based: 0 is A, 26 is AA. */
export function columnLetters(column: number): string {
  let letters = ''
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(A + ((rest - 1) % 26)) + letters
  return letters
}
