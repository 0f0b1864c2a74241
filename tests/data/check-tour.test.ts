import { describe, expect, it } from 'vitest'
import { BUILT_IN_TOUR } from '@/analysis/show/built-in-tour'
import { checkTour, type TourLookups } from '@/data/check-tour'
import { lookupOf } from '@/data/references'
import type { SceneEntry, Tour } from '@/domain/tour'

const LOOKUPS: TourLookups = { districts: lookupOf(['east'], 'plan.json', []), communities: lookupOf(['C01', 'C02'], 'communities.geojson', []) }
const PHOTOS = { communityId: 'C01', before: 'a.jpg', after: 'b.jpg', credit: 'A' }
const entry = (kind: SceneEntry['kind'], places: string[]): SceneEntry => ({ ...BUILT_IN_TOUR.scenes[0]!, id: kind, kind, places })

async function check(more: Partial<Tour>, lookups: TourLookups = LOOKUPS, files: Record<string, string> = { 'a.jpg': 'jpeg', 'b.jpg': 'jpeg' }) {
  const read = async (path: string) => (path in files ? new TextEncoder().encode(files[path]) : null)
  const found = await checkTour({ ...BUILT_IN_TOUR, ...more }, 'tour.json', lookups, read)
  return found.map(({ code, file, feature, field, params }) => [code, file, feature, field, params['found']])
}

describe('checkTour', () => {
  it('has nothing to say of places and photos that exist', async () => {
    expect(await check({ scenes: [entry('district', ['east']), entry('showcase', ['C02', 'C01'])], photos: [PHOTOS] })).toEqual([])
  })

  it('names each place that does not exist, a community among districts too', async () => {
    expect(await check({ scenes: [entry('district', ['east', 'C01']), entry('showcase', ['C09'])] })).toEqual([
      ['dangling-reference', 'tour.json', 'district', 'scenes[0].places', 'C01'],
      ['dangling-reference', 'tour.json', 'showcase', 'scenes[1].places', 'C09'],
    ])
  })

  it('does not ask for places that have no meaning', async () => {
    expect(await check({ scenes: [entry('overview', ['nowhere'])] })).toEqual([])
  })

  it('says nothing of what could not be read', async () => {
    const scenes = [entry('district', ['x']), entry('showcase', ['y'])]
    expect(await check({ scenes, photos: [{ ...PHOTOS, communityId: 'z' }] }, { districts: null, communities: null })).toEqual([])
  })

  it('finds photos of nobody, photos that are missing and pages in their place', async () => {
    const photos = [{ ...PHOTOS, communityId: 'C09' }]
    expect(await check({ photos }, LOOKUPS, { 'b.jpg': '<!doctype html><title>404</title>' })).toEqual([
      ['dangling-reference', 'tour.json', 'C09', 'photos[0].communityId', 'C09'],
      ['dangling-reference', 'tour.json', 'C09', 'photos[0].before', 'a.jpg'],
      ['file-is-html', 'b.jpg', null, null, undefined],
    ])
  })
})
