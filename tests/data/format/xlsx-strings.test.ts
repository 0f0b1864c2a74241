import { strToU8 } from 'fflate'
import { expect, it } from 'vitest'
import { MAX_TEXT } from '@/data/format/keep-rows'
import { collectText, readSharedStrings, unescapeText } from '@/data/format/xlsx-strings'

it('reads one text per entry', () => {
  const xml = '<sst><si><t>甲</t></si><si/><si><r><t>乙</t></r><r><t> 丙</t></r><rPh><t>yi</t></rPh></si></sst>'
  expect(readSharedStrings(strToU8(xml))).toEqual({ strings: ['甲', '', '乙 丙'], problem: null })
  expect(readSharedStrings(strToU8('<sst>')).problem).toMatchObject({ code: 'xml-broken' })
})

it('keeps one sign more than fits, however long a text is', () => {
  const text = collectText()
  text.open('t')
  for (let at = 0; at < 5; at++) text.add('x'.repeat(MAX_TEXT - 1))
  expect(text.value().length).toBeGreaterThan(MAX_TEXT)
  expect(text.value().length).toBeLessThan(3 * MAX_TEXT)
})

it('reads escaped signs', () => {
  expect(['_x000D_', 'a_x005F_x000D_', '_x00_', '_xZZZZ_'].map(unescapeText)).toEqual(['\r', 'a_x000D_', '_x00_', '_xZZZZ_'])
})
