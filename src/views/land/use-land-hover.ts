import { ref, shallowRef } from 'vue'
import { useLandText } from '@/i18n/use-land-text'
import { useFiguresStore } from '@/stores/figures'
import { useGeodataStore } from '@/stores/geodata'
import { useLandStore } from '@/stores/land'
import { formatCount, UNKNOWN } from '@/ui/format'
import { useCommunityWords } from '@/views/land/use-community-words'
import { useLandWords } from '@/views/land/use-land-words'

interface Tooltip { name: string; lines: string[]; x: number; y: number }
interface ScreenPoint { x: number; y: number }

/** What stands under the pointer, in words. The cards say the same to those who cannot hover. */
export function useLandHover() {
  const text = useLandText()
  const land = useLandStore()
  const geodata = useGeodataStore()
  const figures = useFiguresStore()
  const { siteById, siteName, findingText, distanceText, serverName } = useLandWords()
  const { wordsOf } = useCommunityWords()
  const tooltip = shallowRef<Tooltip | null>(null)
  const hoveredSiteId = ref<string | null>(null)
  let owner = ''
  /** The layer that was left may say so after the next one was entered. */
  function show(layer: string, words: { name: string; lines: string[] } | null, { x, y }: ScreenPoint): void {
    if (words) owner = layer
    if (owner === layer) tooltip.value = words && { ...words, x, y }
  }

  function hoverCommunity(target: { kind: 'community' | 'building'; id: string } | null, point: ScreenPoint): void {
    const id = target === null ? null : target.kind === 'community' ? target.id : geodata.programme?.buildings.find((building) => building.id === target.id)?.communityId ?? null
    land.hoveredCommunityId = id
    show('community', id === null ? null : wordsOf(id), point)
  }
  function hoverSite(id: string | null, point: ScreenPoint): void {
    hoveredSiteId.value = id
    const site = siteById.value.get(id ?? '')
    if (site) {
      const area = text.value.unit.m2(formatCount(site.landAreaM2 > 0 ? site.landAreaM2 : site.floorAreaM2))
      const score = site.score === null ? text.value.list.unscored : `${text.value.list.score} ${Math.round(site.score)}`
      return show('site', { name: site.rank === null ? siteName(site) : text.value.site.candidate(String(site.rank), siteName(site)), lines: [`${score} · ${area}`, text.value.criterionValue.newlyReached(formatCount(site.newlyReachedPeople))] }, point)
    }
    const exclusion = land.answer?.exclusions.find((known) => known.id === id)
    show('site', exclusion ? { name: text.value.site.excludedTitle(siteName(exclusion)), lines: exclusion.findings.filter(({ isHard }) => isHard).slice(0, 3).map(findingText) } : null, point)
  }
  function hoverResidence(id: string | null, point: ScreenPoint): void {
    const demand = land.answer?.demand
    const i = id === null || !demand ? -1 : demand.ids.indexOf(id)
    if (!demand || i < 0) return show('residence', null, point)
    const building = geodata.programme?.buildings.find((known) => known.id === id)
    const name = building ? `${figures.communityById.get(building.communityId)?.name ?? ''} ${building.name}`.trim() : geodata.values.residences?.find((residence) => residence.id === id)?.name ?? text.value.residence.building
    const chosen = land.answer?.choice.siteIds[demand.nearestChosen[i]!]
    const way = demand.isUnroutable[i] ? text.value.residence.unroutable : distanceText(demand.distanceAfterM[i]!)
    show('residence', { name, lines: [text.value.unit.people(formatCount(demand.people[i]!)), chosen === undefined ? way : `${serverName(chosen)} · ${way}`].filter((line) => line !== UNKNOWN) }, point)
  }
  function hoverHazard(id: string | null, point: ScreenPoint): void {
    const hazard = geodata.values.hazards?.find((known) => known.id === id)
    const rule = hazard && land.rules.hazards.find(({ kind }) => kind === hazard.kind)
    show('hazard', hazard ? { name: hazard.name ?? text.value.hazardKind[hazard.kind], lines: rule ? [`${text.value.rules.setback(text.value.hazardKind[hazard.kind])} ≥ ${rule.setbackM}`] : [] } : null, point)
  }
  function hoverFacility(id: string | null, point: ScreenPoint): void {
    const facility = geodata.values.facilities?.find((known) => known.id === id)
    show('facility', facility ? { name: facility.name, lines: [text.value.facility[facility.type], ...(facility.floorAreaM2 === null ? [] : [text.value.unit.m2(formatCount(facility.floorAreaM2))])] } : null, point)
  }
  return { tooltip, hoveredSiteId, hoverCommunity, hoverSite, hoverResidence, hoverHazard, hoverFacility }
}
