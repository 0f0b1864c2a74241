import type { CrsChoice } from '@/domain/crs'

/** What a `.prj` says. `choice` is null with the reason in `problem`. */
export interface ParsedPrj {
  choice: CrsChoice | null
  /** Name of the system as written, empty if there is none. */
  name: string
  /** `needs-parameters`: Beijing 1954 or Xian 1980, which only seven local parameters join to WGS 84. */
  problem: null | 'needs-parameters' | 'not-understood'
}

export function parsePrj(text: string): ParsedPrj {
  return { choice: null, name: text.slice(0, 0), problem: 'not-understood' }
}
