import type { WorkspaceStep } from '@/domain/workspace'
import { useDataWorkText } from '@/i18n/use-data-work-text'
import { useLanguage } from '@/i18n/use-text'
import { useFiguresStore } from '@/stores/figures'
import { formatCount, formatPercent } from '@/ui/format'
import { useDataWords } from '@/views/data/use-data-words'

const TIME: Intl.DateTimeFormatOptions = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }

/** What a step of the work was, in the language of the page. */
export function useStepWords() {
  const text = useDataWorkText()
  const language = useLanguage()
  const figures = useFiguresStore()
  const { nameOf } = useDataWords()

  const itemName = (code: string): string => {
    const item = figures.itemByCode.get(code)
    return (language.value === 'zh' ? item?.name : item?.nameEn) ?? code
  }
  const milestoneName = (code: string): string => {
    const milestone = figures.milestoneByCode.get(code)
    return (language.value === 'zh' ? milestone?.name : milestone?.nameEn) ?? code
  }

  function stepText({ kind, params }: WorkspaceStep): string {
    const words = text.value.history.step
    const param = (key: string): string => String(params[key] ?? '')
    const share = (key: string): string => (typeof params[key] === 'number' ? formatPercent(params[key]) : '—')
    const place = nameOf(param('buildingId') || param('communityId') || param('id'))
    switch (kind) {
      case 'import': return 'rows' in params ? words.import(formatCount(Number(params.rows)), param('files').replace(/(\.(?:zip|kmz))\/[^、]+/gi, '$1')) : words.importPlain
      case 'progress': return 'itemCode' in params ? words.progress(place, itemName(param('itemCode')), share('from'), share('to')) : words.progressPlain
      case 'milestone': return 'milestoneCode' in params ? words.milestone(place, milestoneName(param('milestoneCode')), param('to')) : words.milestonePlain
      case 'restore': return words.restore(param('seq'))
      case 'remark': case 'photo': case 'geometry': return words[kind](place)
      default: return words[kind]
    }
  }

  /** `2026-11-23 14:05`, in the time of this place. */
  function timeText(epochMs: number): string {
    const parts = new Intl.DateTimeFormat('en-GB', TIME).formatToParts(epochMs)
    const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? ''
    return `${part('year')}-${part('month')}-${part('day')} ${part('hour')}:${part('minute')}`
  }

  return { stepText, timeText, itemName, milestoneName }
}
