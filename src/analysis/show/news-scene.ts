import type { Scene, ShowNews } from '@/domain/tour'

const NEWS_SCENE_ID = 'news'
const NEWS_DWELL_MS = 20_000

/** The scene that tells what a refresh brought: the communities it is about in focus, coloured by stage. */
export function newsScene(news: ShowNews): Scene {
  return {
    id: NEWS_SCENE_ID, kind: 'news', districtId: null, camera: null, colouring: 'stage', day: news.to, fromDay: null,
    communityIds: union(news.acceptedIds, news.finishedIds, news.startedIds),
    caption: null, captionEn: null, dwellMs: NEWS_DWELL_MS, transition: 'fly', photos: null, news,
  }
}

/** News that were not shown yet together with later ones: nobody is left out because two refreshes came at once. */
export function joinNews(waiting: Scene | null, later: Scene): Scene {
  if (!waiting?.news || !later.news) return later
  const [first, second] = [waiting.news, later.news]
  return newsScene({
    finishedIds: union(first.finishedIds, second.finishedIds),
    acceptedIds: union(first.acceptedIds, second.acceptedIds),
    startedIds: union(first.startedIds, second.startedIds),
    from: Math.min(first.from, second.from),
    to: Math.max(first.to, second.to),
  })
}

function union(...lists: readonly (readonly string[])[]): string[] {
  return [...new Set(lists.flat())]
}
