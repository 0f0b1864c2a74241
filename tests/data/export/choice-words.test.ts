import { describe, expect, it } from 'vitest'
import { CHOICE_WORDS, inLanguage, type ExportLanguage, type RecordDataset } from '@/data/export/choice-words'
import { FEATURE_FIELDS, fieldsOf, ROW_FIELDS } from '@/data/fields'

const LANGUAGES: ExportLanguage[] = ['zh', 'en']
const TABLES = { ...FEATURE_FIELDS, ...ROW_FIELDS }

describe('choice words', () => {
  it.each(Object.keys(TABLES) as RecordDataset[])('has a word of its own for every choice of %s', (dataset) => {
    for (const [name, field] of fieldsOf(TABLES[dataset])) {
      if (field.kind !== 'choice') continue
      const words = CHOICE_WORDS[dataset][name]
      expect(words, `${dataset}.${name}`).toBeDefined()
      for (const value of field.values) expect(words, `${dataset}.${name} ${value}`).toHaveProperty(value)
      for (const language of LANGUAGES) {
        const list = Object.values(words!).map((word) => inLanguage(word, language))
        expect(new Set(list).size).toBe(list.length)
      }
    }
  })
})
