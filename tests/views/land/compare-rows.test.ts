import { describe, expect, it } from 'vitest'
import type { LandAnswer } from '@/domain/land'
import { landScenarioEn } from '@/i18n/land-scenario-en'
import { landScenarioZh } from '@/i18n/land-scenario-zh'
import { landEn } from '@/i18n/land-en'
import { landZh } from '@/i18n/land-zh'
import type { ComparedSide } from '@/stores/scenarios'
import { choiceDifference, meanDistanceM, parameterRows, programmeCoverage, resultRows } from '@/views/land/compare-rows'
import { smallLandAnswer, smallSpaces } from '../../fixtures/small-land-answer'
import { smallLandRules } from '../../fixtures/small-land-rules'

const WORDS = { text: landScenarioZh, land: landZh }
function side(change: (answer: LandAnswer) => void = () => {}, more: Partial<ComparedSide> = {}): ComparedSide {
  const answer = smallLandAnswer()
  change(answer)
  return { name: '甲', answer, rules: smallLandRules(), ruleChanges: [], spaces: smallSpaces(), drawn: [], ...more }
}
const valuesOf = (rows: ReturnType<typeof resultRows>, id: string) => rows.find((row) => row.id === id)?.values

describe('parameterRows', () => {
  it('has no difference between two that ask the same', () => {
    expect(parameterRows([side(), side()], WORDS).filter(({ differs }) => differs)).toEqual([])
  })

  it('marks exactly what differs', () => {
    const other = side(({ question }) => Object.assign(question, { radiusM: 400, wantedShare: 0.8, mustInclude: ['S001+S002'], criteria: { ...question.criteria, sun: { ...question.criteria.sun, weight: 5 } } }), { ruleChanges: [['maxConnectorM.value', 80]] })
    const rows = parameterRows([side(), other], WORDS).filter(({ differs }) => differs)
    expect(rows.map(({ name, values }) => [name, ...values])).toEqual([
      ['服务半径', '500 m', '400 m'], ['目标覆盖率', '无', '80%'], ['必选', '无', '地块S001'], ['权重：日照', String(smallLandRules().criteria.sun.weight), '5'], ['规则改动', '无', '1'],
    ])
  })

  it('tells how it was really measured, not how it was asked', () => {
    const noRoads = side((answer) => Object.assign(answer, { mode: 'line' }))
    expect(valuesOf(parameterRows([side(), noRoads], WORDS), 'mode')).toEqual(['步行', '直线'])
  })
})

describe('resultRows', () => {
  it('sums land of the chosen, and coverage of everybody and of the programme apart', () => {
    const rows = resultRows([side(), side((answer) => Object.assign(answer.communities[0]!, { people: 100, servedBeforePeople: 0, servedAfterPeople: 100 }))], WORDS)
    expect([valuesOf(rows, 'land'), valuesOf(rows, 'coverage'), valuesOf(rows, 'programme'), valuesOf(rows, 'uncovered')]).toEqual([
      ['800 ㎡', '800 ㎡'], ['25% → 65%', '25% → 65%'], ['25% → 65%', '0% → 100%'], ['1', '0'],
    ])
    expect(valuesOf(rows, 'floor')).toBeUndefined()
  })

  it('speaks of rooms only where rooms are chosen, and not of 0 for unknown', () => {
    const rooms = side((answer) => Object.assign(answer, { sites: answer.sites.map((site) => ({ ...site, isChosen: true, floorAreaM2: site.kinds.includes('room') ? null : 0 })) }))
    expect(valuesOf(resultRows([side(), rooms], WORDS), 'floor')).toEqual(['0 ㎡', '—'])
  })

  it('walks at the speed of each side’s own rules', () => {
    const slow = smallLandRules()
    const rows = resultRows([side(), side(() => {}, { rules: { ...slow, walkSpeedMPerMin: { ...slow.walkSpeedMPerMin, value: slow.walkSpeedMPerMin.value / 2 } } })], WORDS)
    const [fast, half] = valuesOf(rows, 'walk')!.map((words) => Number.parseFloat(words))
    // (80.25 × 500 + 50 × 400 + 0.3 × 500) m ÷ 130.55 people = 461.7 m, at 60 m a minute 7.7.
    expect([fast, half]).toEqual([7.7, 15.4])
  })

  it('calls only what is proven proven', () => {
    const open = side((answer) => Object.assign(answer, { choice: { ...answer.choice, isProven: false, gapShare: 0.0123 } }))
    expect(valuesOf(resultRows([side(), open], WORDS), 'proof')).toEqual(['已证明最优', '未证明，与上限相差 1.2%'])
    expect(valuesOf(resultRows([side(), open], { text: landScenarioEn, land: landEn }), 'proof')).toEqual(['proven', 'not proven, 1.2% below the bound'])
  })
})

describe('meanDistanceM', () => {
  it('weighs by people, and counts neither the unserved nor the unreachable', () => {
    const of = (people: number[], distance: number[], served: number[]) => meanDistanceM({ people: Float64Array.from(people), distanceAfterM: Float64Array.from(distance), isServedAfter: Uint8Array.from(served) })
    expect(of([30, 10, 99, 5], [100, 500, 900, Infinity], [1, 1, 0, 1])).toBe(200)
    expect(of([10], [900], [0])).toBeNull()
  })
})

it('adds up the communities of the programme', () => {
  const one = smallLandAnswer().communities[0]!
  expect(programmeCoverage([one, { ...one, people: 100, servedBeforePeople: 10, servedAfterPeople: 100 }])).toEqual({ before: { people: 300, coveredPeople: 60 }, after: { people: 300, coveredPeople: 230.25 } })
})

describe('choiceDifference', () => {
  const chosen = (...partIds: string[][]) => (answer: LandAnswer) => {
    const one = answer.sites[0]!
    Object.assign(answer, { sites: partIds.map((ids) => ({ ...one, id: ids.join('+'), partIds: ids, isChosen: true })) })
  }
  const ids = ([first, second]: ReturnType<typeof choiceDifference>['onlyIn']) => [first, second].map((list) => list.map(({ site, sharesWith }) => [site.id, sharesWith?.id ?? null]))

  it('tells what both choose, what one only, and what shares ground', () => {
    const { both, onlyIn } = choiceDifference([side(chosen(['a'], ['b', 'c'], ['e'])), side(chosen(['a'], ['c', 'd']))])
    expect(both.map(({ id }) => id)).toEqual(['a'])
    expect(ids(onlyIn)).toEqual([[['b+c', 'c+d'], ['e', null]], [['c+d', 'b+c']]])
  })

  it('does not take two drawn spaces of one number for the same', () => {
    const [here, there] = smallSpaces().slice(0, 2).map((space) => ({ ...space, id: 'D01' }))
    const { both, onlyIn } = choiceDifference([side(chosen(['D01']), { drawn: [here!] }), side(chosen(['D01']), { drawn: [there!] })])
    expect([both, ids(onlyIn)]).toEqual([[], [[['D01', null]], [['D01', null]]]])
    expect(choiceDifference([side(chosen(['D01']), { drawn: [here!] }), side(chosen(['D01']), { drawn: [here!] })]).both).toHaveLength(1)
  })
})
