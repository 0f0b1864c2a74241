import type { Feature, FeatureCollection, MultiPolygon } from 'geojson'
import { isFeature } from 'geojson-validation'
import { describe, expect, it } from 'vitest'
import { CRITERION_UNITS, writeSites } from '@/data/write-sites'
import { CRITERIA } from '@/domain/land-rules'
import type { Audience } from '@/domain/manifest'
import { smallLandAnswer, smallSpaces } from '../fixtures/small-land-answer'

type Written = FeatureCollection<MultiPolygon | null> & Record<string, unknown>
const text = (audience: Audience = 'public', answer = smallLandAnswer()) => writeSites({ answer, spaces: smallSpaces(), audience })
const read = (audience: Audience = 'public') => JSON.parse(text(audience)) as Written
const properties = (feature: Feature<MultiPolygon | null> | undefined) => feature!.properties as Record<string, unknown>

describe('writeSites', () => {
  it('writes one feature per site, best first, then what is excluded', () => {
    const { type, features } = read()
    expect(type).toBe('FeatureCollection')
    expect(features.map(({ id, properties: p }) => [id, p!['status'], p!['rank'], p!['isChosen'] ?? null])).toEqual([
      ['S001+S002', 'candidate', 1, true], ['S003', 'candidate', null, false], ['S004', 'excluded', undefined, null],
    ])
    for (const feature of read().features) expect(isFeature(feature, true)).toEqual([])
  })

  it('draws the parts of a site without the gap between them, outer rings counter-clockwise', () => {
    const [joined] = read().features
    expect(joined!.geometry!.coordinates).toHaveLength(2)
    const [south, north] = smallSpaces().map(({ geometry }) => geometry.coordinates[0])
    expect(joined!.geometry!.coordinates[0]).toEqual([south])
    expect(joined!.geometry!.coordinates[1]).toEqual([[...(north as number[][])].reverse()])
  })

  it('keeps land and gap apart, and says every number with its unit', () => {
    const site = properties(read().features[0])
    expect(site).toMatchObject({
      landAreaM2: 800, gapAreaM2: 100, widestGapM: 5, floorAreaM2: 0, widthM: 20, holderCount: 1, contact: 'edge', reachedPeople: 120.5,
      newlyReachedPeople: 80.25, meanWalkMin: 3.456789, shortfallM2: 40, normFloorAreaM2: 40, capacityPeople: 1000, firstThreeShare: 1, score: 61.25,
    })
    const contributions = site['contributions'] as { criterion: 'sun'; unit: string; points: number }[]
    expect(contributions.map(({ criterion }) => criterion)).toEqual([...CRITERIA])
    for (const { criterion, unit } of contributions) expect(unit).toBe(CRITERION_UNITS[criterion])
    expect(contributions.reduce((sum, { points }) => sum + points, 0)).toBe(site['score'])
  })

  it('writes what is missing as null and lists the missing facts', () => {
    expect(properties(read().features[1])).toMatchObject({ score: null, rank: null, meanWalkMin: null, holderCount: null, missingFacts: ['tenure'] })
  })

  it('says who made it from what, and that it permits nothing', () => {
    expect(read()).toMatchObject({
      disclaimer: '辅助分析，不作为规划许可依据', mark: '示意数据，非实测', provenance: { program: 'test 1.0', data: { plan: 'aa' } },
      question: { radiusM: 500, gapM: 8 }, choice: { siteIds: ['S001+S002'], bound: 80.25 }, notes: [{ code: 'unroutable' }], unroutableIds: ['R0003'],
      weightRanges: [{ criterion: 'sun', to: null }],
    })
    const answer = smallLandAnswer()
    answer.provenance = { ...answer.provenance, isSynthetic: false }
    expect(JSON.parse(text('public', answer))).toMatchObject({ mark: null, disclaimer: '辅助分析，不作为规划许可依据' })
  })

  it('leaves out right holders, tenure and register, but not what they add to the score', () => {
    for (const word of ['某单位', 'workUnit', 'collectiveOther', 'registeredAreaM2', 'plannedUseCode":', 'holder"', 'tenures']) expect(text()).not.toContain(word)
    const contributions = properties(read().features[0])['contributions'] as object[]
    expect(contributions[CRITERIA.indexOf('tenure')]).toEqual({ criterion: 'tenure', value: null, unit: 'difficulty', clampedShare: null, points: 8.75, isWithheld: true })
    expect(properties(read().features[2])['findings']).toMatchObject([{ ruleId: 'min-area', missingBy: 40 }, { ruleId: 'tenure', actual: null, isWithheld: true }])
    expect(properties(read().features[1])['advice']).toMatchObject([{ actual: '1401' }, { because: 'plannedUseCode', actual: null, limit: null, isWithheld: true }])
  })

  it('adds them for the office', () => {
    const { features } = read('internal')
    expect(properties(features[0])).toMatchObject({
      tenures: ['workUnit'], register: [{ id: 'S001', tenure: 'workUnit', holder: '某单位', registeredAreaM2: 400, plannedUseCode: '0702' }, { id: 'S002' }],
    })
    expect((properties(features[0])['contributions'] as object[])[CRITERIA.indexOf('tenure')]).toMatchObject({ value: 3, clampedShare: 0.5 })
    expect(properties(features[1])['advice']).toMatchObject([{ actual: '1401' }, { actual: '16' }])
    expect(properties(features[2])['findings']).toMatchObject([{}, { actual: 'collectiveOther' }])
  })

  it('calls itself public only if every space in it is', () => {
    expect(read()).toMatchObject({ audience: 'internal', unpublishedFeatures: 1 })
    const answer = smallLandAnswer()
    answer.sites = answer.sites.slice(0, 1)
    expect(JSON.parse(text('public', answer))).toMatchObject({ audience: 'public', unpublishedFeatures: 0 })
    expect(JSON.parse(text('internal', answer))).toMatchObject({ audience: 'internal' })
  })

  it('has no shape for a space nobody gave', () => {
    const written = JSON.parse(writeSites({ answer: smallLandAnswer(), spaces: [], audience: 'public' })) as Written
    expect(written.features.map(({ geometry, properties: p }) => [geometry, p!['isPublished']])).toEqual([[null, false], [null, false], [null, false]])
  })

  it('gives the same bytes for the same answer, whatever the order of the spaces', () => {
    const reversed = writeSites({ answer: smallLandAnswer(), spaces: smallSpaces().reverse(), audience: 'public' })
    expect(reversed).toBe(text())
  })
})
