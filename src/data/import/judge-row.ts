import { foldText } from '@/data/import/fold-text'
import type { RawRow } from '@/domain/source-file'

/** Words of a row of sums, also behind what is summed: 经济开发区小计, 合计（35个）. */
const TOTALS = /^(?:.{0,20}(?:合计|小计|总计|共计|汇总|累计数)|(?:grand|sub)?-?total|sum)[:：]?(?:\([^()]{0,20}\))?$/
const SUM_OF = /^(?:合计|总计|共计|小计)\D{0,3}\d{1,5}(?:个|栋|户|处|项)\D{0,6}$/
/** Words of lines below a table. */
const REMARK = /^(?:注|备注|说明|填表说明|填表人|填报人|填报单位|填表单位|制表|制表人|审核|审核人|复核|负责人|单位负责人|分管领导|主要领导|联系人|联系电话|电话|日期|填报日期|填报时间|填表日期|数据来源|单位|单位盖章|盖章|签字|note|notes|source|remarks?)\d?(?:\([^()]{0,10}\))?[:：]/
const SECTION = /^(?:[一二三四五六七八九十]{1,3}[、.]|\([一二三四五六七八九十]{1,3}\)|第[一二三四五六七八九十]{1,3}部分)/
const SEARCHED_COLUMNS = 5
const SEARCHED_TEXTS = 2

/** True for a row of sums, by the words in its first columns. */
export function isTotalsRow({ values }: RawRow): boolean {
  let texts = 0
  for (let at = 0; at < values.length && at < SEARCHED_COLUMNS && texts < SEARCHED_TEXTS; at++) {
    const value = values[at]
    if (typeof value !== 'string' || value === '') continue
    texts++
    if (value.length > 40) continue
    const text = foldText(value)
    if (TOTALS.test(text) || SUM_OF.test(text)) return true
  }
  return false
}

/**
 * True for a line that is no record: a note, a signature, the heading of a section. Such a line fills one cell, or begins
 * with a word such as 注：.
 *
 * @param isAfterNote - The row above was one: a second line of a note has no word of its own.
 */
export function isRemarkRow({ values, geometry }: RawRow, width: number, isAfterNote: boolean): boolean {
  if (geometry !== null) return false
  let filled = 0
  let first: string | null = null
  for (const value of values) {
    if (value === null || value === '') continue
    if (filled++ === 0) {
      if (typeof value !== 'string') return false
      first = foldText(value.slice(0, 200))
      if (REMARK.test(first)) return true
    } else if (value !== values.find((other) => other !== null && other !== '')) return false
  }
  if (first === null) return true
  return width >= 3 && (SECTION.test(first) || (isAfterNote && filled === 1) || first.length > 40)
}
