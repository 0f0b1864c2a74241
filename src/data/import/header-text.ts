import { foldText } from '@/data/import/fold-text'
import type { ColumnUnit } from '@/domain/import'

/** A header as it is compared with words. */
export interface HeaderText {
  /** All of it, folded, without its unit. */
  key: string
  /** The same without any brackets. */
  bare: string
  /** Of a composed header, from the group down to the column: `改造内容/外墙保温`. One if it is not composed. */
  parts: readonly string[]
  unit: ColumnUnit | null
  /** True for money and other units that none of our fields has. */
  isForeign: boolean
}

/** Words of units as they are after folding; ㎡ and m² become m2 there. */
export const UNIT_WORDS: ReadonlyMap<string, ColumnUnit> = new Map(Object.entries<ColumnUnit>({
  m2: 'm2', 平方米: 'm2', 平米: 'm2', 平方: 'm2', sqm: 'm2', 'sq.m': 'm2', 'm^2': 'm2',
  万m2: '10k-m2', 万平方米: '10k-m2', 万平米: '10k-m2', 万平方: '10k-m2', 万平: '10k-m2', 万方: '10k-m2',
  亩: 'mu', mu: 'mu', 公顷: 'hectare', ha: 'hectare', hm2: 'hectare', hectare: 'hectare', hectares: 'hectare',
  '%': 'percent', 百分比: 'percent', 百分数: 'percent', percent: 'percent',
  '0-1': 'share', '0~1': 'share', '0–1': 'share', '0…1': 'share', 小数: 'share',
  m: 'm', 米: 'm', metre: 'm', metres: 'm',
  户: 'count', 栋: 'count', 幢: 'count', 座: 'count', 个: 'count', 层: 'count', 人: 'count', 年: 'count', 单元: 'count', 处: 'count', 张: 'count', 套: 'count', 间: 'count', 部: 'count', 台: 'count', 盏: 'count', 组: 'count', 辆: 'count',
  延米: 'm',
  households: 'count', persons: 'count', buildings: 'count', floors: 'count', years: 'count', '°': 'count', 度: 'count',
}))
/** Units that no field has. */
const FOREIGN = /元|^(?:km|公里|千米|kg|吨|t|m3|立方米?|天|日|月|工日|万户|万人|万)$/
const BRACKETS = /[([{【「〔]([^()[\]{}【】「」〔〕]{1,20})[)\]}】」〕]/g
/** Units that may stand behind a word without brackets. */
const BARE_UNIT = /^(.{2,}?)[,:/_-]?(万m2|万平方米|万平米|m2|平方米|平米|亩|公顷|%)$/
const SIGNS = /[*:;_]+/g

const keys = new Map<string, HeaderText>()
const MOST_KEPT = 5000

/** Take a header apart. */
export function parseHeader(column: string): HeaderText {
  const known = keys.get(column)
  if (known) return known
  const parsed = parse(column)
  if (keys.size < MOST_KEPT) keys.set(column, parsed)
  return parsed
}

function parse(column: string): HeaderText {
  const pieces = column.split('/').map((piece) => foldText(piece.slice(0, 200))).filter((piece) => piece !== '')
  // A slash inside brackets or before a unit composes nothing: `面积/㎡`.
  const last = pieces.at(-1) ?? ''
  const unitPiece = (pieces.length > 1 && UNIT_WORDS.get(last)) || null
  if (unitPiece) pieces.pop()
  let unit: ColumnUnit | null = unitPiece
  let isForeign = false
  const withoutUnit = (piece: string): string => {
    const open = piece.replace(BRACKETS, (whole, inside: string) => {
      if (FOREIGN.test(inside.replace(/^单位:?/, ''))) isForeign = true
      const found = UNIT_WORDS.get(inside.replace(/^单位:?/, ''))
      if (!found || isForeign) return whole
      unit = found
      return ''
    })
    const trailing = BARE_UNIT.exec(open)
    if (!trailing || unit !== null) return open
    unit = UNIT_WORDS.get(trailing[2]!) ?? null
    return trailing[1]!
  }
  const parts = pieces.map((piece) => withoutUnit(piece).replace(SIGNS, '')).filter((piece) => piece !== '')
  const key = parts.join('/')
  return { key, bare: key.replace(BRACKETS, ''), parts, unit, isForeign }
}
