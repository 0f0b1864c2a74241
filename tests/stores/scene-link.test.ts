import { describe, expect, it, vi } from 'vitest'
import { parseDay } from '@/domain/day'
import type { Scene } from '@/domain/tour'
import { fromQuery } from '@/stores/address'
import { sceneToProgressQuery, sceneToWallQuery } from '@/stores/scene-link'
import { fromWallQuery } from '@/stores/wall-address'

vi.mock('@/workers/client', () => ({ geodataWorker: {} }))

const SCENE: Scene = {
  id: 'overview', kind: 'overview', districtId: null, communityIds: ['C01', 'C02'], camera: null, colouring: 'progress', day: parseDay('2024-10-28')!, fromDay: null,
  caption: null, captionEn: null, dwellMs: 15_000, transition: 'fly', photos: null, news: null,
}

describe('sceneToProgressQuery', () => {
  it('names the day, so that newer data do not change what is shown', () => {
    expect(sceneToProgressQuery(SCENE)).toEqual({ date: '2024-10-28' })
  })

  it('brings colouring, district and camera', () => {
    const camera = { lon: 119.2, lat: 36.43, zoom: 15.5, pitchDeg: 50, bearingDeg: -14 }
    const query = sceneToProgressQuery({ ...SCENE, kind: 'district', id: 'district-xingan', districtId: 'xingan', colouring: 'stage', camera })
    expect(query).toEqual({ date: '2024-10-28', colour: 'stage', district: 'xingan', camera: '119.20000,36.43000,15.50,50,-14' })
    expect(fromQuery(query)).toMatchObject({ districtId: 'xingan', colouring: 'stage', viewpoint: camera })
  })

  it('opens a showcase community, without hiding the other districts', () => {
    expect(sceneToProgressQuery({ ...SCENE, kind: 'showcase', id: 'showcase-C01', districtId: 'xingan', communityIds: ['C01'] })).toEqual({ date: '2024-10-28', community: 'C01' })
  })

  it('shows news as the change since the data before', () => {
    const day = SCENE.day
    expect(sceneToProgressQuery({ ...SCENE, kind: 'news', id: 'news', news: { finishedIds: ['C01'], acceptedIds: [], startedIds: [], from: day - 7, to: day } }))
      .toEqual({ date: '2024-10-28', since: '2024-10-21' })
  })
})

describe('sceneToWallQuery', () => {
  it('is read by the wall as: stay here', () => {
    expect(fromWallQuery(sceneToWallQuery(SCENE))).toMatchObject({ sceneId: 'overview', isHeld: true })
  })
})
