import { describe, expect, it } from 'vitest'
import { en } from '@/i18n/en'
import { LANGUAGES, setLanguage, useLanguage, useText } from '@/i18n/use-text'
import { zh } from '@/i18n/zh'
import { CATEGORIES, COLOURINGS } from '@/domain/colouring'
import { DATASETS } from '@/domain/manifest'
import { FACILITY_TYPES, ROAD_CLASSES, SPARE_SPACE_KINDS } from '@/domain/place'
import { ITEM_CLASSES } from '@/domain/plan'
import { PROVENANCES } from '@/domain/programme'
import { LAMPS, STAGES, WEIGHTINGS } from '@/domain/progress'

type Leaf = { path: string; value: unknown }

/** Every text and every function that makes one, with its path. */
function leavesOf(tree: object, path = ''): Leaf[] {
  return Object.entries(tree).flatMap(([key, value]) => {
    const at = path === '' ? key : `${path}/${key}`
    return typeof value === 'object' && value !== null ? leavesOf(value as object, at) : [{ path: at, value }]
  })
}
type Sentence = (...values: (string | readonly string[])[]) => string

/** Parameters that no sentence has of its own, fit for those that calculate as well. */
const PARAMETERS = ['70001', '80002', '90003', '60004']
/** Sentences that say another number than they are given, with tests of their own. */
const CALCULATING = ['totals/residents']
/** Sentences that are given a list. */
const LISTING = ['app/list']
function textOf({ path, value }: Leaf): string {
  if (typeof value !== 'function') return value as string
  return LISTING.includes(path) ? (value as Sentence)(PARAMETERS) : (value as Sentence)(...PARAMETERS)
}
const [zhLeaves, enLeaves] = [leavesOf(zh), leavesOf(en)]
const functions = (leaves: Leaf[]) => leaves.filter(({ value }) => typeof value === 'function')
const where = (leaves: Leaf[], isWrong: (text: string) => boolean) => leaves.filter((leaf) => isWrong(textOf(leaf))).map((leaf) => `${leaf.path}: ${textOf(leaf)}`)

/** Words that are the same in every language: units, products, keys, abbreviations, the command of the terminal. */
const FOREIGN_IN_CHINESE = [
  /^SPI$/, /^CSV$/, /^English$/, /^WebGL2$/, /^(Ctrl|Shift|Esc|Tab|T|K)$/, /^k?m$/, /^ghl$/, /^(geodata|manifest|json|npm|run|check)$/,
]

describe('the texts of both languages', () => {
  it('have the same keys, all the way down', () => {
    expect(enLeaves.map(({ path }) => path)).toEqual(zhLeaves.map(({ path }) => path))
    expect(zhLeaves.length).toBeGreaterThan(250)
  })

  it('have the same kind of value under each key', () => {
    expect(enLeaves.map(({ value }) => typeof value)).toEqual(zhLeaves.map(({ value }) => typeof value))
    expect(zhLeaves.every(({ value }) => ['string', 'function'].includes(typeof value))).toBe(true)
  })

  it('are never empty', () => {
    for (const leaves of [zhLeaves, enLeaves]) expect(where(leaves, (text) => text.trim() === '')).toEqual([])
  })

  it('say everything they are given', () => {
    for (const leaves of [zhLeaves, enLeaves]) {
      const silent = functions(leaves).filter((leaf) => {
        const given = PARAMETERS.slice(0, Math.max(1, (leaf.value as Sentence).length))
        return !CALCULATING.includes(leaf.path) && given.some((parameter) => !textOf(leaf).includes(parameter))
      })
      expect(silent.map(({ path }) => path)).toEqual([])
    }
  })

  it('take the same number of parameters', () => {
    expect(functions(enLeaves).map(({ path, value }) => [path, (value as Sentence).length]))
      .toEqual(functions(zhLeaves).map(({ path, value }) => [path, (value as Sentence).length]))
  })

  it('never say undefined, null or NaN', () => {
    for (const leaves of [zhLeaves, enLeaves]) expect(where(leaves, (text) => /undefined|null|NaN|\[object/.test(text))).toEqual([])
  })

  it('do not shout', () => {
    for (const leaves of [zhLeaves, enLeaves]) expect(where(leaves, (text) => /[!！]/.test(text))).toEqual([])
  })

  it('have no space at the ends and none doubled', () => {
    for (const leaves of [zhLeaves, enLeaves]) expect(where(leaves, (text) => text !== text.trim() || text.includes('  '))).toEqual([])
  })

  it('are read by nobody as markup', () => {
    for (const leaves of [zhLeaves, enLeaves]) expect(where(leaves, (text) => /[<>]/.test(text))).toEqual([])
  })
})

describe('the Chinese texts', () => {
  it('have no English words but those that everybody uses', () => {
    const foreign = (text: string) => [...text.matchAll(/[A-Za-z][A-Za-z0-9]*/g)].map(([word]) => word).filter((word) => !FOREIGN_IN_CHINESE.some((known) => known.test(word)))
    expect(zhLeaves.flatMap((leaf) => foreign(textOf(leaf)).map((word) => `${leaf.path}: ${word}`))).toEqual([])
  })

  it('never call a corner idle land, which is a legal status', () => {
    expect(where(zhLeaves, (text) => /闲置/.test(text))).toEqual([])
    expect(zh.table.tabs.spareSpaces).toBe('可挖潜空间')
  })

  it('use Chinese punctuation between Chinese signs', () => {
    expect(where(zhLeaves, (text) => /[\u4e00-\u9fff][,;:?][\u4e00-\u9fff]/.test(text))).toEqual([])
  })
})

describe('the English texts', () => {
  it('have no Chinese signs but the name of the other language', () => {
    expect(where(enLeaves, (text) => /[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/.test(text))).toEqual(['app/language/zh: 中文'])
  })

  it('never call a corner idle land', () => expect(where(enLeaves, (text) => /\bidle\b/i.test(text))).toEqual([]))
})

describe('the words of the domain', () => {
  it.each(LANGUAGES)('all have a text in %s', (language) => {
    setLanguage(language)
    const text = useText().value
    const words = [
      ...STAGES.map((word) => text.stage[word]), ...ITEM_CLASSES.map((word) => text.itemClass[word]), ...LAMPS.map((word) => text.lamps[word]),
      ...WEIGHTINGS.map((word) => text.headline.weight[word]), ...COLOURINGS.map((word) => text.colouring[word]), ...DATASETS.map((word) => text.datasets[word]),
      ...SPARE_SPACE_KINDS.map((word) => text.spareSpaceKind[word]), ...FACILITY_TYPES.map((word) => text.facilityType[word]),
      ...ROAD_CLASSES.map((word) => text.roadClass[word]), ...PROVENANCES.map((word) => text.provenance[word]),
      ...CATEGORIES.change.filter((word) => word !== 'unknown').map((word) => text.colouring.gained[word]),
    ]
    expect(words.filter((word) => typeof word !== 'string' || word === '')).toEqual([])
  })

  it('change with the language', () => {
    setLanguage('zh')
    const text = useText()
    expect([useLanguage().value, text.value.lamps.late]).toEqual(['zh', '滞后'])
    setLanguage('en')
    expect([useLanguage().value, text.value.lamps.late]).toEqual(['en', 'Late'])
    setLanguage('zh')
  })

  it('count people in the unit of the language', () => {
    expect([zh.totals.residents(11_931), en.totals.residents(11_931)]).toEqual(['受益居民约 1.2 万人', 'about 11,900 residents'])
  })

  it('say which way a plan was moved', () => {
    expect([47, -5, 0].map((days) => zh.community.replanned('2024-10-20', days))).toEqual([
      '调整至 2024-10-20，比基线晚 47 天', '调整至 2024-10-20，比基线早 5 天', '调整至 2024-10-20，与基线相同',
    ])
    expect(en.community.replanned('2024-10-20', -5)).toBe('moved to 2024-10-20, 5 days before the baseline')
  })

  it('count one and many in English', () => {
    expect([1, 2].map((n) => en.headline.unreportedCount(n))).toEqual(['1 community without report, left out', '2 communities without report, left out'])
  })
})
