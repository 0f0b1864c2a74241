const DIGITS: Readonly<Record<string, number>> = { 零: 0, 〇: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 十: 10 }
const TENTHS = /^([一二两三四五六七八九十]|\d|10)成([一二三四五六七八九]|\d)?$/
const HUNDREDTHS = /^百分之(?:(百)|([一二三四五六七八九])?(十)?([一二三四五六七八九])?|(\d{1,3}(?:\.\d+)?))$/

/** A share in words, 0…1: 六成五 is 0.65, 百分之九十 is 0.9. Null if it is none, or not a definite one (七成以上). @param text - Folded. */
export function readShareWords(text: string): number | null {
  const tenths = TENTHS.exec(text)
  if (tenths) return within((digit(tenths[1]!) * 10 + digit(tenths[2] ?? '零')) / 100)
  const hundredths = HUNDREDTHS.exec(text)
  if (!hundredths || text === '百分之') return null
  const [, whole, tens, ten, ones, number] = hundredths
  if (whole) return 1
  if (number !== undefined) return within(Number(number) / 100)
  return ten || !tens || !ones ? within(((ten ? (tens ? digit(tens) : 1) * 10 : digit(tens ?? '零')) + digit(ones ?? '零')) / 100) : null
}

const digit = (text: string): number => DIGITS[text] ?? Number(text)
const within = (share: number): number | null => (share <= 1 ? share : null)
