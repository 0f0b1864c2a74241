import { defineStore } from 'pinia'
import { computed } from 'vue'
import { countCauses } from '@/analysis/progress/count-causes'
import { listFinished, type FinishedCommunity } from '@/analysis/progress/list-finished'
import { measureClasses, type ClassProgress } from '@/analysis/progress/measure-classes'
import { traceGroup, type CurvePoint } from '@/analysis/progress/trace-curve'
import { SMALLEST_TOLD_COUNT } from '@/analysis/publication/suppress-counts'
import { tellReach } from '@/analysis/publication/tell-reach'
import type { ProposedSite } from '@/domain/place'
import type { Community } from '@/domain/programme'
import { LAMPS, type CommunityProgress, type Lamp } from '@/domain/progress'
import { useFiguresStore } from '@/stores/figures'
import { useGeodataStore } from '@/stores/geodata'

/**
 * What only the public screen shows: sums and finished communities, nothing about a single late one; and counts of people
 * as they may be told, also where the data are not of a public edition.
 */
export const useWallFiguresStore = defineStore('wallFigures', () => {
  const geodata = useGeodataStore()
  const figures = useFiguresStore()

  const all = computed<readonly CommunityProgress[]>(() => [...(figures.progress?.communities.values() ?? [])])
  /** Communities by lamp; `unknown` are those that never reported. */
  const lampCounts = computed<Record<Lamp | 'unknown', number>>(() => {
    const count = (lamp: Lamp | null): number => all.value.filter((community) => community.lamp === lamp).length
    const [normal, warning, late] = LAMPS.map(count)
    return { normal: normal!, warning: warning!, late: late!, unknown: count(null) }
  })
  const causes = computed(() => countCauses(all.value))
  const finished = computed<readonly FinishedCommunity[]>(() => listFinished(all.value))

  const proposedSites = computed<readonly ProposedSite[]>(() => (geodata.values['proposed-sites'] ?? []).map((site) => (
    { ...site, ...tellReach(site.reachedPeople, site.newlyReachedPeople) }
  )))
  /** Households of a community: `few` where the number would be too small to be told, null if it is not known. */
  const householdsOf = ({ households }: Community): number | 'few' | null => (households !== null && households < SMALLEST_TOLD_COUNT ? 'few' : households)

  /** Communities of a district, or all of them. */
  function membersOf(districtId: string | null): readonly Community[] {
    const communities = geodata.programme?.communities ?? []
    return districtId === null ? communities : communities.filter((community) => community.districtId === districtId)
  }

  /** Mean progress by class, of a district or of all. */
  function classesOf(districtId: string | null): ClassProgress[] {
    const { programme } = geodata
    const { progress } = figures
    return programme && progress ? measureClasses(programme.plan.items, membersOf(districtId), progress.communities, progress.weighting) : []
  }

  function finishedOf(districtId: string | null): readonly FinishedCommunity[] {
    const ids = new Set(membersOf(districtId).map(({ id }) => id))
    return finished.value.filter(({ communityId }) => ids.has(communityId))
  }

  const districtCurves = computed(() => new Map((geodata.programme?.plan.districts ?? []).map(({ id }) => [id, curveOf(id)])))
  function curveOf(districtId: string): CurvePoint[] {
    const members = (figures.index?.communities ?? []).filter(({ community }) => community.districtId === districtId)
    return members.length > 0 ? traceGroup(members, figures.weighting, figures.firstDay, figures.lastDay, figures.dataDate) : []
  }
  /** Plan-and-actual curve of a district up to the data date; empty if it is not known. */
  const curveOfDistrict = (districtId: string): readonly CurvePoint[] => districtCurves.value.get(districtId) ?? []

  return { lampCounts, causes, finished, proposedSites, householdsOf, membersOf, classesOf, finishedOf, curveOfDistrict }
})
