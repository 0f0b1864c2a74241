import type { Encoding } from '@/domain/source-file'

/** Frequent in tables of communities and buildings, and in Chinese of both scripts; they decide about names of a few characters. */
const FREQUENT = new Set(
  '的一是不了在人有我他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可里后小么心多天而能好都然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面公同三已老从动两长'
  + '区楼栋户号院街路社镇村市县省面积层单元建筑改造旧东西南北安邮电局站厂校园新村宿舍属称编名备注'
  + '這來國個說們為時會過學對裡後麼沒於還發當無開經頭動兩長區樓棟號積層單築舊東電縣廠園屬稱編備註戶臺灣與關問題業產',
)

/**
 * How well bytes read in an encoding: the mean over characters beyond ASCII of 1 for common ones, a little for rare
 * ones and less than nothing for those that cannot be; about 1 for the right encoding. 0 without such characters.
 *
 * Common: GB 2312 level 1 and Big5 level 1, the everyday characters of each standard; punctuation; accented letters
 * that stand alone beside plain ones.
 */
export function scoreReading(sample: Uint8Array, encoding: Encoding): number {
  const text = new TextDecoder(encoding).decode(sample, { stream: true })
  const everyday = encoding === 'big5' ? everydayOf('big5') : encoding === 'gb18030' ? everydayOf('gb18030') : null
  let sum = 0
  let count = 0
  let before = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code >= 0x80) {
      count++
      sum += everyday ? scoreHan(text[i]!, code, everyday) : encoding === 'windows-1252' ? scoreLatin(code, before, text.charCodeAt(i + 1)) : scoreAny(code)
    }
    before = code
  }
  return count === 0 ? 0 : sum / count
}

const IMPOSSIBLE = -3

function scoreHan(char: string, code: number, everyday: ReadonlySet<string>): number {
  if (isImpossible(code)) return IMPOSSIBLE
  if (FREQUENT.has(char)) return 1.25
  if (everyday.has(char)) return 1
  // CJK punctuation, full-width forms, signs of units such as ㎡ and ℃, curly quotes, ordinals such as Ⅱ and ①.
  if ((code >= 0x3000 && code <= 0x301f) || (code >= 0xff00 && code <= 0xff5e) || (code >= 0x3380 && code <= 0x33df) || (code >= 0x2013 && code <= 0x2030)) return 1
  if (code === 0xb7 || code === 0xd7 || code === 0xb1 || code === 0xb0 || (code >= 0x2100 && code <= 0x217f) || (code >= 0x2460 && code <= 0x2473)) return 0.8
  return code >= 0x4e00 && code <= 0x9fff ? 0.2 : 0
}

/** Two accented letters hardly ever stand side by side, while bytes of Chinese always do. */
function scoreLatin(code: number, before: number, after: number): number {
  if (isImpossible(code) || (code >= 0x80 && code < 0xa0)) return IMPOSSIBLE
  if (before >= 0x80 || after >= 0x80) return 0
  const isLetter = code >= 0xc0 && code <= 0xff && code !== 0xd7 && code !== 0xf7
  if (isLetter) return isPlainLetter(before) || isPlainLetter(after) ? 1 : 0.3
  return [0xa0, 0xa7, 0xa9, 0xab, 0xae, 0xb0, 0xb1, 0xb2, 0xb3, 0xb7, 0xbb].includes(code) ? 0.8 : 0.3
}

/** In UTF-8 Chinese has three bytes; two bytes beyond Latin (Greek to Arabic) are rather a Chinese character in GBK. */
const scoreAny = (code: number) => (isImpossible(code) ? IMPOSSIBLE : code >= 0x250 && code < 0x800 ? 0.3 : 1)
const isPlainLetter = (code: number) => (code >= 65 && code <= 90) || (code >= 97 && code <= 122)
/** The mark of damage, private use, controls. */
const isImpossible = (code: number) => code === 0xfffd || (code >= 0xe000 && code <= 0xf8ff) || (code >= 0x80 && code < 0xa0)

const everydayCache = new Map<'gb18030' | 'big5', ReadonlySet<string>>()

/** Level 1 of GB 2312-80 (lead bytes B0 to D7) or of Big5 (A4 to C6): sorted there apart from the rare characters. */
function everydayOf(encoding: 'gb18030' | 'big5'): ReadonlySet<string> {
  let found = everydayCache.get(encoding)
  if (!found) everydayCache.set(encoding, (found = encoding === 'big5' ? charactersOf('big5', 0xa4, 0xc6, 0x40) : charactersOf('gb18030', 0xb0, 0xd7, 0xa1)))
  return found
}

function charactersOf(encoding: string, firstLead: number, lastLead: number, firstTrail: number): ReadonlySet<string> {
  const bytes: number[] = []
  for (let lead = firstLead; lead <= lastLead; lead++) {
    for (let trail = firstTrail; trail <= 0xfe; trail++) if (trail <= 0x7e || trail >= 0xa1) bytes.push(lead, trail)
  }
  return new Set([...new TextDecoder(encoding).decode(Uint8Array.from(bytes))].filter((char) => char.charCodeAt(0) >= 0x4e00))
}
