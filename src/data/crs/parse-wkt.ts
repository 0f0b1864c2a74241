/** One element of well-known text: `SPHEROID["CGCS2000",6378137,298.257222101]`. */
export interface WktNode {
  /** In capitals. */
  keyword: string
  /** Texts, numbers and bare words (`NORTH`) in their order. */
  values: (string | number)[]
  children: WktNode[]
}

/** No text of a real system is longer or deeper. */
const MAX_CHARACTERS = 20_000
const MAX_DEPTH = 20
const TOKEN = /\s*(?:([A-Za-z_][A-Za-z0-9_]*)|"((?:[^"]|"")*)"|([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)|([[\](),]))/y

/**
 * Well-known text of a coordinate system as a tree; null if it is none. Reads version 1 of ESRI and of OGC (01-009) and
 * version 2 (ISO 19162) alike, for what differs is the words only.
 */
export function parseWkt(text: string): WktNode | null {
  if (text.length > MAX_CHARACTERS) return null
  const pattern = new RegExp(TOKEN)
  const stack: WktNode[] = []
  let word: string | null = null
  let root: WktNode | null = null
  const end = text.trimEnd().length
  let at = /^[﻿\s]*/.exec(text)![0].length
  while (at < end) {
    if (root) return null
    pattern.lastIndex = at
    const match = pattern.exec(text)
    if (!match) return null
    at = pattern.lastIndex
    const [, name, quoted, number, sign] = match
    const open = stack.at(-1)
    if (sign === '[' || sign === '(') {
      if (word === null || stack.length >= MAX_DEPTH) return null
      const node: WktNode = { keyword: word.toUpperCase(), values: [], children: [] }
      open?.children.push(node)
      stack.push(node)
      word = null
      continue
    }
    // A word that no bracket follows is a value such as NORTH.
    if (word !== null) {
      if (!open) return null
      open.values.push(word)
      word = null
    }
    if (name !== undefined) word = name
    else if (!open) return null
    else if (quoted !== undefined) open.values.push(quoted.replaceAll('""', '"'))
    else if (number !== undefined) open.values.push(Number(number))
    else if (sign !== ',') {
      stack.pop()
      if (stack.length === 0) root = open
    }
  }
  return root
}

/** First element with one of these keywords, the nearest to the root first; null if there is none. */
export function findWkt(node: WktNode, ...keywords: string[]): WktNode | null {
  for (let level = [node]; level.length > 0; level = level.flatMap((each) => each.children)) {
    const found = level.find((each) => keywords.includes(each.keyword))
    if (found) return found
  }
  return null
}
