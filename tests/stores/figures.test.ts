import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { useFiguresStore } from '@/stores/figures'
import { useGeodataStore } from '@/stores/geodata'
import { done, makeProgramme, reached, type MadeProgramme } from '../fixtures/made-programme'

vi.mock('@/workers/client', () => ({ geodataWorker: {} }))

const made: MadeProgramme = {
  dataDate: 170,
  communities: { C01: { floorAreaM2: 1000 }, C02: { floorAreaM2: 3000 } },
  baseline: [['C01', 'J02', 100, 200, 1], ['C02', 'J02', 100, 200, 1]],
  buildings: { 'C01-B1': {} },
  milestones: { M09: ['start', 100], M11: ['finish', 300] },
  reports: [reached(95, 'C01', 'M09'), done(120, 'C01', 'J02', 0.2), done(120, 'C02', 'J02', 0.1), done(160, 'C01', 'J02', 0.7)],
}
function store(more: MadeProgramme = {}) {
  useGeodataStore().programme = makeProgramme({ ...made, ...more })
  return useFiguresStore()
}

beforeEach(() => setActivePinia(createPinia()))

describe('useFiguresStore, without data', () => {
  it('has no figures and breaks nothing', () => {
    const figures = useFiguresStore()
    figures.chooseDay(150)
    expect([figures.progress, figures.change, figures.index]).toEqual([null, null, null])
    expect([figures.conflicts, figures.programmeCurve, figures.curveOf('C01')]).toEqual([[], [], []])
    expect(figures.categoryOf('C01', 'progress')).toBe('unknown')
    expect(figures.gainedOf('community', 'C01')).toBeNull()
  })

  it('keeps the day of a link until the data arrive', () => {
    const figures = useFiguresStore()
    figures.chosenDay = 150
    figures.sinceDay = 120
    useGeodataStore().programme = makeProgramme(made)
    expect([figures.day, figures.since]).toEqual([150, 120])
  })
})

describe('useFiguresStore, the day', () => {
  it('is the data date unless another is chosen', () => {
    const figures = store()
    expect([figures.day, figures.dataDate]).toEqual([170, 170])
    figures.chooseDay(140)
    expect([figures.day, figures.progress!.day]).toEqual([140, 140])
  })

  it('is never outside the data', () => {
    const figures = store()
    figures.chooseDay(999)
    expect(figures.day).toBe(170)
    figures.chooseDay(1)
    expect(figures.day).toBe(95)
    figures.chosenDay = 5000 // as a link may say
    expect(figures.day).toBe(170)
  })

  it('runs from the first report or planned start to the last milestone', () => {
    expect([store().firstDay, useFiguresStore().lastDay]).toEqual([95, 300])
    expect(store({ reports: [done(120, 'C01', 'J02', 0.2)] }).firstDay).toBe(100)
    expect(store({ milestones: {} }).lastDay).toBe(170)
  })

  it('bears data that end before the first planned start', () => {
    const figures = store({ dataDate: 50, reports: [] })
    figures.chooseDay(80)
    expect([figures.firstDay, figures.day, figures.progress!.programme.actualShare]).toEqual([50, 50, 0])
  })

  it('rules every figure', () => {
    const figures = store()
    const standing = () => [figures.progress!.programme.actualShare, figures.categoryOf('C01', 'progress')]
    figures.chooseDay(159)
    expect(standing()).toEqual([expect.closeTo(0.125, 12), '1-25']) // (1000 × 0.2 + 3000 × 0.1)/4000
    figures.chooseDay(160)
    expect(standing()).toEqual([expect.closeTo(0.25, 12), '50-75'])
    figures.weighting = 'communities'
    expect(standing()).toEqual([expect.closeTo(0.4, 12), '50-75'])
  })
})

describe('useFiguresStore, comparing', () => {
  it('tells what was gained since an earlier day', () => {
    const figures = store()
    figures.sinceDay = 130
    expect(figures.since).toBe(130)
    expect(figures.gainedOf('community', 'C01')).toBeCloseTo(0.5, 12)
    expect(figures.gainedOf('community', 'C02')).toBe(0)
    expect(figures.gainedOf('building', 'C01-B1')).toBeCloseTo(0.5, 12)
    expect(figures.categoryOf('C01', 'change')).toBe('30+')
    expect(figures.change).toMatchObject({ from: 130, to: 170, gainedShare: expect.closeTo(0.125, 12) })
  })

  it('has nothing to compare with on the day itself, later, or without a day', () => {
    const figures = store()
    for (const since of [170, 171, null]) {
      figures.sinceDay = since
      expect([figures.since, figures.earlier, figures.change, figures.gainedOf('community', 'C01')]).toEqual([null, null, null, null])
    }
    figures.sinceDay = 130
    figures.chooseDay(120)
    expect([figures.since, figures.categoryOf('C01', 'change')]).toEqual([null, 'unknown'])
  })

  it('does not know the gain of what was not known', () => {
    const figures = store()
    figures.sinceDay = 110
    expect(figures.gainedOf('community', 'C01')).toBeNull()
    expect(figures.gainedOf('community', 'C99')).toBeNull()
  })

  it('moves a day before the data to their first', () => {
    const figures = store()
    figures.sinceDay = 1
    expect(figures.since).toBe(95)
  })
})

describe('useFiguresStore, curves', () => {
  it('runs over the whole time bar, actual up to the data date whatever day is chosen', () => {
    const figures = store()
    figures.chooseDay(120)
    for (const curve of [figures.programmeCurve, figures.curveOf('C01')]) {
      expect([curve[0]!.day, curve.at(-1)!.day]).toEqual([95, 300])
      expect(curve.filter(({ actualShare }) => actualShare !== null).at(-1)!.day).toBe(170)
    }
    expect(figures.curveOf('C99')).toEqual([])
  })

  it('is not computed again when the day moves', () => {
    const figures = store()
    const before = figures.programmeCurve
    figures.chooseDay(130)
    expect(figures.programmeCurve).toBe(before)
    figures.weighting = 'households'
    expect(figures.programmeCurve).not.toBe(before)
  })
})

describe('useFiguresStore, totals', () => {
  const plan = { controlTotals: { communities: 2, buildings: 1, households: 200, floorAreaM2: 4000 } }
  const found = (figures: ReturnType<typeof store>) => figures.totals.map((total) => total.found)

  it('hold the data against the plan', () => {
    const figures = store({ plan })
    const geodata = useGeodataStore()
    geodata.values = { buildings: [...geodata.programme!.buildings] }
    expect([found(figures), figures.agreesWithTotals]).toEqual([[2, 1, 200, 4000], true])
    geodata.programme = makeProgramme({ ...made, plan: { controlTotals: { ...plan.controlTotals, households: 201 } } })
    expect([figures.totals[2]!.difference, figures.agreesWithTotals]).toEqual([-1, false])
  })

  it('do not count buildings that were not read as none', () => {
    const figures = store({ plan, buildings: {} })
    expect([found(figures), figures.agreesWithTotals]).toEqual([[2, null, 200, 4000], false])
  })
})
