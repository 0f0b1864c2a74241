import { describe, expect, it } from 'vitest'
import { inLanguage, type ExportLanguage, type RecordDataset } from '@/data/export/choice-words'
import { DATASET_WORDS, EXTRA_WORDS, HEADER_WORDS, headerText, unitOf } from '@/data/export/headers'
import { integer, number, share } from '@/data/field'

const DATASETS = Object.keys(DATASET_WORDS) as RecordDataset[]
const LANGUAGES: ExportLanguage[] = ['zh', 'en']

describe('headers', () => {
  it('put the unit behind the word, once', () => {
    expect(headerText(HEADER_WORDS.communities.floorAreaM2, unitOf('floorAreaM2', number('m2', 0, 1)), 'zh')).toBe('建筑面积（㎡）')
    expect(headerText(HEADER_WORDS.communities.floorAreaM2, unitOf('floorAreaM2', number('m2', 0, 1)), 'en')).toBe('Floor area (m²)')
    expect(headerText(HEADER_WORDS.communities.households, unitOf('households', integer('household', 0, 1)), 'en')).toBe('Households')
  })

  it('give a date, a share and a plain count no unit', () => {
    expect(unitOf('builtYear', integer('year', 1900, 2100))).toBeNull()
    expect(unitOf('share60Plus', share)).toBeNull()
    expect(unitOf('stairwells', integer(null, 0, 50))).toBeNull()
    expect(unitOf('availableYears', number('year', 0, 100))).toEqual(['年', 'years'])
  })

  it.each(DATASETS)('name every column of %s differently, as a unit has to be told apart', (dataset) => {
    for (const language of LANGUAGES) {
      const words = Object.values(HEADER_WORDS[dataset]).map((word) => inLanguage(word, language))
      expect(new Set(words).size).toBe(words.length)
      expect(words).not.toContain(inLanguage(EXTRA_WORDS.mark, language))
    }
  })

  it('name every dataset differently', () => {
    for (const language of LANGUAGES) {
      expect(new Set(DATASETS.map((dataset) => inLanguage(DATASET_WORDS[dataset], language))).size).toBe(DATASETS.length)
    }
  })
})
