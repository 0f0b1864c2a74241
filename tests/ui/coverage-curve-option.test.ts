import { describe, expect, it } from 'vitest'
import { coverageCurveOption } from '@/ui/coverage-curve-option'

const colours = { muted: '#666666', line: '#dddddd', brand: '#0c5f64', area: '#0c5f6426', solid: '#ffffff', font: 'sans-serif' }
const points = [
  { siteCount: 1, share: 0.5, isProven: true, words: '1 处：50%' },
  { siteCount: 2, share: 0.625, isProven: false, words: '2 处：63%' },
]
const option = coverageCurveOption({ points, beforeShare: 0.3, siteCount: 2, unit: '处', colours })
interface Dot { value: [number, number]; symbolSize?: number; itemStyle?: { color: string } }
const data = () => (option.series as { data: Dot[] }[])[0]!.data

describe('coverageCurveOption', () => {
  it('begins at what is covered without a site and rises with each', () => {
    expect(data().map(({ value }) => value)).toEqual([[0, 30], [1, 50], [2, 62.5]])
  })

  it('fills the dots of what is proven and leaves the others hollow', () => {
    expect(data().slice(1).map(({ itemStyle }) => itemStyle!.color)).toEqual([colours.brand, colours.solid])
  })

  it('enlarges the number of sites that is asked for', () => {
    expect(data().slice(1).map(({ symbolSize }) => symbolSize)).toEqual([6, 10])
  })

  it('says in words what lies under the pointer, and nothing where no site is', () => {
    const { formatter } = option.tooltip as { formatter: (raw: unknown) => string }
    expect([[{ value: [2, 62.5] }], [{ value: [0, 30] }], null].map(formatter)).toEqual(['2 处：63%', '', ''])
  })

  it('stretches the axis to the next ten per cent, and never beyond all', () => {
    const { max } = option.yAxis as { max: (extent: { max: number }) => number }
    expect([4.2, 62.5, 100, 100.1].map((value) => max({ max: value }))).toEqual([10, 70, 100, 100])
  })
})
