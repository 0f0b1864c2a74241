import { isColumnWord } from '@/data/import/column-words'
import { isDataLike, isFilled } from '@/data/import/find-header'
import type { RawRow } from '@/domain/source-file'

const LEAST_WORDS = 2
const MOST_OTHERS = 0.25

/**
 * Where another table begins below the first: a row that is a header and not that of the table above. Its columns mean
 * something else, so that its rows would be read wrongly below the first header.
 *
 * @param from - Index of the first row below the header.
 * @param isRepeated - True for the header of the table above, printed again.
 * @returns Index of its title, or of its header if it has none; null if there is no other table.
 */
export function findOtherTable(rows: readonly RawRow[], from: number, isRepeated: (row: RawRow) => boolean): number | null {
  for (let index = from; index < rows.length; index++) {
    const row = rows[index]!
    if (!isHeader(row) || isRepeated(row)) continue
    let start = index
    while (start > from && isTitle(rows[start - 1]!)) start--
    return start
  }
  return null
}

function isHeader({ values }: RawRow): boolean {
  const first = values.find(isFilled)
  // Nearly all rows are told apart by one cell.
  if (typeof first !== 'string' || first.length > 40 || !isColumnWord(first)) return false
  const filled = values.filter(isFilled)
  if (filled.length < LEAST_WORDS || filled.some((value) => isDataLike(value) || String(value).length > 40)) return false
  const others = filled.filter((value) => !isColumnWord(String(value))).length
  return filled.length - others >= LEAST_WORDS && others <= filled.length * MOST_OTHERS
}

const isTitle = ({ values }: RawRow): boolean => {
  const filled = values.filter(isFilled)
  return filled.length === 1 && typeof filled[0] === 'string' && !isDataLike(filled[0])
}

/** Of equal tables side by side: how many columns the first has, and where the next begins; null if there is only one table. */
export function columnsOfFirst(names: readonly string[]): { count: number; nextAt: number } | null {
  const first = names.findIndex((name) => name !== '')
  const second = first < 0 ? -1 : names.indexOf(names[first]!, first + 1)
  if (second < 0) return null
  const block = names.slice(first, second)
  while (block.at(-1) === '') block.pop()
  const isSame = block.length >= LEAST_WORDS && block.every((name, at) => names[second + at] === name)
  return isSame ? { count: first + block.length, nextAt: second } : null
}
