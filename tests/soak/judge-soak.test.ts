import { describe, expect, it } from 'vitest'
import { judgeSoak, type SoakResult } from './judge-soak'
import type { Sample } from './watch-page'

const STEADY: Sample = { change: 0, heapBytes: 20_000_000, nodes: 500, listeners: 90, workers: 4, webglContexts: 1, charts: 1, flatCanvases: 1 }
const run = (change: (sample: Sample, i: number) => Partial<Sample>): SoakResult => ({
  samples: Array.from({ length: 11 }, (_, i) => {
    const sample = { ...STEADY, change: i * 100 }
    return { ...sample, ...change(sample, i) }
  }),
  chartsOnScreen: 1, uncaughtErrors: [], offOrigin: [], differingShare: 0,
})
const broken = (result: SoakResult): string[] => judgeSoak(result).filter(({ isGood }) => !isGood).map(({ name }) => name)

describe('the judgement of a soak', () => {
  it('accepts a run in which nothing grows', () => {
    expect(broken(run(() => ({})))).toEqual([])
  })

  it('forgives growth while the page warms up', () => {
    expect(broken(run((_, i) => (i < 2 ? { heapBytes: 5_000_000, nodes: 100 } : {})))).toEqual([])
  })

  it('finds a leak of more than 1 kB per change', () => {
    expect(broken(run(({ change }) => ({ heapBytes: 20_000_000 + change * 1100 })))).toEqual(['heap slope, last 80 %'])
    expect(broken(run(({ change }) => ({ heapBytes: 20_000_000 + change * 900 })))).toEqual([])
  })

  it('finds nodes and listeners that pile up', () => {
    expect(broken(run((_, i) => ({ nodes: 500 + i, listeners: 90 + i })))).toEqual(['DOM nodes', 'event listeners'])
  })

  it('finds a worker too many, a context too many and a forgotten chart', () => {
    expect(broken(run((_, i) => (i > 5 ? { workers: 5, webglContexts: 3, charts: 2 } : {})))).toEqual(
      ['workers', 'WebGL contexts, most', 'chart instances, most'])
  })

  it('finds errors, foreign requests and a changed picture', () => {
    const result = { ...run(() => ({})), uncaughtErrors: ['x'], offOrigin: ['http://elsewhere'], differingShare: 0.006 }
    expect(broken(result)).toEqual(['uncaught errors', 'requests off origin', 'last scene against the first of its kind'])
  })
})
