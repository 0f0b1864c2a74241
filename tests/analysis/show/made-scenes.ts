import type { Scene, ShowNews } from '@/domain/tour'

/** A scene of so many seconds. */
export function makeScene(id: string, dwellS = 10, more: Partial<Scene> = {}): Scene {
  return {
    id, kind: 'overview', districtId: null, communityIds: ['C01'], camera: null, colouring: 'progress', day: 300, fromDay: null,
    caption: null, captionEn: null, dwellMs: dwellS * 1000, transition: 'fly', photos: null, news: null, ...more,
  }
}

export const makeNews = (more: Partial<ShowNews> = {}): ShowNews => (
  { finishedIds: [], acceptedIds: [], startedIds: [], from: 200, to: 207, ...more }
)
