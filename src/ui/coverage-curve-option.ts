import type { ChartOption } from '@/ui/echarts'

/** What the slope of coverage against the number of sites needs. Shares 0…1. */
export interface CoverageCurveInput {
  points: readonly { siteCount: number; share: number; isProven: boolean; words: string }[]
  /** Coverage without any site. */
  beforeShare: number
  /** Number of sites asked for. */
  siteCount: number
  unit: string
  colours: { muted: string; line: string; brand: string; area: string; solid: string; font: string }
}

/** Options of the slope: a dot for each number of sites, hollow if not proven, the asked one larger. */
export function coverageCurveOption({ points, beforeShare, siteCount, unit, colours }: CoverageCurveInput): ChartOption {
  const percent = (share: number): number => Math.round(share * 1000) / 10
  return {
    animation: false,
    textStyle: { fontFamily: colours.font },
    grid: { left: 32, right: 14, top: 10, bottom: 20 },
    xAxis: {
      type: 'value', min: 0, max: Math.max(1, points.at(-1)?.siteCount ?? 1), minInterval: 1, name: unit, nameGap: 4, nameTextStyle: { color: colours.muted, fontSize: 11 },
      axisLine: { lineStyle: { color: colours.line } }, axisTick: { show: false }, splitLine: { show: false }, axisLabel: { color: colours.muted, fontSize: 11 },
    },
    yAxis: {
      type: 'value', min: 0, max: ({ max }) => Math.min(100, Math.ceil(max / 10) * 10), splitNumber: 2, axisLabel: { color: colours.muted, fontSize: 11, formatter: '{value}%' }, splitLine: { lineStyle: { color: colours.line } },
    },
    // Rich text: an HTML tooltip would break the content security policy and could carry data as markup.
    tooltip: {
      trigger: 'axis', renderMode: 'richText', confine: true,
      formatter: (raw: unknown) => points.find((point) => point.siteCount === siteCountOf(raw))?.words ?? '',
    },
    series: [{
      type: 'line', animation: false, lineStyle: { color: colours.brand, width: 2 }, areaStyle: { color: colours.area },
      data: [
        { value: [0, percent(beforeShare)], symbol: 'none' },
        ...points.map((point) => ({
          value: [point.siteCount, percent(point.share)], symbol: 'circle', symbolSize: point.siteCount === siteCount ? 10 : 6,
          itemStyle: { color: point.isProven ? colours.brand : colours.solid, borderColor: colours.brand, borderWidth: 1.5 },
        })),
      ],
    }],
  }
}

function siteCountOf(raw: unknown): unknown {
  const first = Array.isArray(raw) ? (raw[0] as { value?: unknown } | undefined) : undefined
  return Array.isArray(first?.value) ? first.value[0] : undefined
}
