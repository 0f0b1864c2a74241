import { ITEM_CLASSES } from '@/domain/plan'
import type { Scene } from '@/domain/tour'
import { useLanguage, useText } from '@/i18n/use-text'
import { useWallText } from '@/i18n/use-wall-text'
import { useFiguresStore } from '@/stores/figures'
import { useGeodataStore } from '@/stores/geodata'
import { useWallFiguresStore } from '@/stores/wall-figures'
import { formatCount, formatShortDate } from '@/ui/format'
import { useWallNames } from '@/views/display/use-wall-names'

/** What a scene is called: its name in lists, its caption and the line below. Names nobody who is late. */
export function useSceneWords() {
  const text = useText()
  const wall = useWallText()
  const language = useLanguage()
  const figures = useFiguresStore()
  const geodata = useGeodataStore()
  const wallFigures = useWallFiguresStore()
  const { communityName, districtName } = useWallNames()
  const communityOf = (scene: Scene) => figures.communityById.get(scene.communityIds[0] ?? '') ?? null

  function nameOf(scene: Scene): string {
    if (scene.kind === 'district') return districtName(scene.districtId ?? '')
    if (scene.kind === 'showcase') return communityName(scene.communityIds[0] ?? '')
    return wall.value.scene[scene.kind]
  }

  function titleOf(scene: Scene): string {
    const own = language.value === 'zh' ? scene.caption : scene.captionEn
    if (own) return own
    const plan = geodata.programme?.plan
    if (scene.kind === 'overview' && plan) return wall.value.scene.overviewTitle(formatCount(plan.controlTotals.communities))
    if (scene.kind === 'news' && scene.news) return newsTitle(scene)
    return nameOf(scene)
  }

  /** The first that there is of finished, accepted, begun. */
  function newsTitle({ news }: Scene): string {
    const { finished, accepted, started } = wall.value.news
    if (!news) return wall.value.scene.news
    if (news.finishedIds.length > 0) return finished(String(news.finishedIds.length))
    return news.acceptedIds.length > 0 ? accepted(String(news.acceptedIds.length)) : started(String(news.startedIds.length))
  }

  function lineOf(scene: Scene): string {
    const t = wall.value.scene
    const date = (day: number): string => formatShortDate(day, language.value)
    const plan = geodata.programme?.plan
    const finished = figures.progress?.rates
    switch (scene.kind) {
      case 'overview': {
        if (!plan) return ''
        return t.overviewLine(String(plan.districts.length), formatCount(plan.controlTotals.buildings), formatCount(wallFigures.finished.length))
      }
      case 'district': return worksOf(scene.districtId)
      case 'showcase': {
        const community = communityOf(scene)
        if (!community) return ''
        return (community.showcase ? t.showcaseLine : t.communityLine)(districtName(community.districtId), community.neighbourhood)
      }
      case 'finished': return t.finishedLine(formatCount(finished?.finished.ids.length ?? 0), formatCount(finished?.buildingsFinished.ids.length ?? 0))
      case 'behind': {
        const { normal, warning, late } = wallFigures.lampCounts
        return t.behindLine(String(normal), String(warning), String(late))
      }
      case 'replay': return t.replayLine(date(scene.fromDay ?? figures.firstDay), date(scene.day))
      case 'sites': return t.sitesLine(formatCount(wallFigures.proposedSites.length))
      case 'plan': return plan ? t.planLine(String(plan.districts.length), wall.value.plan.join(ITEM_CLASSES.map((key) => text.value.itemClass[key]))) : ''
      case 'news': return scene.news ? t.newsLine(date(scene.news.from), date(scene.news.to)) : ''
    }
  }

  function worksOf(districtId: string | null): string {
    const members = wallFigures.membersOf(districtId)
    const buildings = members.reduce((sum, { buildingCount }) => sum + buildingCount, 0)
    const finished = wallFigures.finishedOf(districtId).length
    const [n, b] = [formatCount(members.length), formatCount(buildings)]
    return finished > 0 ? wall.value.scene.worksWith(n, b, formatCount(finished)) : wall.value.scene.worksOn(n, b)
  }

  return { nameOf, titleOf, lineOf }
}
