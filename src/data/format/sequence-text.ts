import { LIMITS } from '@/data/limits'

const SEPARATOR = '\u001e'
/** Blank lines between two objects, in characters. */
const LOOK = 100
const MAX_LINE = 1_000_000

/**
 * Objects that stand one after the other as the features of one collection, each on the line where it was: text sequences
 * (RFC 8142, with record separators) and one object per line (GeoJSONL, NDJSON). Null for any other text.
 */
export function sequenceText(text: string): string | null {
  const start = text.search(/\S/)
  if (text[start] === SEPARATOR) return collectionOf(text, start + 1, SEPARATOR)
  const end = text.indexOf('\n', start)
  // No text over many lines goes on with another object behind the end of one, so that a large one is not taken apart for nothing.
  if (end < 0 || !/^\s*\{/.test(text.slice(end, end + LOOK)) || !isObject(text.slice(start, end).trimEnd())) return null
  return collectionOf(text, 0, '\n')
}

/** A long line is not taken apart before it is known to be within limits. */
function isObject(line: string): boolean {
  if (!line.startsWith('{') || !line.endsWith('}')) return false
  if (line.length > MAX_LINE) return true
  try {
    return typeof JSON.parse(line) === 'object'
  } catch {
    return false
  }
}

/** What lies beyond the features there may be is left out: with so many the text is refused. */
function collectionOf(text: string, start: number, separator: string): string {
  const members: string[] = []
  let from = start
  for (let at = start; at < text.length && members.length <= LIMITS.rows;) {
    const found = text.indexOf(separator, at)
    const end = found < 0 ? text.length : found
    if (text.slice(at, end).trim() !== '') {
      members.push(text.slice(from, end))
      from = end
    }
    at = end + 1
    if (separator === SEPARATOR) from = at
  }
  return `{"type":"FeatureCollection","features":[${members.join()}]}`
}
