import { afterEach, describe, expect, it } from 'vitest'
import { COLOURINGS } from '@/domain/colouring'
import { MILESTONE_PHASES } from '@/domain/plan'
import { LAMPS } from '@/domain/progress'
import { useWallText } from '@/i18n/use-wall-text'
import { LANGUAGES, setLanguage } from '@/i18n/use-text'
import { wallEn } from '@/i18n/wall-en'
import { wallZh } from '@/i18n/wall-zh'

type Leaf = { path: string; value: unknown }
type Sentence = (...values: (string | readonly string[])[]) => string

function leavesOf(tree: object, path = ''): Leaf[] {
  return Object.entries(tree).flatMap(([key, value]) => {
    const at = path === '' ? key : `${path}/${key}`
    return typeof value === 'object' && value !== null ? leavesOf(value as object, at) : [{ path: at, value }]
  })
}
/** Parameters that no sentence has of its own. */
const PARAMETERS = ['70001', '80002', '90003', '60004', '50005']
/** Sentences that are given a list. */
const LISTING = ['plan/join']
function textOf({ path, value }: Leaf): string {
  if (typeof value !== 'function') return value as string
  return LISTING.includes(path) ? (value as Sentence)(PARAMETERS) : (value as Sentence)(...PARAMETERS)
}
const [zhLeaves, enLeaves] = [leavesOf(wallZh), leavesOf(wallEn)]
const where = (leaves: Leaf[], isWrong: (text: string) => boolean) => leaves.filter((leaf) => isWrong(textOf(leaf))).map((leaf) => `${leaf.path}: ${textOf(leaf)}`)

afterEach(() => setLanguage('zh'))

describe('the wall texts of both languages', () => {
  it('have the same keys, all the way down', () => {
    expect(enLeaves.map(({ path }) => path)).toEqual(zhLeaves.map(({ path }) => path))
    expect(zhLeaves.length).toBeGreaterThan(100)
  })

  it('are never empty, never undefined, and do not shout', () => {
    for (const leaves of [zhLeaves, enLeaves]) expect(where(leaves, (text) => text.trim() === '' || /undefined|null|NaN|\[object|[!！]/.test(text))).toEqual([])
  })

  it('say everything they are given', () => {
    for (const leaves of [zhLeaves, enLeaves]) {
      const silent = leaves.filter((leaf) => typeof leaf.value === 'function'
        && PARAMETERS.slice(0, Math.max(1, (leaf.value as Sentence).length)).some((parameter) => !textOf(leaf).includes(parameter)))
      expect(silent.map(({ path }) => path)).toEqual([])
    }
  })

  it('have no space at the ends, none doubled, and no markup', () => {
    for (const leaves of [zhLeaves, enLeaves]) expect(where(leaves, (text) => text !== text.trim() || text.includes('  ') || /[<>]/.test(text))).toEqual([])
  })

  it.each(LANGUAGES)('have a word for everything of the domain (%s)', async (language) => {
    await setLanguage(language)
    const text = useWallText().value
    const words = [...LAMPS.map((lamp) => text.behind[lamp]), ...COLOURINGS.map((colouring) => text.legend[colouring]), ...MILESTONE_PHASES.map((phase) => text.plan[phase])]
    expect(words.filter((word) => typeof word !== 'string' || word === '')).toEqual([])
  })
})

describe('the Chinese wall texts', () => {
  it('have no foreign words', () => expect(where(zhLeaves, (text) => /[A-Za-z]/.test(text))).toEqual([]))

  it('use Chinese punctuation between Chinese signs', () => expect(where(zhLeaves, (text) => /[\u4e00-\u9fff][,;:?][\u4e00-\u9fff]/.test(text))).toEqual([]))
})

describe('the English wall texts', () => {
  it('have no Chinese signs', () => expect(where(enLeaves, (text) => /[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/.test(text))).toEqual([]))

  it('count one and many', () => expect(['1', '2'].map(wallEn.news.finished)).toEqual(['1 community newly finished', '2 communities newly finished']))

  it('keep a number and its unit on one line', () => {
    expect(wallEn.plan.sentence('35', '123', '4,419', '508,100', '30 Nov')).toBe('35 communities, 123 buildings, 4,419 households and 508,100\u00a0㎡, renewed by 30\u00a0Nov.')
    expect(wallZh.plan.sentence('35', '123', '4,419', '50.81', '11 月 30 日').includes(' ')).toBe(false)
  })
})
