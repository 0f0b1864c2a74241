import { partsOfDay, type Day } from '@/domain/day'
import type { Language } from '@/i18n/use-text'
import type { ChartOption } from '@/ui/echarts'
import { formatMonth, formatPercent } from '@/ui/format'

/** What the curve of the public screen needs: points by day, the running day, words, colours, and the size of a unit. */
export interface WallCurveInput {
  points: readonly { day: Day; plannedShare: number; actualShare: number | null }[]
  /** Actual is drawn up to this day. */
  day: Day
  language: Language
  /** CSS px of one unit of the wall's text. */
  unitPx: number
  words: { planned: string; actual: string }
  colours: { ink: string; muted: string; line: string; brand: string; area: string; ground: string; font: string }
}

const MS_PER_DAY = 86_400_000
/** Smallest text of the wall, units. */
const LABEL_UNITS = 19

/** Plan dashed, actual solid with its first and last state marked; no tooltip and no movement, since nobody points at a wall. */
export function wallCurveOption({ points, day, language, unitPx, words, colours }: WallCurveInput): ChartOption {
  const u = (units: number): number => units * unitPx
  const at = (value: Day): number => value * MS_PER_DAY
  const actual = points.filter((point) => point.day <= day && point.actualShare !== null)
  const [first, last] = [actual[0], actual.at(-1)]
  const line = { type: 'line' as const, animation: false, silent: true, z: 2 }
  const isLow = (last?.actualShare ?? 0) < 0.75
  return {
    animation: false,
    textStyle: { fontFamily: colours.font },
    grid: { left: u(72), right: u(22), top: u(16), bottom: u(34) },
    xAxis: {
      type: 'time',
      ...(points.length > 0 ? { min: at(points[0]!.day), max: at(points.at(-1)!.day) } : {}),
      axisLine: { lineStyle: { color: colours.line } },
      axisTick: { show: false },
      axisLabel: {
        color: colours.muted, fontSize: u(LABEL_UNITS), hideOverlap: true, customValues: monthsOf(points).map(at),
        formatter: (ms: number) => formatMonth(Math.round(ms / MS_PER_DAY), language),
      },
      splitLine: { show: false },
    },
    yAxis: {
      type: 'value', min: 0, max: 100, interval: 50,
      axisLabel: { color: colours.muted, fontSize: u(LABEL_UNITS), formatter: '{value}%', margin: u(14) },
      splitLine: { lineStyle: { color: colours.line } },
    },
    series: [
      { ...line, id: 'plan', name: words.planned, showSymbol: false, data: points.map((p) => [at(p.day), p.plannedShare * 100]), lineStyle: { color: colours.muted, type: 'dashed', width: u(2.5) } },
      {
        ...line, id: 'actual', name: words.actual, showSymbol: false, data: actual.map((p) => [at(p.day), p.actualShare! * 100]),
        lineStyle: { color: colours.brand, width: u(4) }, areaStyle: { color: colours.area },
      },
      {
        ...line, id: 'states', z: 3, symbol: 'circle', symbolSize: u(13), showSymbol: true, lineStyle: { width: 0 },
        itemStyle: { color: colours.ground, borderColor: colours.brand, borderWidth: u(3.5) },
        data: [first, last].filter((state, i, all) => state !== undefined && (i === 0 || state !== all[0])).map((state) => ({
          value: [at(state!.day), state!.actualShare! * 100],
          label: {
            show: state === last, formatter: formatPercent(state!.actualShare), color: colours.ink, fontSize: u(24), fontWeight: 700,
            position: isLow ? ('top' as const) : ('left' as const), distance: u(10),
          },
        })),
      },
    ],
  }
}

/** Most months that are written on the axis. */
const MOST_MONTHS = 5

/** First days of the months between the ends, evenly thinned out to what can be read. */
function monthsOf(points: WallCurveInput['points']): Day[] {
  const [first, last] = [points[0]?.day ?? 0, points.at(-1)?.day ?? -1]
  const firsts: Day[] = []
  for (let day = first; day <= last; day++) if (partsOfDay(day).date === 1) firsts.push(day)
  const every = Math.ceil(firsts.length / MOST_MONTHS)
  return firsts.filter((_, i) => i % every === 0)
}
