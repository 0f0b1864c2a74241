import type { Day } from '@/domain/day'
import type { Language } from '@/i18n/use-text'
import type { ChartOption } from '@/ui/echarts'
import { formatDate, formatMonth, formatPercent } from '@/ui/format'

/** What a plan-and-actual curve needs: points by day, the chosen day, words and colours of the theme. */
export interface CurveInput {
  points: readonly { day: Day; plannedShare: number; actualShare: number | null }[]
  day: Day
  language: Language
  words: { planned: string; actual: string; notReported: string }
  colours: { ink: string; muted: string; line: string; brand: string; area: string; font: string }
}

const MS_PER_DAY = 86_400_000

/** Options of the plan-and-actual curve: plan dashed, actual solid up to the chosen day, faint after it. */
export function curveOption({ points, day, language, words, colours }: CurveInput): ChartOption {
  const at = (value: Day): number => value * MS_PER_DAY
  const until = points.filter((point) => point.day <= day).map((point) => [at(point.day), point.actualShare])
  const after = points.filter((point) => point.day >= day).map((point) => [at(point.day), point.actualShare])
  const line = { type: 'line' as const, showSymbol: false, animation: false }
  return {
    animation: false,
    textStyle: { fontFamily: colours.font },
    aria: { enabled: true },
    grid: { left: 34, right: 12, top: 12, bottom: 24 },
    xAxis: {
      type: 'time',
      axisLine: { lineStyle: { color: colours.line } },
      axisTick: { show: false },
      axisLabel: { color: colours.muted, fontSize: 11, hideOverlap: true, formatter: (ms: number) => formatMonth(Math.round(ms / MS_PER_DAY), language) },
      minInterval: 28 * MS_PER_DAY,
    },
    yAxis: {
      type: 'value', min: 0, max: 100, interval: 20,
      axisLabel: { color: colours.muted, fontSize: 11 },
      splitLine: { lineStyle: { color: colours.line } },
    },
    // Rich text: an HTML tooltip would break the content security policy and could carry data as markup.
    tooltip: {
      trigger: 'axis', renderMode: 'richText', confine: true,
      formatter: (raw: unknown) => tooltipText(raw, points, words),
    },
    series: [
      { ...line, name: words.planned, data: points.map((p) => [at(p.day), p.plannedShare * 100]), lineStyle: { color: colours.muted, type: 'dashed', width: 1.5 } },
      { ...line, name: words.actual, data: percent(until), lineStyle: { color: colours.brand, width: 2.5 }, areaStyle: { color: colours.area } },
      { ...line, name: words.actual, data: percent(after), lineStyle: { color: colours.brand, width: 1.5, opacity: 0.35 } },
    ],
  }
}

function percent(data: (number | null)[][]): (number | null)[][] {
  return data.map(([ms, share]) => [ms!, share === null || share === undefined ? null : share * 100])
}

function tooltipText(raw: unknown, points: CurveInput['points'], words: CurveInput['words']): string {
  const first = Array.isArray(raw) ? (raw[0] as { axisValue?: unknown } | undefined) : undefined
  const point = points.find(({ day }) => day * MS_PER_DAY === first?.axisValue)
  if (!point) return ''
  const actual = point.actualShare === null ? words.notReported : formatPercent(point.actualShare)
  return `${formatDate(point.day)}\n${words.planned} ${formatPercent(point.plannedShare)}\n${words.actual} ${actual}`
}
