const A = 65
const MAX_LETTERS = 3
const MAX_DIGITS = 7

/** Place of a cell, 0-based. */
export interface CellPlace {
  row: number
  column: number
}

/** Place by a reference such as `C17` or `$C$17`, null if it is none. Larger than any sheet is none either: `XFD1048576` is the last. */
export function parseCellPlace(reference: string): CellPlace | null {
  const match = /^\$?([A-Za-z]+)\$?(\d+)$/.exec(reference.slice(0, MAX_LETTERS + MAX_DIGITS + 2))
  if (!match || match[1]!.length > MAX_LETTERS || match[2]!.length > MAX_DIGITS || reference.length > MAX_LETTERS + MAX_DIGITS + 2) return null
  let column = 0
  for (const letter of match[1]!.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - A + 1
  const row = Number(match[2])
  return row < 1 || row > 1_048_576 || column > 16_384 ? null : { row: row - 1, column: column - 1 }
}

/** Letters of a column, 0-based: 0 is A, 26 is AA. */
export function columnLetters(column: number): string {
  let letters = ''
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(A + ((rest - 1) % 26)) + letters
  return letters
}
