const KEY = 'renovation-map.reloads'
const HOUR_MS = 3_600_000
export const RELOADS_PER_HOUR = 3

export interface ReloadGuard {
  /** Enter a reload that is about to happen. False if there were too many in the last hour: then it must not happen. */
  admit(nowMs: number): boolean
}

/**
 * Counts the reloads that the program makes by itself, across these reloads: a fault that a reload does not heal must
 * not make a wall flicker for ever.
 *
 * Where nothing can be kept, a page that came by a reload makes none in its first hour: then one an hour is the most.
 *
 * @param cameByReload - Whether this page came by a reload.
 * @param openedAtMs - When this page was opened, ms since 1970.
 */
export function createReloadGuard(cameByReload: boolean, openedAtMs: number): ReloadGuard {
  let remembered: readonly number[] = []
  return {
    admit(nowMs) {
      const kept = load()
      // A clock that was set back must not leave reloads in the future, which would count for days: they are as of now.
      const recent = [...(kept ?? []), ...remembered].map((atMs) => Math.min(atMs, nowMs)).filter((atMs) => nowMs - atMs < HOUR_MS)
      if (recent.length >= RELOADS_PER_HOUR) {
        if (kept?.some((atMs) => atMs > nowMs)) save(recent)
        return false
      }
      if (kept !== null && save([...recent, nowMs])) {
        remembered = []
        return true
      }
      if (cameByReload && Math.abs(nowMs - openedAtMs) < HOUR_MS) return false
      remembered = [...remembered, nowMs]
      return true
    },
  }
}

/** Null if the browser keeps nothing for this page. */
function load(): number[] | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(kept) ? kept.filter((entry): entry is number => Number.isFinite(entry)) : []
  } catch (error) {
    return error instanceof SyntaxError ? [] : null
  }
}

function save(times: readonly number[]): boolean {
  try {
    localStorage.setItem(KEY, JSON.stringify(times))
    return true
  } catch {
    return false
  }
}
