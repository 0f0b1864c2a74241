import { fitLine, lastShare } from './fit-line'
import type { Sample } from './watch-page'

/** One line of the table: what was measured, the limit, and whether it is kept. */
export interface Verdict {
  name: string
  value: string
  limit: string
  isGood: boolean
}

export interface SoakResult {
  samples: readonly Sample[]
  chartsOnScreen: number
  uncaughtErrors: readonly string[]
  offOrigin: readonly string[]
  /** Share of pixels in which the last scene differs from the first of its kind. */
  differingShare: number
}

const FITTED_SHARE = 0.8
const MAX_SLOPE_BYTES = 1000
const MAX_GROWTH_BYTES = 10_000_000
const MAX_DRIFT = 5
const MAX_CONTEXTS = 2
const MAX_DIFFERING_SHARE = 0.005

/** Hold a soak against the limits. The first fifth of the samples is warming up. */
export function judgeSoak({ samples, chartsOnScreen, uncaughtErrors, offOrigin, differingShare }: SoakResult): Verdict[] {
  const fitted = lastShare(samples, FITTED_SHARE)
  const [first, last] = [fitted[0]!, fitted.at(-1)!]
  const changes = last.change - first.change
  const { slope } = fitLine(fitted.map(({ change, heapBytes }) => [change, heapBytes] as const))
  const growth = last.heapBytes - first.heapBytes
  // Between two samples different scenes may be on: what counts is the trend over the whole run.
  const drift = (key: 'nodes' | 'listeners'): number => fitLine(fitted.map((sample) => [sample.change, sample[key]] as const)).slope * changes
  const most = (key: 'webglContexts' | 'charts'): number => Math.max(...samples.map((sample) => sample[key]))
  const workers = [...new Set(fitted.map((sample) => sample.workers))]
  const flat = (key: 'nodes' | 'listeners', name: string): Verdict => ({
    name, value: `${first[key]} → ${last[key]}, trend ${signed(drift(key))}`, limit: `±${MAX_DRIFT}`, isGood: Math.abs(drift(key)) <= MAX_DRIFT,
  })
  return [
    { name: 'heap slope, last 80 %', value: `${(slope / 1000).toFixed(3)} kB per change`, limit: '≤ 1 kB', isGood: slope <= MAX_SLOPE_BYTES },
    { name: 'heap growth, last 80 %', value: `${megabytes(first.heapBytes)} → ${megabytes(last.heapBytes)} MB`, limit: '≤ 10 MB', isGood: growth <= MAX_GROWTH_BYTES },
    flat('nodes', 'DOM nodes'),
    flat('listeners', 'event listeners'),
    { name: 'workers', value: workers.join(', '), limit: 'flat', isGood: workers.length === 1 },
    { name: 'WebGL contexts, most', value: String(most('webglContexts')), limit: `≤ ${MAX_CONTEXTS}`, isGood: most('webglContexts') <= MAX_CONTEXTS },
    { name: 'chart instances, most', value: String(most('charts')), limit: `= ${chartsOnScreen} charts of the page`, isGood: most('charts') === chartsOnScreen },
    { name: 'uncaught errors', value: String(uncaughtErrors.length), limit: '0', isGood: uncaughtErrors.length === 0 },
    { name: 'requests off origin', value: String(offOrigin.length), limit: '0', isGood: offOrigin.length === 0 },
    { name: 'last scene against the first of its kind', value: `${(differingShare * 100).toFixed(3)} % of pixels`, limit: '≤ 0.5 %', isGood: differingShare <= MAX_DIFFERING_SHARE },
  ]
}

const megabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(2)
const signed = (value: number): string => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(1)}`
