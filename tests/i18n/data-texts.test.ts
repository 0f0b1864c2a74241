import { afterEach, describe, expect, it } from 'vitest'
import { IMPORT_TARGETS, REPAIR_KINDS } from '@/domain/import'
import { STEP_KINDS } from '@/domain/workspace'
import { dataEn } from '@/i18n/data-en'
import { dataWorkEn } from '@/i18n/data-work-en'
import { dataWorkZh } from '@/i18n/data-work-zh'
import { dataZh } from '@/i18n/data-zh'
import { useDataText } from '@/i18n/use-data-text'
import { useDataWorkText } from '@/i18n/use-data-work-text'
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
const PARAMETERS = ['70001', '80002', '90003', '60004', '50005']
const textOf = ({ value }: Leaf): string => (typeof value === 'function' ? (value as Sentence)(...PARAMETERS) : (value as string))
const [zhLeaves, enLeaves] = [leavesOf({ ...dataZh, ...dataWorkZh }), leavesOf({ ...dataEn, ...dataWorkEn })]
const where = (leaves: Leaf[], isWrong: (text: string) => boolean) => leaves.filter((leaf) => isWrong(textOf(leaf))).map((leaf) => `${leaf.path}: ${textOf(leaf)}`)
/** Formats, systems, keys and units: the same in every language. */
const FOREIGN_IN_CHINESE = /^(GeoJSON|SHP|KML|KMZ|GPX|CSV|XLSX|zip|Shapefile|WGS84|KB|MB|k?m|prj|cpg|dbf|crs|geodata|JPG|PNG|WebP|HEIC|Ctrl|Shift|Esc|Tab|Delete|K|Z|E)$/

afterEach(() => setLanguage('zh'))

describe('the data texts of both languages', () => {
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

describe('the Chinese data texts', () => {
  it('have no English words but names of formats, systems and keys', () => {
    const foreign = (text: string) => [...text.matchAll(/[A-Za-z][A-Za-z0-9]*/g)].map(([word]) => word).filter((word) => !FOREIGN_IN_CHINESE.test(word))
    expect(zhLeaves.flatMap((leaf) => foreign(textOf(leaf)).map((word) => `${leaf.path}: ${word}`))).toEqual([])
  })

  it('use Chinese punctuation between Chinese signs', () => expect(where(zhLeaves, (text) => /[\u4e00-\u9fff][,;:?][\u4e00-\u9fff]/.test(text))).toEqual([]))
})

describe('the English data texts', () => {
  it('have no Chinese signs', () => expect(where(enLeaves, (text) => /[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/.test(text))).toEqual([]))

  it('count one and many', () => expect(['1', '2'].map(dataEn.unit.rows)).toEqual(['1 row', '2 rows']))
})

describe('the words of an import and of the work', () => {
  it.each(LANGUAGES)('all have a text in %s', async (language) => {
    await setLanguage(language)
    const [text, work] = [useDataText().value, useDataWorkText().value]
    expect(IMPORT_TARGETS.filter((word) => !text.target[word])).toEqual([])
    expect(REPAIR_KINDS.filter((word) => !text.row.repair[word])).toEqual([])
    expect(STEP_KINDS.filter((word) => !work.history.step[word])).toEqual([])
  })
})
