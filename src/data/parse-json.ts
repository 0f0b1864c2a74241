import type { Checked } from '@/domain/finding'

/** Tokens of JSON (RFC 8259); strings are matched without nesting so that long ones cannot exhaust the stack. */
const SPACE = /[ \t\n\r]*/y
const STRING = /"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\u0000-\u001f]*)*"/y
const SCALAR = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.])/y
/** What programs write for a number that is none; not JSON. A string before it is skipped as a whole. */
const STRING_OR_NOT_A_NUMBER = /"[^"\\]*(?:\\[^][^"\\]*)*"|(?<![\w$])-?(?:NaN|Infinity|nan|inf)(?![\w$])/g

/**
 * Parse JSON, and if it is broken name the line and column, which engines do not always tell.
 *
 * A bare NaN or Infinity is no JSON, but many programs write it. It is read as a number that is not
 * finite, so that the feature that holds it can be named instead of the whole file.
 */
export function parseJson(text: string, file: string): Checked<unknown> {
  const body = text.startsWith('\uFEFF') ? text.slice(1) : text
  const direct = tryParse(body)
  if (direct) return { value: direct.value, findings: [] }
  const mended = body.replace(STRING_OR_NOT_A_NUMBER, (token) => (token.startsWith('"') ? token : '1e999'))
  const second = mended === body ? null : tryParse(mended)
  if (second) return { value: second.value, findings: [] }
  const { line, column, found } = locateJsonError(body)
  return {
    value: null,
    findings: [{ code: 'file-not-json', severity: 'error', file, feature: null, field: null, params: { line, column, found } }],
  }
}

function tryParse(text: string): { value: unknown } | null {
  try {
    return { value: JSON.parse(text) as unknown }
  } catch {
    return null
  }
}

/**
 * First place where a text stops being JSON.
 *
 * @returns Line and column from 1, and what stands there; `found` is empty at the end of the text.
 */
export function locateJsonError(text: string): { line: number; column: number; found: string } {
  const at = firstErrorIndex(text)
  const before = text.slice(0, at)
  const line = before.split('\n').length
  return { line, column: at - before.lastIndexOf('\n'), found: /^[^\n\r]{0,12}/.exec(text.slice(at))![0] }
}

/** Walks the tokens with an explicit stack of open brackets. */
function firstErrorIndex(text: string): number {
  const open: ('{' | '[')[] = []
  let expects: 'value' | 'value or ]' | 'key' | 'key or }' | 'comma or end' = 'value'
  let at = end(SPACE, text, 0)!
  while (at < text.length) {
    const sign = text[at]!
    let next: number | null = at + 1
    if (expects === 'comma or end') {
      const top = open.at(-1)
      if (sign === ',' && top) expects = top === '{' ? 'key' : 'value'
      else if ((sign === '}' && top === '{') || (sign === ']' && top === '[')) open.pop()
      else return at
    } else if ((sign === ']' && expects === 'value or ]') || (sign === '}' && expects === 'key or }')) {
      open.pop()
      expects = 'comma or end'
    } else if (expects === 'key' || expects === 'key or }') {
      const colon = end(SPACE, text, end(STRING, text, at) ?? -1)
      if (colon === null) return at
      if (text[colon] !== ':') return colon
      next = colon + 1
      expects = 'value'
    } else if (sign === '{' || sign === '[') {
      open.push(sign)
      expects = sign === '{' ? 'key or }' : 'value or ]'
    } else {
      next = end(STRING, text, at) ?? end(SCALAR, text, at)
      if (next === null) return at
      expects = 'comma or end'
    }
    at = end(SPACE, text, next)!
  }
  return text.length
}

/** Index after a token that starts exactly at `from`; null if it does not. */
function end(token: RegExp, text: string, from: number): number | null {
  if (from < 0) return null
  token.lastIndex = from
  return token.test(text) ? token.lastIndex : null
}
