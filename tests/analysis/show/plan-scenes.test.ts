import { describe, expect, it } from 'vitest'
import { indexProgramme } from '@/analysis/progress/index-programme'
import { BUILT_IN_TOUR } from '@/analysis/show/built-in-tour'
import { FINISHED_AT_MOST, planScenes, type SceneFacts } from '@/analysis/show/plan-scenes'
import type { ProposedSite } from '@/domain/place'
import type { SceneEntry, SceneKind, Tour } from '@/domain/tour'
import { makeProgramme, type MadeProgramme } from '../../fixtures/made-programme'

type Told = NonNullable<MadeProgramme['reports']>

const reached = (communityId: string, subject: string, on: number): Told[number] => (
  { reportedOn: on, communityId, buildingId: null, kind: 'milestone', subject, doneShare: null, date: on, note: '' }
)
const done = (communityId: string, share: number, on: number): Told[number] => (
  { ...reached(communityId, 'J02', on), kind: 'progress', doneShare: share, date: null }
)
const entry = (kind: SceneKind, more: Partial<SceneEntry> = {}): SceneEntry => ({
  id: kind, kind, places: null, camera: null, colouring: 'progress', day: null, caption: null, captionEn: null, dwellS: 15, transition: 'fly', ...more,
})
const tourOf = (...scenes: SceneEntry[]): Tour => ({ ...BUILT_IN_TOUR, scenes })
const SITE = { id: 'P01' } as ProposedSite

/** C01 and C02 in the east, C03 in the west; one item, planned from 100 to 200; data up to 150. C02 is a showcase. */
function plan(tour: Tour, reports: Told, more: Partial<SceneFacts> = {}, made: Partial<MadeProgramme> = {}) {
  const programme = makeProgramme({
    communities: { C01: {}, C02: { showcase: true }, C03: { districtId: 'west' } },
    baseline: ['C01', 'C02', 'C03'].map((id) => [id, 'J02', 100, 200, 1]),
    milestones: { M09: ['start', 90], M11: ['finish', 210] }, reports, dataDate: 150, ...made,
  })
  return planScenes({ tour, programme, index: indexProgramme(programme), firstDay: 90, proposedSites: [], ...more })
}
const ids = (scenes: readonly { id: string }[]) => scenes.map(({ id }) => id)

describe('planScenes', () => {
  it('plays the built-in tour: everything that has something to show, in its order', () => {
    const reports = [done('C01', 0.5, 140), done('C02', 1, 140), done('C03', 0.1, 140)]
    expect(ids(plan(BUILT_IN_TOUR, reports, { proposedSites: [SITE] }))).toEqual(
      ['overview', 'district-east', 'district-west', 'showcase-C02', 'finished', 'replay', 'behind', 'sites', 'plan'])
  })

  it('leaves out what has nothing to show: nothing finished, nobody behind, no site', () => {
    const reports = ['C01', 'C02', 'C03'].flatMap((id) => [reached(id, 'M09', 90), done(id, 0.5, 150)])
    expect(ids(plan(BUILT_IN_TOUR, reports))).toEqual(['overview', 'district-east', 'district-west', 'showcase-C02', 'replay', 'plan'])
  })

  it('makes a scene of each district, with its communities in focus', () => {
    const scenes = plan(tourOf(entry('district')), [])
    expect(scenes.map(({ districtId, communityIds }) => [districtId, communityIds])).toEqual([['east', ['C01', 'C02']], ['west', ['C03']]])
  })

  it('keeps the order of the places and leaves out those nobody knows, or that are empty', () => {
    expect(ids(plan(tourOf(entry('district', { places: ['west', 'north', 'east'] })), []))).toEqual(['district-west', 'district-east'])
    expect(ids(plan(tourOf(entry('showcase', { places: ['C03', 'C99'] })), []))).toEqual(['showcase-C03'])
    expect(ids(plan(tourOf(entry('district')), [], {}, { communities: { C01: {}, C02: {}, C03: {} } }))).toEqual(['district-east'])
  })

  it('gives a showcase its photos', () => {
    const photos = { communityId: 'C02', before: 'photos/a.jpg', after: null, credit: 'A' }
    const [scene] = plan({ ...tourOf(entry('showcase')), photos: [photos] }, [])
    expect(scene).toMatchObject({ id: 'showcase-C02', communityIds: ['C02'], photos })
    expect(plan({ ...tourOf(entry('overview')), photos: [photos] }, [])[0]!.photos).toBeNull()
  })

  it('is about the latest finished communities, the newest first', () => {
    const reports = [reached('C01', 'M11', 120), reached('C02', 'M11', 140), done('C03', 0.9, 140)]
    expect(plan(tourOf(entry('finished')), reports)[0]!.communityIds).toEqual(['C02', 'C01'])
  })

  it('names at most six of them', () => {
    const names = Array.from({ length: 9 }, (_, i) => `C1${i}`)
    const reports = names.map((id, i) => reached(id, 'M11', 120 + i))
    const [scene] = plan(tourOf(entry('finished')), reports, {}, { communities: {}, baseline: names.map((id) => [id, 'J02', 100, 200, 1]) })
    expect(FINISHED_AT_MOST).toBe(6)
    expect(scene!.communityIds).toEqual(['C18', 'C17', 'C16', 'C15', 'C14', 'C13'])
  })

  it('tells of those behind only as all: nobody is pointed at, nobody coloured by lamp', () => {
    const reports = [done('C01', 0.5, 150), done('C02', 0.5, 150), done('C03', 0.1, 150)]
    const [scene] = plan(tourOf(entry('behind', { colouring: 'lamp', places: ['C03'] })), reports)
    expect(scene).toMatchObject({ id: 'behind', communityIds: ['C01', 'C02', 'C03'], districtId: null, colouring: 'progress' })
  })

  it('colours no scene by lamp or change', () => {
    for (const scene of plan(tourOf(entry('overview', { colouring: 'lamp' }), entry('district', { colouring: 'change' })), [])) expect(scene.colouring).toBe('progress')
    expect(plan(tourOf(entry('overview', { colouring: 'class' })), [])[0]!.colouring).toBe('class')
  })

  it('replays from the first day to the day of the scene, if there is anything between', () => {
    expect(plan(tourOf(entry('replay')), [])[0]).toMatchObject({ fromDay: 90, day: 150 })
    expect(plan(tourOf(entry('replay', { day: 120 })), [])[0]).toMatchObject({ fromDay: 90, day: 120 })
    expect(ids(plan(tourOf(entry('replay'), entry('plan')), [], { firstDay: 150 }))).toEqual(['plan'])
  })

  it('shows no day after the data, and none before them', () => {
    const days = [null, 120, 999, 3].map((day) => plan(tourOf(entry('overview', { day })), [])[0]!.day)
    expect(days).toEqual([150, 120, 150, 90])
  })

  it('judges what there is to show on the day of the scene', () => {
    const reports = [reached('C01', 'M11', 140)]
    expect(ids(plan(tourOf(entry('finished', { day: 139 }), entry('plan')), reports))).toEqual(['plan'])
    expect(ids(plan(tourOf(entry('finished', { day: 140 }), entry('plan')), reports))).toEqual(['finished', 'plan'])
  })

  it('takes camera, caption, dwell and transition over', () => {
    const camera = { lon: 119.2, lat: 36.4, zoom: 14, pitchDeg: 40, bearingDeg: 10 }
    const [scene] = plan(tourOf(entry('overview', { id: 'hello', camera, caption: '欢迎', captionEn: 'Welcome', dwellS: 12.5, transition: 'cut' })), [])
    expect(scene).toMatchObject({ id: 'hello', camera, caption: '欢迎', captionEn: 'Welcome', dwellMs: 12_500, transition: 'cut', news: null, fromDay: null })
  })

  it('gives an id once', () => {
    expect(ids(plan(tourOf(entry('plan', { id: 'district-east' }), entry('district')), []))).toEqual(['district-east', 'district-west'])
  })

  it('is never dark: a tour with nothing to show becomes the overview, and only without communities there is none', () => {
    expect(ids(plan(tourOf(entry('sites')), []))).toEqual(['overview'])
    expect(plan(BUILT_IN_TOUR, [], {}, { communities: {}, baseline: [] })).toEqual([])
  })
})
