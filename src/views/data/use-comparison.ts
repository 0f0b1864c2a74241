import { computed } from 'vue'
import type { ImportTarget, PlanExplanation } from '@/domain/import'
import { useDataText } from '@/i18n/use-data-text'
import { useFiguresStore } from '@/stores/figures'
import { useGeodataStore } from '@/stores/geodata'
import { useImportStore } from '@/stores/import'
import { formatCount, formatTenThousand, UNKNOWN } from '@/ui/format'
import { useDataWords } from '@/views/data/use-data-words'

/** The four totals of the plan against the files, in words, and what explains a difference. Without files: the current data. */
export function useComparison() {
  const text = useDataText()
  const store = useImportStore()
  const geodata = useGeodataStore()
  const figures = useFiguresStore()
  const { signed, fieldName } = useDataWords()

  const comparison = computed(() => store.judgement?.comparison ?? null)
  const rows = computed(() => {
    const totals = comparison.value?.totals ?? figures.totals.map(({ key, planned, found, difference }) => ({ key, planned, found, difference, isRounding: false }))
    return totals.map(({ key, planned, found, difference, isRounding }) => {
      const isArea = key === 'floorAreaM2'
      const write = (value: number | null): string => (isArea ? formatTenThousand(value) : formatCount(value))
      const words = difference === null ? UNKNOWN : difference === 0 ? text.value.comparison.same : isRounding ? text.value.comparison.rounding : isArea ? signed(difference / 10_000, 2) : signed(difference)
      return { key, label: text.value.comparison[key], planned: write(planned), found: write(found), words, isSame: difference === 0 || isRounding, isUnknown: difference === null }
    })
  })
  const explanations = computed(() => comparison.value?.explanations ?? [])

  /** A file that was dropped by its name, one of the folder by what it holds. */
  function sourceName(file: string): string {
    const id = geodata.manifest?.files.find(({ path }) => path === file)?.id
    return id !== undefined && id in text.value.target ? text.value.target[id as ImportTarget] : file
  }

  function detail({ kind, conflict, communities, buildings, households, floorAreaM2 }: PlanExplanation): string {
    const words = text.value.comparison
    if (conflict) return words.conflict(fieldName(conflict.field), conflict.one, sourceName(conflict.oneSource), conflict.other, sourceName(conflict.otherSource))
    const adds = [[words.communities, communities], [words.buildings, buildings], [words.households, households]] as const
    const told = [...adds.map(([name, value]) => (value === 0 ? null : `${name} ${signed(value)}`)), floorAreaM2 === 0 ? null : `${words.area} ${text.value.unit.m2(signed(floorAreaM2))}`]
    return [words.kind[kind], ...told.filter((part) => part !== null)].join(' · ')
  }

  return { comparison, rows, explanations, detail }
}
