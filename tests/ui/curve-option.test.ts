import { describe, expect, it } from 'vitest'
import { parseDay } from '@/domain/day'
import { curveOption, type CurveInput } from '@/ui/curve-option'

const first = parseDay('2024-08-01')!
const at = (day: number) => Date.UTC(2024, 7, day)
const input: CurveInput = {
  points: [
    { day: first, plannedShare: 0.1, actualShare: null }, { day: first + 1, plannedShare: 0.2, actualShare: 0.125 },
    { day: first + 2, plannedShare: 0.3, actualShare: 0.996 }, { day: first + 3, plannedShare: 1, actualShare: null },
  ],
  day: first + 1, language: 'zh', words: { planned: '计划', actual: '实际', notReported: '未填报' },
  colours: { ink: '#000', muted: '#777', line: '#ccc', brand: '#0a7', area: '#0a71', font: 'Sans' },
}
interface Option {
  tooltip: { renderMode: string; formatter: (raw: unknown) => string }
  xAxis: { axisLabel: { formatter: (ms: number) => string } }
  yAxis: { min: number; max: number }
  series: { name: string; data: [number, number | null][]; lineStyle: { type?: string; opacity?: number }; animation: boolean }[]
}
const optionOf = (more: Partial<CurveInput> = {}) => curveOption({ ...input, ...more }) as unknown as Option

describe('curveOption', () => {
  const { series, yAxis, xAxis } = optionOf()

  it('draws the plan over the whole time, dashed', () => {
    expect(series[0]).toMatchObject({ name: '计划', lineStyle: { type: 'dashed' } })
    expect(series[0]!.data).toEqual([[at(1), 10], [at(2), 20], [at(3), 30], [at(4), 100]])
  })

  it('draws the actual up to the chosen day, and faint from there on', () => {
    expect(series[1]!.data).toEqual([[at(1), null], [at(2), 12.5]])
    expect(series[2]!.data).toEqual([[at(2), 12.5], [at(3), 99.6], [at(4), null]])
    expect(series[2]!.lineStyle.opacity).toBeLessThan(0.5)
  })

  it('leaves a gap, not a zero, where nothing was reported', () => {
    expect(series[1]!.data[0]![1]).toBeNull()
  })

  it('has the same scale always and does not move by itself', () => {
    expect([yAxis.min, yAxis.max]).toEqual([0, 100])
    expect(series.every(({ animation }) => !animation)).toBe(true)
    expect(xAxis.axisLabel.formatter(at(15))).toBe('8月')
    expect(optionOf({ language: 'en' }).xAxis.axisLabel.formatter(at(15))).toBe('Aug')
  })

  it('bears no point at all', () => {
    expect(optionOf({ points: [] }).series.map(({ data }) => data)).toEqual([[], [], []])
  })
})

describe('curveOption, the tooltip', () => {
  const { tooltip } = optionOf()
  const textOn = (day: number) => tooltip.formatter([{ axisValue: at(day) }])

  it('is drawn text, never HTML', () => {
    expect(tooltip.renderMode).toBe('richText')
    expect(optionOf({ words: { ...input.words, planned: '<b>计划</b>' } }).tooltip.renderMode).toBe('richText')
  })

  it('says date, plan and actual', () => {
    expect(textOn(2)).toBe('2024-08-02\n计划 20%\n实际 13%')
    expect(textOn(3)).toBe('2024-08-03\n计划 30%\n实际 99%')
  })

  it('says that nothing was reported', () => expect(textOn(1)).toBe('2024-08-01\n计划 10%\n实际 未填报'))

  it.each([[null], [undefined], [[]], [[{}]], ['x'], [[{ axisValue: 7 }]]])('says nothing for %j', (raw) => expect(tooltip.formatter(raw)).toBe(''))
})
