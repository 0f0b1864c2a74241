import type { Scene } from '@/domain/tour'
import { DEFAULT_ADDRESS, toQuery } from '@/stores/address'
import type { Query } from '@/stores/query'

/** Parameters of `#/progress` that show what a scene shows: day, colouring, place in focus, camera; news as change since the day before. */
export function sceneToProgressQuery(scene: Scene): Query {
  const { kind, day, colouring, districtId, communityIds, camera, news } = scene
  return toQuery({
    ...DEFAULT_ADDRESS, day, colouring, since: news?.from ?? null, viewpoint: camera,
    districtId: kind === 'district' ? districtId : null,
    selected: kind === 'showcase' && communityIds.length === 1 ? { kind: 'community', id: communityIds[0]! } : null,
  })
}

/** Parameters of `#/display` that hold the wall on a scene. */
export function sceneToWallQuery(scene: Scene): Query {
  return { scene: scene.id, hold: '1' }
}
