// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest'
import { drawnPixelShare, wantedPixelRatio, watchPixelRatio } from '@/map/pixel-ratio'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.resetModules()
})

it('follows the screen up to two pixels per px', () => {
  const ratios = [1, 1.5, 3].map((ratio) => {
    vi.stubGlobal('devicePixelRatio', ratio)
    return wantedPixelRatio()
  })
  expect(ratios).toEqual([1, 1.5, 2])
})

it('tells each change of the screen until it is ended', () => {
  const queries: { text: string; act: (() => void) | null }[] = []
  vi.stubGlobal('matchMedia', (text: string) => {
    const query = { text, act: null as (() => void) | null }
    queries.push(query)
    return { addEventListener: (_: string, act: () => void) => (query.act = act), removeEventListener: () => (query.act = null) }
  })
  vi.stubGlobal('devicePixelRatio', 1)
  const act = vi.fn()
  const stop = watchPixelRatio(act)
  vi.stubGlobal('devicePixelRatio', 2)
  queries[0]!.act!()
  expect(queries.map(({ text }) => text)).toEqual(['(resolution: 1dppx)', '(resolution: 2dppx)'])
  expect([act.mock.calls.length, queries[0]!.act]).toEqual([1, null])
  stop()
  expect(queries[1]!.act).toBeNull()
})

it('tells a change that no event tells', () => {
  vi.useFakeTimers()
  vi.stubGlobal('matchMedia', undefined)
  vi.stubGlobal('devicePixelRatio', 1)
  const act = vi.fn()
  const stop = watchPixelRatio(act)
  vi.advanceTimersByTime(10_000)
  expect(act).not.toHaveBeenCalled()
  vi.stubGlobal('devicePixelRatio', 1.5)
  vi.advanceTimersByTime(3_000)
  expect(act).toHaveBeenCalledTimes(1)
  stop()
  vi.stubGlobal('devicePixelRatio', 2)
  vi.advanceTimersByTime(10_000)
  expect(act).toHaveBeenCalledTimes(1)
  vi.useRealTimers()
})

it.each([
  ['a canvas as large as the screen', 7680, 2160, 7680, 2160, 1],
  // 4096 / 7680 of both sides.
  ['a canvas cut to 4096 px', 4096, 1152, 7680, 2160, 0.284],
  ['a rounded size', 1000, 563, 1000, 563.4, 1],
  ['a hidden canvas', 0, 0, 0, 0, 1],
])('says which part of the pixels is drawn: %s', (_, width, height, clientWidth, clientHeight, share) => {
  vi.stubGlobal('devicePixelRatio', 1)
  expect(drawnPixelShare({ width, height, clientWidth, clientHeight })).toBeCloseTo(share, 3)
})

async function limitOf(limits: { side: number; viewport: [number, number] } | null) {
  const { canvasLimit } = await import('@/map/pixel-ratio')
  const lose = vi.fn()
  const gl = limits && {
    MAX_TEXTURE_SIZE: 'side', MAX_RENDERBUFFER_SIZE: 'side', MAX_VIEWPORT_DIMS: 'viewport',
    getParameter: (name: 'side' | 'viewport') => limits[name],
    getExtension: () => ({ loseContext: lose }),
  }
  const getContext = vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(gl as never)
  const limit = canvasLimit()
  getContext.mockRestore()
  return { limit, again: canvasLimit(), lost: lose.mock.calls.length }
}

it('draws as large as the graphics unit says, and gives the context back', async () => {
  expect(await limitOf({ side: 16_384, viewport: [16_384, 8_192] })).toEqual({ limit: [16_384, 8_192], again: [16_384, 8_192], lost: 1 })
})

it('stays with the usual limit where nothing can be asked', async () => {
  expect((await limitOf(null)).limit).toEqual([4096, 4096])
})
