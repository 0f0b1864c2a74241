import { computed } from 'vue'
import { useLandText } from '@/i18n/use-land-text'
import { useFiguresStore } from '@/stores/figures'
import { useLandStore } from '@/stores/land'
import { formatCount } from '@/ui/format'
import { useLandWords } from '@/views/land/use-land-words'

/** Which site or facility serves a community, and in how many minutes. */
export function useCommunityWords() {
  const text = useLandText()
  const land = useLandStore()
  const figures = useFiguresStore()
  const { serverName } = useLandWords()
  const answerById = computed(() => new Map((land.answer?.communities ?? []).map((community) => [community.communityId, community])))

  function wordsOf(id: string): { name: string; lines: string[] } | null {
    const community = answerById.value.get(id)
    const name = figures.communityById.get(id)?.name
    if (!community || name === undefined) return null
    const t = text.value.community
    const share = t.share(formatCount(community.servedAfterPeople), formatCount(community.people))
    if (community.nearestId === null || community.nearestDistanceM === null) return { name, lines: [t.none, share] }
    const server = serverName(community.nearestId)
    const minutes = community.nearestMin === null ? null : String(Math.max(1, Math.round(community.nearestMin)))
    if (land.answer?.mode === 'line' || minutes === null) return { name, lines: [t.line(server, formatCount(community.nearestDistanceM)), share] }
    const isServed = community.nearestDistanceM <= (land.answer?.question.radiusM ?? 0)
    return { name, lines: [isServed ? t.served(server, minutes) : t.nearest(server, minutes), share] }
  }
  return { wordsOf, answerById }
}
