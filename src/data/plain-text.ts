/**
 * Characters that nobody sees but that change what is seen: controls, half characters, marks and overrides of writing
 * direction, zero-width and soft signs (Unicode 16, general categories Cc, Cs and most of Cf). The joiners are left to
 * the scripts and emoji that need them and dropped after Chinese, Latin, digits and signs.
 */
const HIDDEN = new RegExp(
  '[\\p{Cc}\\p{Cs}\\u00ad\\u061c\\u180e\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2060-\\u206f\\ufeff\\ufff9-\\ufffb\\u{e0000}-\\u{e007f}]'
  + '|(?<=^|[\\p{Script=Han}\\p{Script=Latin}\\p{N}\\p{P}\\s])[\\u200c\\u200d]', 'gu')
const BREAK = /[\t\n\v\f\r\u0085\u2028\u2029]/gu
const KEPT_BREAK = /[\n\r]/

/** What a text of the data says, and how many characters were dropped that nobody can see. */
export interface PlainText {
  text: string
  hiddenCount: number
}

/**
 * A text as it is shown: without hidden characters, without space around it. A name stands on one line; a remark keeps
 * its lines.
 */
export function plainText(raw: string, hasLines = false): PlainText {
  let hiddenCount = 0
  const spaced = raw.replace(BREAK, (sign) => (hasLines && KEPT_BREAK.test(sign) ? sign : ' '))
  const text = spaced.replace(HIDDEN, (sign) => {
    if (hasLines && KEPT_BREAK.test(sign)) return sign
    hiddenCount++
    return ''
  })
  return { text: text.trim(), hiddenCount }
}

/** The same for showing a value that is wrong: what is hidden is marked, not dropped. */
export const markHidden = (text: string): string => text.replace(BREAK, ' ').replace(HIDDEN, '\ufffd')

/**
 * True for what every object of JavaScript has, such as `__proto__` and `constructor`. A record may not be called so:
 * the map keeps states by id in plain objects, and would write them into what all objects share.
 */
export const isReservedId = (id: string): boolean => id in {}
