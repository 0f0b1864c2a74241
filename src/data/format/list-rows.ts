const SHOWN = 10

/** Rows by number or columns by name for a sentence: the first ten, and dots if there are more. */
export function listRows(rows: readonly (number | string)[]): string {
  const shown = rows.slice(0, SHOWN).join(', ')
  return rows.length > SHOWN ? `${shown} …` : shown
}
