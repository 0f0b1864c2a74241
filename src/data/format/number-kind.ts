/** What a number of a sheet stands for, by its format. `duration` may exceed a day and stays a number. */
export type NumberKind = 'number' | 'date' | 'time' | 'duration' | 'percent'

/**
 * Formats with a number of their own that are no plain numbers, ECMA-376 part 1, 18.8.30, the Chinese ones included.
 * 34, 35, 55 and 56 are times in Chinese and dates in Japanese: told apart by the value, as a time is less than one day.
 */
const BUILT_IN: readonly (readonly [number, number, NumberKind])[] = [
  [9, 10, 'percent'], [14, 17, 'date'], [18, 21, 'time'], [22, 22, 'date'], [27, 31, 'date'], [32, 35, 'time'], [36, 36, 'date'],
  [45, 45, 'time'], [46, 46, 'duration'], [47, 47, 'time'], [50, 54, 'date'], [55, 56, 'time'], [57, 58, 'date'],
]
const MAX_CODE = 1000

export function kindOfBuiltIn(id: number): NumberKind {
  return BUILT_IN.find(([first, last]) => id >= first && id <= last)?.[2] ?? 'number'
}

/** Kind by a format code such as `yyyy"年"m"月"d"日";@` or `0.0%`. Only its first section counts: the one for positive numbers. */
export function kindOfFormat(code: string): NumberKind {
  const signs = signsOf(code.slice(0, MAX_CODE)).replace(/general|g\/通用格式|am\/pm|a\/p|上午\/下午/gi, (word) => (/^[a上]/i.test(word) ? 'h' : ''))
  if (/\[(h+|m+|s+)\]/i.test(signs)) return 'duration'
  const plain = signs.replace(/\[[^\]]*\]/g, '')
  if (plain.includes('%')) return 'percent'
  const letters = plain.replace(/s\.0+/gi, 's').replace(/e[+-]/gi, '')
  if (/[0#?]/.test(letters)) return 'number'
  if (/[yde]|aaa/i.test(letters)) return 'date'
  if (/[hs]/i.test(letters)) return 'time'
  return /m/i.test(letters) ? 'date' : 'number'
}

/** The first section without what is only shown: quoted text, escaped signs, fill and space. */
function signsOf(code: string): string {
  let signs = ''
  for (let at = 0; at < code.length && code[at] !== ';'; at++) {
    const sign = code[at]!
    if (sign === '"') {
      const end = code.indexOf('"', at + 1)
      at = end < 0 ? code.length : end
    } else if (sign === '\\' || sign === '_' || sign === '*' || sign === '!') at++
    else signs += sign
  }
  return signs
}
