import type { LampCause } from '@/domain/progress'
import { useLanguage } from '@/i18n/use-text'
import { useFiguresStore } from '@/stores/figures'
import { useGeodataStore } from '@/stores/geodata'

/**
 * Names of what the data name, in the language of the page. Communities, buildings and neighbourhoods
 * have one name only. A code that the plan does not know stands for itself.
 */
export function useNames() {
  const language = useLanguage()
  const figures = useFiguresStore()
  const geodata = useGeodataStore()
  const short = (named: { shortName: string; nameEn: string } | undefined, code: string): string =>
    (language.value === 'zh' ? named?.shortName : named?.nameEn) ?? code

  const itemName = (code: string): string => short(figures.itemByCode.get(code), code)
  const milestoneName = (code: string): string => short(figures.milestoneByCode.get(code), code)
  return {
    itemName,
    milestoneName,
    causeName: (cause: LampCause): string => (cause.kind === 'item' ? itemName(cause.itemCode) : milestoneName(cause.code)),
    communityName: (id: string): string => figures.communityById.get(id)?.name ?? id,
    districtName(id: string): string {
      const district = geodata.programme?.plan.districts.find((known) => known.id === id)
      return (language.value === 'zh' ? district?.name : district?.nameEn) ?? id
    },
  }
}
