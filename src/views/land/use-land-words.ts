import { computed } from 'vue'
import type { Contribution, RuleFinding, Site } from '@/domain/land'
import type { FacilityForm, Source } from '@/domain/land-rules'
import { ruleFindingText, type FindingNames } from '@/i18n/land-findings'
import { useLandText } from '@/i18n/use-land-text'
import { useLanguage } from '@/i18n/use-text'
import { useGeodataStore } from '@/stores/geodata'
import { useLandStore } from '@/stores/land'
import { formatCount, formatPercent, UNKNOWN } from '@/ui/format'

/** Names and sentences of the planners' view, in the language of the page. */
export function useLandWords() {
  const text = useLandText()
  const language = useLanguage()
  const geodata = useGeodataStore()
  const land = useLandStore()

  const spaceById = computed(() => new Map(land.spaces.map((space) => [space.id, space])))
  const placeNames = computed(() => {
    const { hazards, facilities } = geodata.values
    return new Map([
      // Names in the data are Chinese: in English the kind goes before.
      ...(hazards ?? []).map(({ id, name, kind }) => [id, language.value === 'zh' ? name ?? text.value.hazardKind[kind] : [text.value.hazardKind[kind], name ?? ''].join(' ').trim()] as const),
      ...(facilities ?? []).map(({ id, name }) => [id, name] as const),
    ])
  })
  const siteById = computed(() => new Map((land.answer?.sites ?? []).map((site) => [site.id, site])))
  const names: FindingNames = {
    place: (id) => placeNames.value.get(id) ?? null,
    landUse(code) {
      const found = land.rules.landUses.filter(({ codePrefix }) => code.startsWith(codePrefix)).sort((a, b) => b.codePrefix.length - a.codePrefix.length)[0]
      return found ? (language.value === 'zh' ? found.name : found.nameEn) : null
    },
  }

  const siteName = ({ name, partIds }: Pick<Site, 'name' | 'partIds'>): string =>
    (partIds.length > 1 ? text.value.list.name(name, String(partIds.length)) : name)

  return {
    spaceById,
    siteById,
    siteName,
    findingText: (finding: RuleFinding): string => ruleFindingText(finding, text.value, names),
    landUseName: names.landUse,
    formName: (form: FacilityForm): string => (language.value === 'zh' ? form.name : form.nameEn),
    sourceText: (source: Source): string => (language.value === 'zh' ? source.source : source.sourceEn),
    /** Name of what serves a community: a site or a facility. */
    serverName(id: string): string {
      const site = siteById.value.get(id)
      return site ? siteName(site) : placeNames.value.get(id) ?? id
    },
    /** `840 m`, `1.1 km`. */
    distanceText(metres: number | null): string {
      if (metres === null || !Number.isFinite(metres)) return UNKNOWN
      return metres < 999.5 ? text.value.unit.m(String(Math.round(metres))) : text.value.unit.km((metres / 1000).toFixed(1))
    },
    criterionText({ criterion, value }: Contribution): string {
      if (value === null) return UNKNOWN
      if (criterion === 'hazard' && !Number.isFinite(value)) return text.value.noHazard
      const say = text.value.criterionValue[criterion]
      if (criterion === 'areaFit' || criterion === 'sun') return say(formatPercent(value))
      if (criterion === 'walkTime') return say(value.toFixed(1))
      if (criterion === 'tenure') return say(value.toFixed(2))
      return say(formatCount(value))
    },
  }
}
