import { describe, expect, it } from 'vitest'
import { matchNames } from '@/analysis/matching/match-names'
import { normaliseBuilding } from '@/analysis/matching/normalise-building'
import { normaliseDistrict } from '@/analysis/matching/normalise-name'

const KNOWN = [{ id: 'C01', name: '国槐里' }, { id: 'C02', name: '海棠里' }, { id: 'C07', name: '网通邮电新村' }, { id: 'C08', name: '农机公司家属院' }]
const brief = (names: readonly string[], known = KNOWN, normalise?: (name: string) => string) =>
  matchNames(names, known, normalise).map(({ name, match, takenId }) => `${name} ${match} ${takenId}`)

describe('matchNames', () => {
  it('takes the very name, the id, and names that differ in signs, spaces and suffix', () => {
    expect(brief(['国槐里', 'C02', '网通　邮电新村', '农机公司宿舍'])).toEqual([
      '国槐里 exact C01', 'C02 exact C02', '网通　邮电新村 same C07', '农机公司宿舍 same C08',
    ])
  })

  it('asks about near misses, best first, and takes none', () => {
    const [match] = matchNames(['邮电新村'], KNOWN)
    expect(match).toMatchObject({ match: 'similar', takenId: null, suggestions: [{ id: 'C07', name: '网通邮电新村' }] })
    // Jaro: 4 of 4 and 4 of 6 match, none moved: (1 + 4/6 + 1) / 3; no shared beginning.
    expect(match!.suggestions[0]!.likeness).toBeCloseTo(8 / 9, 12)
  })

  it('lets rows refer to one community by several spellings, but not two records become one', () => {
    const spellings = ['国槐里', '国槐里小区', '国槐里家属院']
    expect(matchNames(spellings, KNOWN, undefined, true).map(({ match, takenId }) => `${match} ${takenId}`)).toEqual(['exact C01', 'same C01', 'same C01'])
    expect(matchNames(spellings, KNOWN).map(({ match, takenId }) => `${match} ${takenId}`)).toEqual(['exact C01', 'similar null', 'similar null'])
  })

  it('finds nothing like a name that is new', () => {
    expect(matchNames(['阳光花园'], KNOWN)).toEqual([{ name: '阳光花园', match: 'none', takenId: null, suggestions: [] }])
  })

  it('asks which of two known ones is meant', () => {
    const known = [{ id: 'C1', name: '邮电小区' }, { id: 'C2', name: '邮电家属院' }]
    expect(matchNames(['邮电宿舍'], known)[0]).toMatchObject({ match: 'similar', takenId: null, suggestions: [{ id: 'C1', likeness: 1 }, { id: 'C2', likeness: 1 }] })
    expect(brief(['邮电小区'], known)).toEqual(['邮电小区 exact C1'])
    expect(brief(['邮电'], [{ id: 'C1', name: '邮电' }, { id: 'C2', name: '邮电' }])).toEqual(['邮电 similar null'])
  })

  it('asks when two names of a file would become the same known one', () => {
    expect(brief(['农机公司宿舍', '农机公司小区'])).toEqual(['农机公司宿舍 similar null', '农机公司小区 similar null'])
    expect(brief(['国槐里', '国槐里小区'])).toEqual(['国槐里 exact C01', '国槐里小区 similar null'])
    // One name with and without a space is no contradiction.
    expect(brief(['农机公司宿舍', '农机公司 宿舍'])).toEqual(['农机公司宿舍 same C08', '农机公司 宿舍 same C08'])
  })

  it('matches buildings of a community and districts by their own rules', () => {
    const buildings = [{ id: 'B1', name: '1号楼' }, { id: 'B12', name: '12号楼' }]
    expect(brief(['１#', '国槐里十二号楼', '2号楼'], buildings, (name) => normaliseBuilding(name, '国槐里'))).toEqual(['１# same B1', '国槐里十二号楼 same B12', '2号楼 none null'])
    expect(brief(['兴安', '兴安街道办事处'], [{ id: 'xingan', name: '兴安街道' }], normaliseDistrict)).toEqual(['兴安 similar null', '兴安街道办事处 similar null'])
    expect(brief(['兴安街道办事处'], [{ id: 'xingan', name: '兴安街道' }], normaliseDistrict)).toEqual(['兴安街道办事处 same xingan'])
  })

  it('knows dangerous names as names', () => {
    expect(brief(['__proto__', 'constructor'])).toEqual(['__proto__ none null', 'constructor none null'])
  })

  it('stays quick with many long unknown names', () => {
    const wanted = Array.from({ length: 20_000 }, (_, index) => `${'国'.repeat(190)}${index}`)
    const start = performance.now()
    expect(matchNames(wanted, KNOWN)).toHaveLength(20_000)
    expect(performance.now() - start).toBeLessThan(8000)
  })
})
