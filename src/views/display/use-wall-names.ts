import type { Milestone } from '@/domain/plan'
import { useLanguage } from '@/i18n/use-text'
import { useFiguresStore } from '@/stores/figures'
import { useGeodataStore } from '@/stores/geodata'

/** Names of what the wall names, in its language. A code that the plan does not know stands for itself. */
export function useWallNames() {
  const language = useLanguage()
  const figures = useFiguresStore()
  const geodata = useGeodataStore()
  const milestoneWord = (milestone: Milestone): string => (language.value === 'zh' ? milestone.shortName : milestone.nameEn)

  return {
    milestoneWord,
    planTitle: (): string => {
      const plan = geodata.programme?.plan
      return (language.value === 'zh' ? plan?.title : plan?.titleEn) ?? ''
    },
    communityName: (id: string): string => figures.communityById.get(id)?.name ?? id,
    districtName(id: string): string {
      const district = geodata.programme?.plan.districts.find((known) => known.id === id)
      return (language.value === 'zh' ? district?.name : district?.nameEn) ?? id
    },
    causeName({ kind, code }: { kind: 'item' | 'milestone'; code: string }): string {
      if (kind === 'milestone') {
        const milestone = figures.milestoneByCode.get(code)
        return milestone ? milestoneWord(milestone) : code
      }
      const item = figures.itemByCode.get(code)
      return (language.value === 'zh' ? item?.shortName : item?.nameEn) ?? code
    },
  }
}
