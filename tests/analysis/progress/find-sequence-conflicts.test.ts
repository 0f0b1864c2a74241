import { describe, expect, it } from 'vitest'
import { findSequenceConflicts } from '@/analysis/progress/find-sequence-conflicts'
import { indexProgramme } from '@/analysis/progress/index-programme'
import type { Report } from '@/domain/programme'
import { done, makeProgramme, type MadeProgramme } from '../../fixtures/made-programme'

type Reports = Omit<Report, 'row'>[]

/** Road surface J09 waits for drains J03 and water J02. */
function conflictsOn(day: number, reports: Reports, made: MadeProgramme = {}) {
  const index = indexProgramme(makeProgramme({
    items: { J02: { underground: true }, J03: { underground: true }, J09: { after: ['J02', 'J03'] } },
    baseline: [['C01', 'J03', 100, 200, 1], ['C01', 'J09', 200, 300, 1]], reports, ...made,
  }))
  return findSequenceConflicts(index, day)
}
const early = { communityId: 'C01', kind: 'early', itemCode: 'J09', prerequisiteCode: 'J03' }
const redug = { ...early, kind: 'redug' }

describe('findSequenceConflicts, begun too early', () => {
  const reports = [done(150, 'C01', 'J03', 0.6), done(160, 'C01', 'J09', 0.1), done(170, 'C01', 'J03', 1)]

  it('is known from the report of the surface', () => {
    expect(conflictsOn(159, reports)).toEqual([])
    expect(conflictsOn(160, reports)).toEqual([{ ...early, since: 160, prerequisiteShare: 0.6, isOpen: true }])
  })

  it('stays on record after the prerequisite is finished', () => {
    expect(conflictsOn(170, reports)).toEqual([{ ...early, since: 160, prerequisiteShare: 0.6, isOpen: false }])
  })

  it('is none when the prerequisite was finished, also on the same day', () => {
    expect(conflictsOn(300, [done(150, 'C01', 'J03', 1), done(160, 'C01', 'J09', 0.1)])).toEqual([])
    expect(conflictsOn(300, [done(160, 'C01', 'J09', 0.1), done(160, 'C01', 'J03', 1)])).toEqual([])
  })

  it('is none while the surface has only a zero', () => {
    expect(conflictsOn(300, [done(150, 'C01', 'J03', 0.6), done(160, 'C01', 'J09', 0)])).toEqual([])
  })

  it('does not take an unreported prerequisite for finished', () => {
    expect(conflictsOn(300, [done(160, 'C01', 'J09', 0.1)])).toEqual([{ ...early, since: 160, prerequisiteShare: null, isOpen: true }])
  })

  it('does not wait for what the community has not selected, nor for another community', () => {
    const reportsOfTwo = [done(160, 'C01', 'J09', 0.1), done(150, 'C02', 'J03', 0.2)]
    expect(conflictsOn(300, reportsOfTwo, { baseline: [['C01', 'J09', 200, 300, 1], ['C02', 'J03', 100, 200, 1]] })).toEqual([])
  })

  it('names each prerequisite', () => {
    const baseline: NonNullable<MadeProgramme['baseline']> = [['C01', 'J02', 100, 200, 1], ['C01', 'J03', 100, 200, 1], ['C01', 'J09', 200, 300, 1]]
    const found = conflictsOn(300, [done(150, 'C01', 'J02', 1), done(160, 'C01', 'J09', 0.1)], { baseline })
    expect(found.map(({ prerequisiteCode }) => prerequisiteCode)).toEqual(['J03'])
    expect(conflictsOn(300, [done(160, 'C01', 'J09', 0.1)], { baseline }).map(({ prerequisiteCode }) => prerequisiteCode)).toEqual(['J02', 'J03'])
  })
})

describe('findSequenceConflicts, dug up again', () => {
  it('is underground work that goes on after the surface is finished', () => {
    const reports = [done(150, 'C01', 'J03', 0.8), done(160, 'C01', 'J09', 1), done(170, 'C01', 'J03', 0.8), done(180, 'C01', 'J03', 0.9)]
    expect(conflictsOn(179, reports)).toEqual([{ ...early, since: 160, prerequisiteShare: 0.8, isOpen: true }])
    expect(conflictsOn(180, reports)).toEqual([
      { ...early, since: 160, prerequisiteShare: 0.8, isOpen: true }, { ...redug, since: 180, prerequisiteShare: 0.8, isOpen: true },
    ])
  })

  it('is none before the surface is finished', () => {
    const reports = [done(150, 'C01', 'J03', 0.8), done(160, 'C01', 'J09', 0.99), done(170, 'C01', 'J03', 1)]
    expect(conflictsOn(300, reports).map(({ kind }) => kind)).toEqual(['early'])
  })

  it('is seen from growth where the share at the finish is not known', () => {
    const first = [done(160, 'C01', 'J09', 1), done(170, 'C01', 'J03', 0.5)]
    expect(conflictsOn(300, first).map(({ kind }) => kind)).toEqual(['early']) // the half may have been done before
    expect(conflictsOn(300, [...first, done(180, 'C01', 'J03', 0.7)])[1]).toEqual({ ...redug, since: 180, prerequisiteShare: null, isOpen: true })
  })
})

describe('findSequenceConflicts, items done per building', () => {
  const made: MadeProgramme = {
    items: { J14: { scope: 'building' }, W07: { scope: 'building', after: ['J14'] }, J13: { after: ['W07'] } },
    baseline: [['C01', 'J14', 100, 200, 1], ['C01', 'W07', 200, 300, 1]], buildings: { 'C01-B1': {}, 'C01-B2': {} },
  }
  const roofs = [done(150, 'C01', 'J14', 1, 'C01-B1'), done(150, 'C01', 'J14', 0.4, 'C01-B2')]

  it('are held against the same building', () => {
    expect(conflictsOn(300, [...roofs, done(160, 'C01', 'W07', 0.2, 'C01-B1')], made)).toEqual([])
    expect(conflictsOn(300, [...roofs, done(160, 'C01', 'W07', 0.2, 'C01-B2')], made)).toEqual([
      { communityId: 'C01', kind: 'early', itemCode: 'W07', prerequisiteCode: 'J14', since: 160, prerequisiteShare: 0.4, isOpen: true },
    ])
  })

  it('hold up the community until the last building is done', () => {
    const baseline: NonNullable<MadeProgramme['baseline']> = [['C01', 'W07', 100, 200, 1], ['C01', 'J13', 200, 300, 1]]
    const walls = [done(150, 'C01', 'W07', 1, 'C01-B1'), done(150, 'C01', 'W07', 0.7, 'C01-B2'), done(170, 'C01', 'J13', 0.1)]
    expect(conflictsOn(300, walls, { ...made, baseline })).toMatchObject([{ itemCode: 'J13', since: 170, prerequisiteShare: 0.7 }])
  })
})
