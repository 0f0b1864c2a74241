import { ruleFindingText } from '@/i18n/land-findings'
import { landZh } from '@/i18n/land-zh'
import { zh } from '@/i18n/zh'
import { useGeodataStore } from '@/stores/geodata'
import { useLandStore } from '@/stores/land'
import type { SiteWords } from '@/stores/land-export'

/** Words of the exported table: always Chinese, as its headings and the names in the data are. */
export function useTableWords(): () => SiteWords {
  const geodata = useGeodataStore()
  const land = useLandStore()

  return () => {
    const { hazards, facilities } = geodata.values
    const places = new Map([
      ...(hazards ?? []).map(({ id, name, kind }) => [id, name ?? landZh.hazardKind[kind]] as const), ...(facilities ?? []).map(({ id, name }) => [id, name] as const),
    ])
    const names = {
      place: (id: string) => places.get(id) ?? null,
      landUse: (code: string) => land.rules.landUses.filter(({ codePrefix }) => code.startsWith(codePrefix)).sort((a, b) => b.codePrefix.length - a.codePrefix.length)[0]?.name ?? null,
    }
    const { contact, criterion, fact } = landZh
    return { kind: zh.spareSpaceKind, contact, criterion, fact, finding: (finding) => ruleFindingText(finding, landZh, names) }
  }
}
