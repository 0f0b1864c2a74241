import { describe, expect, it } from 'vitest'
import { normaliseName } from '@/analysis/matching/normalise-name'
import { openNameQuestions } from '@/data/import/name-questions'

const KNOWN = [{ id: 'C01', name: '国槐里' }, { id: 'C02', name: '海棠里' }]

function ask(names: string[], decided: Record<string, string | null> = {}) {
  const questions = openNameQuestions(decided)
  const answers = questions.ask({ kind: 'community', layerId: 'a#0', scope: '', names, known: KNOWN, normalise: normaliseName, areReferences: false })
  return { answers: Object.fromEntries(answers), questions: questions.all() }
}

describe('openNameQuestions', () => {
  it('takes what is the same, counts its rows, and shows it', () => {
    const { answers, questions } = ask(['国槐里', '海棠里小区', '国槐里'])
    expect(answers).toEqual({ 国槐里: { state: 'known', id: 'C01' }, 海棠里小区: { state: 'known', id: 'C02' } })
    expect(questions).toMatchObject([
      { key: 'a#0|community|国槐里', match: 'exact', takenId: 'C01', rowCount: 2, isOpen: false }, { match: 'same', takenId: 'C02', rowCount: 1, isOpen: false },
    ])
  })

  it('asks about what is only similar, and takes what a person says', () => {
    expect(ask(['国槐理']).answers).toEqual({ 国槐理: { state: 'open', suggestion: '国槐里' } })
    const key = 'a#0|community|国槐理'
    expect(ask(['国槐理'], { [key]: 'C01' })).toMatchObject({ answers: { 国槐理: { state: 'known', id: 'C01' } }, questions: [{ match: 'similar', isOpen: false, takenId: 'C01' }] })
    expect(ask(['国槐理'], { [key]: null }).answers).toEqual({ 国槐理: { state: 'new', nearest: '' } })
  })

  it('lets a person overrule a match, and forgets an id that is not known any more', () => {
    expect(ask(['国槐里'], { 'a#0|community|国槐里': null }).answers).toEqual({ 国槐里: { state: 'new', nearest: '' } })
    expect(ask(['国槐理'], { 'a#0|community|国槐理': 'C99' }).questions).toMatchObject([{ isOpen: true, takenId: null }])
  })

  it('tells buildings of two communities apart', () => {
    const questions = openNameQuestions({ 'a#0|building|C02|1号楼': 'C02-B9' })
    const one = (scope: string) => questions.ask({ kind: 'building', layerId: 'a#0', scope, names: ['1号楼'], known: [{ id: `${scope}-B1`, name: '1号楼' }, { id: `${scope}-B9`, name: '9号楼' }], normalise: (name) => name, areReferences: false }).get('1号楼')
    expect([one('C01'), one('C02')]).toEqual([{ state: 'known', id: 'C01-B1' }, { state: 'known', id: 'C02-B9' }])
  })
})
