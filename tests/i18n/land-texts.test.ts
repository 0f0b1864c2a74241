import { afterEach, describe, expect, it } from 'vitest'
import { CRITERIA, AGE_GROUPS, LAND_USE_VERDICTS, SOURCE_STATES } from '@/domain/land-rules'
import { CONTACTS, FACTS, RULE_IDS } from '@/domain/land'
import { FACILITY_TYPES, HAZARD_KINDS, SURVEY_STATES, TENURES } from '@/domain/place'
import { landEn } from '@/i18n/land-en'
import { landZh } from '@/i18n/land-zh'
import { useLandText } from '@/i18n/use-land-text'
import { LANGUAGES, setLanguage } from '@/i18n/use-text'

type Leaf = { path: string; value: unknown }
type Sentence = (...values: string[]) => string

function leavesOf(tree: object, path = ''): Leaf[] {
  return Object.entries(tree).flatMap(([key, value]) => {
    const at = path === '' ? key : `${path}/${key}`
    return typeof value === 'object' && value !== null ? leavesOf(value as object, at) : [{ path: at, value }]
  })
}
/** Parameters that no sentence has of its own. */
const PARAMETERS = ['70001', '80002', '90003', '60004']
const textOf = ({ value }: Leaf): string => (typeof value === 'function' ? (value as Sentence)(...PARAMETERS) : (value as string))
const [zhLeaves, enLeaves] = [leavesOf(landZh), leavesOf(landEn)]
const where = (leaves: Leaf[], isWrong: (text: string) => boolean) => leaves.filter((leaf) => isWrong(textOf(leaf))).map((leaf) => `${leaf.path}: ${textOf(leaf)}`)
/** Words that are the same in every language: units and keys. */
const FOREIGN_IN_CHINESE = /^(Ctrl|Shift|Esc|Tab|Delete|K|Z|k?m|ms)$/

afterEach(() => setLanguage('zh'))

describe('the land texts of both languages', () => {
  it('have the same keys, all the way down', () => {
    expect(enLeaves.map(({ path }) => path).sort()).toEqual(zhLeaves.map(({ path }) => path).sort())
    expect(zhLeaves.length).toBeGreaterThan(250)
  })

  it('are never empty, never undefined, and do not shout', () => {
    for (const leaves of [zhLeaves, enLeaves]) expect(where(leaves, (text) => text.trim() === '' || /undefined|null|NaN|\[object|[!！]/.test(text))).toEqual([])
  })

  it('say everything they are given', () => {
    for (const leaves of [zhLeaves, enLeaves]) {
      const silent = leaves.filter((leaf) => typeof leaf.value === 'function'
        && PARAMETERS.slice(0, (leaf.value as Sentence).length).some((parameter) => !textOf(leaf).includes(parameter)))
      expect(silent.map(({ path }) => path)).toEqual([])
    }
  })

  it('have no space at the ends, none doubled, and no markup', () => {
    for (const leaves of [zhLeaves, enLeaves]) expect(where(leaves, (text) => text !== text.trim() || text.includes('  ') || /[<>]/.test(text))).toEqual([])
  })
})

describe('the Chinese land texts', () => {
  it('have no English words but units and keys', () => {
    const foreign = (text: string) => [...text.matchAll(/[A-Za-z][A-Za-z0-9]*/g)].map(([word]) => word).filter((word) => !FOREIGN_IN_CHINESE.test(word))
    expect(zhLeaves.flatMap((leaf) => foreign(textOf(leaf)).map((word) => `${leaf.path}: ${word}`))).toEqual([])
  })

  it('never call a corner idle land, which is a legal status', () => {
    expect(where(zhLeaves, (text) => /闲置/.test(text))).toEqual([])
    expect(where(enLeaves, (text) => /\bidle\b/i.test(text))).toEqual([])
  })

  it('use Chinese punctuation between Chinese signs', () => expect(where(zhLeaves, (text) => /[\u4e00-\u9fff][,;:?][\u4e00-\u9fff]/.test(text))).toEqual([]))

  it('say that they decide nothing', () => expect(landZh.disclaimer).toBe('辅助分析，不作为规划许可依据'))
})

describe('the English land texts', () => {
  it('have no Chinese signs', () => expect(where(enLeaves, (text) => /[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/.test(text))).toEqual([]))

  it('count one and many', () => expect(['1', '2'].map(landEn.unit.sites)).toEqual(['1 site', '2 sites']))
})

describe('the words of finding land', () => {
  it.each(LANGUAGES)('all have a text in %s', async (language) => {
    await setLanguage(language)
    const text = useLandText().value
    const words = [
      ...FACILITY_TYPES.map((word) => text.facility[word]), ...AGE_GROUPS.map((word) => text.group[word]), ...CRITERIA.map((word) => text.criterion[word]),
      ...SOURCE_STATES.map((word) => text.state[word]), ...CONTACTS.map((word) => text.contact[word]), ...TENURES.map((word) => text.tenure[word]),
      ...FACTS.map((word) => text.fact[word]), ...RULE_IDS.map((word) => text.rule[word]), ...HAZARD_KINDS.map((word) => text.hazardKind[word]),
      ...SURVEY_STATES.map((word) => text.survey[word]), ...LAND_USE_VERDICTS.map((word) => text.rules.verdict[word]),
    ]
    expect(words.filter((word) => typeof word !== 'string' || word === '')).toEqual([])
  })

  it('change with the language', async () => {
    await setLanguage('en')
    expect(useLandText().value.demand.title).toBe('Demand')
    await setLanguage('zh')
    expect(useLandText().value.demand.title).toBe('需求')
  })
})
