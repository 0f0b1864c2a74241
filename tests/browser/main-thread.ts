import type { Page } from 'playwright-core'

interface TraceEvent {
  name: string
  ph: string
  pid: number
  tid: number
  /** Thread time of the event, µs: what the processor worked on it, whatever else ran beside. */
  tdur?: number
  args?: { name?: string }
}

/**
 * The longest tasks of the page's own thread while something is done, ms of processor time, longest first.
 *
 * Time by the clock says little where two test files share two cores and the graphics card is played by one of them:
 * a task that waits for its turn looks long. The page is held up on a quiet machine as long as the processor works on it.
 */
export async function longestTasksMs(page: Page, act: () => Promise<void>): Promise<number[]> {
  const browser = page.context().browser()!
  await browser.startTracing(page, { categories: ['disabled-by-default-devtools.timeline'] })
  await act()
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] }
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`
  const mains = new Set(traceEvents.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain').map(threadOf))
  const tasks = traceEvents.filter((event) => event.ph === 'X' && event.name === 'RunTask' && mains.has(threadOf(event)))
  if (!tasks.some(({ tdur }) => tdur !== undefined)) throw new Error('this browser tells no processor time of tasks')
  return tasks.map(({ tdur }) => (tdur ?? 0) / 1000).sort((a, b) => b - a)
}
