import { describe, expect, it } from 'vitest'
import { judgeFreshness, type FreshnessFacts } from '@/analysis/show/judge-freshness'

const MIN = 60_000
const tour = { staleAfterMin: 10, oldAfterMin: 120, dataOldAfterDays: null as number | null }
const judge = (facts: Partial<FreshnessFacts>) => judgeFreshness({
  checkedAtMs: 0, failingSinceMs: null, nowMs: 0, tour, dataDate: 300, today: 300, isKept: false, ...facts,
})

describe('judgeFreshness', () => {
  it.each<[number, string]>([[0, 'fresh'], [10, 'fresh'], [10.1, 'stale'], [120, 'stale'], [120.1, 'old'], [10_000, 'old']])(
    'calls what was confirmed %d min ago %s', (minutes, level) => {
      expect(judge({ checkedAtMs: 5 * MIN, failingSinceMs: 6 * MIN, nowMs: (5 + minutes) * MIN })).toMatchObject({ level, ageMs: minutes * MIN })
    },
  )

  it('does not believe in silence: unconfirmed is stale even if nobody noticed a failure', () => {
    expect(judge({ nowMs: 11 * MIN }).level).toBe('stale')
  })

  it('is fresh again with the next answer', () => {
    expect(judge({ checkedAtMs: 500 * MIN, nowMs: 501 * MIN })).toMatchObject({ level: 'fresh', ageMs: MIN })
  })

  it('changes neither age nor level when the clock on the wall jumps a day', () => {
    const facts = { checkedAtMs: 0, nowMs: 11 * MIN }
    for (const today of [299, 301]) expect(judge({ ...facts, today })).toEqual(judge(facts))
  })

  it('calls kept data stale at once, and old when asking has failed long enough', () => {
    const kept = { isKept: true, checkedAtMs: null }
    expect(judge({ ...kept })).toEqual({ level: 'stale', ageMs: null, isDataOld: false })
    expect(judge({ ...kept, failingSinceMs: 0, nowMs: 120 * MIN }).level).toBe('stale')
    expect(judge({ ...kept, failingSinceMs: 0, nowMs: 121 * MIN }).level).toBe('old')
  })

  it('believes in kept data once the server has confirmed them', () => {
    expect(judge({ isKept: true, checkedAtMs: 0, nowMs: MIN }).level).toBe('fresh')
  })

  it('gives a start time to get its first answer, but tells at once of one that failed', () => {
    expect(judge({ checkedAtMs: null, nowMs: MIN })).toEqual({ level: 'fresh', ageMs: null, isDataOld: false })
    expect(judge({ checkedAtMs: null, failingSinceMs: MIN, nowMs: MIN }).level).toBe('stale')
    expect(judge({ checkedAtMs: null, failingSinceMs: 0, nowMs: 121 * MIN }).level).toBe('old')
  })

  it('never has an age below nothing', () => {
    expect(judge({ checkedAtMs: 10, nowMs: 0 }).ageMs).toBe(0)
  })

  it('tells when the data date itself is too far back, if that is asked for', () => {
    const limited = { ...tour, dataOldAfterDays: 30 }
    expect(judge({ tour: limited, today: 330 }).isDataOld).toBe(false)
    expect(judge({ tour: limited, today: 331 }).isDataOld).toBe(true)
    expect(judge({ tour: limited, today: 200 }).isDataOld).toBe(false)
    expect(judge({ today: 9999 }).isDataOld).toBe(false)
  })
})
