const SHOWN = 10

/** Row numbers for a sentence: the first ten, and dots if there are more. */
export function listRows(numbers: readonly number[]): string {
  const shown = numbers.slice(0, SHOWN).join(', ')
  return numbers.length > SHOWN ? `${shown} …` : shown
}
