const SEPARATOR = '\u001e'

/**
 * Objects that stand one after the other as the features of one collection, each on the line where it was: text sequences
 * (RFC 8142, with record separators) and one object per line (GeoJSONL, NDJSON). Null for any other text.
 */
export function sequenceText(text: string): string | null {
  const start = text.search(/\S/)
  if (text[start] === SEPARATOR) return collectionOf(text.slice(start).split(SEPARATOR).slice(1), '')
  const end = text.indexOf('\n', start)
  // A text over many lines is told from a sequence by its first line, so that a large one is not taken apart for nothing.
  if (end < 0 || !isObject(text.slice(start, end)) || text.slice(end).trim() === '') return null
  return collectionOf(text.slice(0, text.trimEnd().length).split('\n'), '\n')
}

function isObject(line: string): boolean {
  try {
    return line.startsWith('{') && typeof JSON.parse(line) === 'object'
  } catch {
    return false
  }
}

function collectionOf(texts: readonly string[], gap: string): string {
  let hasOne = false
  const members = texts.map((text) => {
    if (text.trim() === '') return text
    const member = hasOne ? `,${text}` : text
    hasOne = true
    return member
  })
  return `{"type":"FeatureCollection","features":[${members.join(gap)}]}`
}
