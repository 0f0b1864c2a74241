import { describe, expect, it } from 'vitest'
import { parseDay } from '@/domain/day'
import { wallCurveOption, type WallCurveInput } from '@/ui/wall-curve-option'

const day = (text: string) => parseDay(text)!
const MS = 86_400_000
const points = [
  { day: day('2024-05-06'), plannedShare: 0, actualShare: 0 }, { day: day('2024-07-01'), plannedShare: 0.3, actualShare: 0.2 },
  { day: day('2024-09-01'), plannedShare: 0.6, actualShare: 0.5 }, { day: day('2024-12-31'), plannedShare: 1, actualShare: null },
]
const input: WallCurveInput = {
  points, day: day('2024-09-01'), language: 'zh', unitPx: 2, words: { planned: '计划', actual: '实际' },
  colours: { ink: '#1', muted: '#2', line: '#3', brand: '#4', area: '#5', ground: '#6', font: 'F' },
}
type Series = { id: string; data: ([number, number] | { value: [number, number]; label: { show: boolean; formatter: string; position: string } })[] }
const seriesOf = (more: Partial<WallCurveInput> = {}) => Object.fromEntries((wallCurveOption({ ...input, ...more }).series as Series[]).map((series) => [series.id, series.data]))

describe('wallCurveOption', () => {
  it('draws the whole plan and the actual up to the day', () => {
    expect(seriesOf().plan).toHaveLength(4)
    expect(seriesOf().actual).toEqual([[points[0]!.day * MS, 0], [points[1]!.day * MS, 20], [points[2]!.day * MS, 50]])
    expect(seriesOf({ day: day('2024-07-15') }).actual).toHaveLength(2)
  })

  it('marks the first and the last state, and names the last', () => {
    const states = seriesOf().states as { value: [number, number]; label: { show: boolean; formatter: string } }[]
    expect(states.map(({ value, label }) => [value[1], label.show, label.formatter])).toEqual([[0, false, '0%'], [50, true, '50%']])
  })

  it('marks one state once', () => {
    const states = seriesOf({ day: day('2024-05-06') }).states as { label: { show: boolean } }[]
    expect(states.map(({ label }) => label.show)).toEqual([true])
  })

  it('breaks nothing without points or reports', () => {
    expect(seriesOf({ points: [] })).toEqual({ plan: [], actual: [], states: [] })
    expect(seriesOf({ points: points.map((point) => ({ ...point, actualShare: null })) }).states).toEqual([])
  })

  it('writes at most five months, each on its first day', () => {
    const { xAxis } = wallCurveOption(input) as { xAxis: { axisLabel: { customValues: number[]; formatter: (ms: number) => string } } }
    expect(xAxis.axisLabel.customValues.map((ms) => xAxis.axisLabel.formatter(ms))).toEqual(['6月', '8月', '10月', '12月'])
  })

  it('grows with the wall: the smallest text is 19 units', () => {
    const { yAxis } = wallCurveOption(input) as { yAxis: { axisLabel: { fontSize: number } } }
    expect(yAxis.axisLabel.fontSize).toBe(38)
  })

  it('has no tooltip and no movement', () => {
    expect(wallCurveOption(input)).toMatchObject({ animation: false })
    expect(wallCurveOption(input)).not.toHaveProperty('tooltip')
  })
})
