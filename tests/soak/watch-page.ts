import type { CDPSession, Page } from 'playwright-core'

/** What a page holds at one moment of a soak, after forced collection. */
export interface Sample {
  change: number
  heapBytes: number
  nodes: number
  listeners: number
  workers: number
  webglContexts: number
  /** Charts that live in the page, and canvases with a flat context that live anywhere. */
  charts: number
  flatCanvases: number
}

/** Remember every graphics context that is made, without keeping it alive. To be run before the page's own code. */
export async function countContexts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const made: { kind: string; context: WeakRef<object> }[] = []
    Object.assign(window, { madeContexts: made })
    const getContext = HTMLCanvasElement.prototype.getContext
    const counted = function (this: HTMLCanvasElement, kind: string, ...rest: unknown[]) {
      const context: unknown = Reflect.apply(getContext, this, [kind, ...rest])
      if (context && !made.some((one) => one.context.deref() === context)) made.push({ kind, context: new WeakRef(context as object) })
      return context
    }
    Object.assign(HTMLCanvasElement.prototype, { getContext: counted })
  })
}

/** Force collection and count. */
export async function takeSample(page: Page, session: CDPSession, change: number): Promise<Sample> {
  // Twice: what the first collection frees may hold more through weak references.
  await session.send('HeapProfiler.collectGarbage')
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters')
  const inPage = await page.evaluate(() => {
    const made = Reflect.get(window, 'madeContexts') as { kind: string; context: WeakRef<object> }[]
    const alive = made.flatMap(({ kind, context }) => {
      const living = context.deref()
      return living ? [{ kind, living }] : []
    })
    const isLost = (context: object): boolean => 'isContextLost' in context && (context as WebGLRenderingContext).isContextLost()
    return {
      webglContexts: alive.filter(({ kind, living }) => kind.startsWith('webgl') && !isLost(living)).length,
      flatCanvases: alive.filter(({ kind }) => kind === '2d').length,
      charts: document.querySelectorAll('[_echarts_instance_]').length,
    }
  })
  return { change, heapBytes: usedSize, nodes, listeners: jsEventListeners, workers: page.workers().length, ...inPage }
}
