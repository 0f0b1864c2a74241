/**
 * MapLibre cuts tiles in a worker. If that dies, no event says so and the old picture stays, so it is asked now and
 * then whether it lives.
 */
export interface HeartbeatPlan {
  /** True if the worker answers within so many ms. */
  ping(timeoutMs: number): Promise<boolean>
  /** True if something came from the worker since this was last asked. */
  hasSpoken(): boolean
  /** Put a new worker in its place, unless it answers after all. May reject. */
  revive(): Promise<void>
  /** It is silent; told once until `alive`. */
  silent(): void
  /** It answers again. */
  alive(): void
  /** New workers are silent too; nothing more is asked. */
  giveUp(): void
}

/** Silence is noticed after `BEAT_MS` + 2 `ANSWER_MS` at the latest. */
const BEAT_MS = 8_000
/** A worker on a slow machine may be busy with one large tile for seconds; a false alarm costs it all its work. */
const ANSWER_MS = 5_000
/** After a new worker was started, it is asked sooner. */
const REVIVED_MS = 500
const MAX_REVIVALS = 3

/**
 * Watch the worker while the page is seen.
 *
 * It counts as silent when it answers none of two questions and nothing else comes from it meanwhile: an answer waits
 * behind the tiles that were asked for before, and a timer may fire before an answer that is already there.
 *
 * @returns A function that ends it.
 */
export function watchWorker(plan: HeartbeatPlan): () => void {
  let isGone = false
  let revivals = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  const rest = (ms: number) => {
    timer = setTimeout(() => void beat(), ms)
  }
  const answers = async () => (await plan.ping(ANSWER_MS)) || plan.hasSpoken()

  async function beat(): Promise<void> {
    // A hidden page gets few timers and no frames: its silence says nothing.
    if (document.hidden) return rest(BEAT_MS)
    plan.hasSpoken()
    const isAlive = (await answers()) || document.hidden || (await answers())
    if (isGone) return
    if (isAlive) {
      if (revivals > 0) plan.alive()
      revivals = 0
      return rest(BEAT_MS)
    }
    if (revivals >= MAX_REVIVALS) return plan.giveUp()
    if (revivals++ === 0) plan.silent()
    // One that cannot even be started is silent too: the next beat counts it.
    await plan.revive().catch((error: unknown) => console.error(error))
    if (!isGone) rest(REVIVED_MS)
  }

  rest(BEAT_MS)
  return () => {
    isGone = true
    clearTimeout(timer)
  }
}
