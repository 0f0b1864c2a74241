import type { Community } from '@/domain/programme'
import { LAMPS } from '@/domain/progress'
import type { Scene } from '@/domain/tour'
import { useText } from '@/i18n/use-text'
import { useWallSetupText } from '@/i18n/use-wall-setup-text'
import { useWallText } from '@/i18n/use-wall-text'
import { useFiguresStore } from '@/stores/figures'
import { useGeodataStore } from '@/stores/geodata'
import { useWallFiguresStore } from '@/stores/wall-figures'
import { formatCount, formatDate, formatPercent } from '@/ui/format'
import { useWallNames } from '@/views/display/use-wall-names'

export interface SceneTable {
  head: readonly string[]
  rows: readonly (readonly string[])[]
  /** Said below the table; empty: nothing. */
  note: string
}

/** The figures of a scene as a table for paper: what its panel on the wall shows, and no more than the public may see. */
export function useSceneTable() {
  const common = useText()
  const text = useWallSetupText()
  const wall = useWallText()
  const figures = useFiguresStore()
  const geodata = useGeodataStore()
  const wallFigures = useWallFiguresStore()
  const { communityName, districtName, milestoneWord } = useWallNames()
  function householdCell(community: Community): string {
    const told = wallFigures.householdsOf(community)
    return told === 'few' ? wall.value.showcase.fewHouseholds : formatCount(told)
  }
  const dated = (day: number | null | undefined): string => formatDate(day ?? null)

  function districtTable(): SceneTable {
    const rows = (figures.progress?.districts ?? []).map(({ id, communityIds, actualShare, plannedShare }) => (
      [districtName(id), formatCount(communityIds.length), formatPercent(actualShare), formatPercent(plannedShare)]
    ))
    return { head: [text.value.print.district, text.value.print.count, text.value.print.actual, text.value.print.planned], rows, note: '' }
  }

  /** Progress only, in the order of the names: whoever is late is not pointed at. */
  function communityTable(districtId: string | null): SceneTable {
    const rows = [...wallFigures.membersOf(districtId)].sort((a, b) => (a.name < b.name ? -1 : 1)).map((community) => (
      [community.name, formatCount(community.buildingCount), householdCell(community), formatPercent(figures.progress?.communities.get(community.id)?.actualShare ?? null)]
    ))
    return { head: [text.value.print.community, text.value.print.buildings, text.value.print.households, text.value.print.actual], rows, note: '' }
  }

  function showcaseTable(id: string): SceneTable {
    const community = figures.communityById.get(id)
    const progress = figures.progress?.communities.get(id)
    const { print } = text.value
    const rows = community ? [
      [print.buildings, formatCount(community.buildingCount)], [print.households, householdCell(community)],
      [print.actual, formatPercent(progress?.actualShare ?? null)], [print.started, dated(progress?.startedOn)], [print.finished, dated(progress?.finishedOn)], [print.accepted, dated(progress?.acceptedOn)],
    ] : []
    return { head: [communityName(id), ''], rows, note: '' }
  }

  function behindTable(): SceneTable {
    const counts = wallFigures.lampCounts
    const rows = LAMPS.map((lamp) => [wall.value.behind[lamp], formatCount(counts[lamp])])
    if (counts.unknown > 0) rows.push([wall.value.behind.unknown, formatCount(counts.unknown)])
    return { head: [text.value.print.lamp, text.value.print.count], rows, note: text.value.print.aggregateOnly }
  }

  function newsTable({ news }: Scene): SceneTable {
    const { print } = text.value
    const part = (word: string, ids: readonly string[] = []) => ids.map((id) => [communityName(id), word])
    const rows = [...part(print.finished, news?.finishedIds), ...part(print.accepted, news?.acceptedIds), ...part(print.started, news?.startedIds)]
    return { head: [print.community, print.stage], rows, note: '' }
  }

  return function tableOf(scene: Scene): SceneTable {
    const { print } = text.value
    switch (scene.kind) {
      case 'overview': case 'replay': return districtTable()
      case 'district': return communityTable(scene.districtId)
      case 'showcase': return showcaseTable(scene.communityIds[0] ?? '')
      case 'behind': return behindTable()
      case 'news': return newsTable(scene)
      case 'finished': return { head: [print.community, print.finished], rows: wallFigures.finished.map(({ communityId, finishedOn }) => [communityName(communityId), dated(finishedOn)]), note: '' }
      case 'sites': {
        return { head: [print.site, print.facility, print.land], rows: wallFigures.proposedSites.map(({ name, facility, landAreaM2 }) => [name, common.value.facilityType[facility], formatCount(landAreaM2)]), note: wall.value.sites.note }
      }
      case 'plan': {
        const milestones = geodata.programme?.plan.milestones ?? []
        return { head: [print.milestone, print.plannedOn], rows: milestones.map((milestone) => [milestoneWord(milestone), dated(milestone.plannedOn)]), note: '' }
      }
    }
  }
}
