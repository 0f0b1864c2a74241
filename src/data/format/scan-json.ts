import { LIMITS } from '@/data/limits'

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
  /** The scan ends where it becomes too deep or too wide. */
  isTooDeep: boolean
  /** True if one object has more members than ten times the columns there may be. */
  isTooWide: boolean
  /** At most one per feature, and one outside of features. */
  duplicates: DuplicateMember[]
  /** Entries with brackets of the list `features` of the outermost object. */
  featureCount: number
  listCount: number
  objectCount: number
}

const QUOTE = 0x22
const BACKSLASH = 0x5c
const COMMA = 0x2c
const COLON = 0x3a
const LINE_FEED = 0x0a
/** Up to this many names a list is searched faster than a set is made. */
const SHORT_LIST = 16
const MAX_MEMBERS = LIMITS.columns * 10

/**
 * What `JSON.parse` does not tell, or only after it has spent the memory: brackets nested too deep, how many there are,
 * and members that stand twice, of which it takes the last.
 *
 * One pass over the text without recursion; a text that is no JSON is scanned as far as it goes.
 */
export function scanJson(text: string): JsonScan {
  const objects: (MemberNames | null)[] = []
  const duplicates = new Map<number | null, DuplicateMember>()
  let line = 1
  let feature = 0
  let featureCount = 0
  let listCount = 0
  let objectCount = 0
  const answer = (isTooDeep: boolean, isTooWide = false): JsonScan => ({ isTooDeep, isTooWide, duplicates: [...duplicates.values()], featureCount, listCount, objectCount })
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
      if (names.count > MAX_MEMBERS) return answer(false, true)
      if (!names.add(name)) {
        const place = objects.length > 2 && rootName === 'features' && objects[1] === null ? feature : null
        const known = duplicates.get(place)
        if (known) known.places++
        else duplicates.set(place, { feature: place, name, line, places: 1 })
      }
    } else if (sign === 0x7b || sign === 0x5b) {
      if (objects.length === 1) feature = 0
      if (objects.length === 2 && objects[1] === null && rootName === 'features') featureCount = Math.max(featureCount, ++feature)
      if (objects.length >= LIMITS.depth) return answer(true)
      const isObject = sign === 0x7b
      if (isObject) objectCount++
      else listCount++
      objects.push(isObject ? new MemberNames() : null)
    } else if (sign === 0x7d || sign === 0x5d) objects.pop()
    else if (sign === LINE_FEED) line++
    if (sign === COMMA) lastString = null
  }
  return answer(false)
}

/** Names in one object. Most objects have few. */
class MemberNames {
  private readonly list: string[] = []
  private set: Set<string> | null = null
  /** With those that stand twice. */
  count = 0

  /** False if the name is there already. */
  add(name: string): boolean {
    this.count++
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
