import { foldName } from '@/analysis/matching/normalise-name'

const DIGITS: Readonly<Record<string, number>> = { 〇: 0, 零: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 }
const CHINESE = /[〇零一二两三四五六七八九十百]+/g
/** Words for a building, and what stands before its number. */
const BUILDING_WORDS = /(?:住宅楼|居民楼|家属楼|宿舍楼|号楼|号栋|号幢|楼栋|单体|楼房|楼|栋|幢|座|号)+$/
const BEFORE_NUMBER = /^(?:no|第|楼栋|楼号|楼|栋|幢)(?=\d)/

/**
 * The number of a building as it counts for comparing: 3号楼, 3#, 3栋, 三号楼, 第3幢 and 03 are all `3`; A3号楼 is `a3`,
 * 3-1号楼 is `3-1`, 东楼 stays 东楼.
 *
 * @param communityName - Left out in front: 红枫里3号楼.
 */
export function normaliseBuilding(name: string, communityName = ''): string {
  const text = name.normalize('NFKC').toLowerCase().replace(/\s+/g, '')
  const community = communityName.normalize('NFKC').toLowerCase().replace(/\s+/g, '')
  const own = community !== '' && text.length > community.length && text.startsWith(community) ? text.slice(community.length).replace(/^(?:小区|家属院|宿舍)/, '') : text
  // A dash between numbers tells two buildings apart; other signs do not.
  const parts = own.split(/(?<=\d)[-—–~](?=\d)/).map(foldName)
  const numbers = parts.join('-').replace(CHINESE, (word) => `${chineseNumber(word) ?? word}`)
  const bare = numbers.replace(BUILDING_WORDS, '').replace(BEFORE_NUMBER, '')
  const short = bare === '' || !/[\da-z]/.test(bare) ? numbers : bare
  return short.replace(/\d+/g, (digits) => digits.replace(/^0+(?=\d)/, ''))
}

/** 十二 is 12, 一百零三 is 103, 二三 is 23; null if it is no number. */
function chineseNumber(word: string): number | null {
  if (!/[十百]/.test(word)) return Number([...word].map((sign) => DIGITS[sign]).join(''))
  const match = /^(?:([一二两三四五六七八九])百)?[零〇]?(?:([一二两三四五六七八九])?(十))?([一二三四五六七八九])?$/.exec(word)
  if (!match) return null
  const [, hundreds, tens, ten, ones] = match
  return (hundreds ? DIGITS[hundreds]! : 0) * 100 + (ten ? (tens ? DIGITS[tens]! : 1) * 10 : 0) + (ones ? DIGITS[ones]! : 0)
}
