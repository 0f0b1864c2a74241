import { LIMITS } from '@/data/format/limits'

/** A member that stands more than once in its object. */
export interface DuplicateMember {
  /** Number of the feature from 1 that holds it, null outside of features. */
  feature: number | null
  name: string
  /** Line of the second one, from 1. */
  line: number
  /** How many there are in this feature, or outside of all features. */
  places: number
}

export interface JsonScan {
  isTooDeep: boolean
  /** At most one per feature, and one outside of features. */
  duplicates: DuplicateMember[]
}

const QUOTE = 0x22
const BACKSLASH = 0x5c
const COMMA = 0x2c
const COLON = 0x3a
const LINE_FEED = 0x0a
/** Up to this many names a list is searched faster than a set is made. */
const SHORT_LIST = 16

/**
 * What `JSON.parse` does not tell: brackets nested too deep, and members that stand twice, of which it takes the last.
 *
 * One pass over the text without recursion; a text that is no JSON is scanned as far as it goes.
 */
export function scanJson(text: string): JsonScan {
  const objects: (MemberNames | null)[] = []
  const duplicates = new Map<number | null, DuplicateMember>()
  let line = 1
  let feature = 0
  let rootName = ''
  let lastString: { from: number; to: number } | null = null
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at)
    if (sign === QUOTE) {
      const to = stringEnd(text, at)
      lastString = { from: at, to }
      at = to
    } else if (sign === COLON) {
      const names = objects.at(-1)
      if (!names || !lastString) continue
      const name = nameOf(text, lastString.from, lastString.to)
      if (objects.length === 1) rootName = name
      if (!names.add(name)) {
        const place = objects.length > 2 && rootName === 'features' && objects[1] === null ? feature : null
        const known = duplicates.get(place)
        if (known) known.places++
        else duplicates.set(place, { feature: place, name, line, places: 1 })
      }
    } else if (sign === 0x7b || sign === 0x5b) {
      if (objects.length === 2) feature += objects[1] === null ? 1 : 0
      if (objects.length === 1) feature = 0
      if (objects.length >= LIMITS.depth) return { isTooDeep: true, duplicates: [...duplicates.values()] }
      objects.push(sign === 0x7b ? new MemberNames() : null)
    } else if (sign === 0x7d || sign === 0x5d) objects.pop()
    else if (sign === LINE_FEED) line++
    if (sign === COMMA) lastString = null
  }
  return { isTooDeep: false, duplicates: [...duplicates.values()] }
}

/** Names in one object. Most objects have few. */
class MemberNames {
  private readonly list: string[] = []
  private set: Set<string> | null = null

  /** False if the name is there already. */
  add(name: string): boolean {
    if (this.set ? this.set.has(name) : this.list.includes(name)) return false
    if (this.set) this.set.add(name)
    else if (this.list.push(name) > SHORT_LIST) this.set = new Set(this.list)
    return true
  }
}

/** Index of the closing quote of the string that opens at `from`; the last index of the text if there is none. */
function stringEnd(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at++) {
    const sign = text.charCodeAt(at)
    if (sign === QUOTE) return at
    if (sign === BACKSLASH) at++
  }
  return text.length - 1
}

/** `a` and `\u0061` are the same name. */
function nameOf(text: string, from: number, to: number): string {
  const raw = text.slice(from + 1, to)
  if (!raw.includes('\\')) return raw
  try {
    return JSON.parse(text.slice(from, to + 1)) as string
  } catch {
    return raw
  }
}
