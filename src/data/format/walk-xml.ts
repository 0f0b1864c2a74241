import { SaxesParser } from 'saxes'
import { LIMITS } from '@/data/limits'

/** What is told of a document, in its order. Names are without prefix, so strict and older namespaces read alike. */
export interface XmlVisitor {
  /** Attributes have their names as written, prefix included; the object has no prototype. */
  open(name: string, attributes: Readonly<Record<string, string>>): void
  /** Text or CDATA; an element's text may come in several pieces. */
  text(text: string): void
  close(name: string): void
  /** True once nothing more is wanted: the rest is neither read nor judged. */
  isDone?(): boolean
}

/** Why a document was not read to its end. */
export type XmlProblem =
  | { code: 'xml-doctype'; params: Record<string, never> }
  | { code: 'xml-broken'; params: { line: number; problem: string } }

const CHUNK = 65_536
/** The only entities there are, in an object that has nothing else: the parser's own one knows `constructor` too. */
const ENTITIES = Object.assign(Object.create(null) as Record<string, string>, { amp: '&', gt: '>', lt: '<', quot: '"', apos: "'" })

/** Ends the walk from inside a handler: the parser itself would go on after an error. */
class WalkEnd extends Error {
  readonly problem: XmlProblem
  constructor(problem: XmlProblem) {
    super(problem.code)
    this.problem = problem
  }
}

/**
 * Walk through a document once, in linear time and without building a tree. No DOCTYPE, so no entities beyond the
 * five of XML and nothing loaded from elsewhere; at most 64 elements inside each other.
 *
 * @returns the first problem, null if the document is well-formed (or the visitor had enough).
 */
export function walkXml(chunks: string | Iterable<string>, visitor: XmlVisitor): XmlProblem | null {
  const parser = new SaxesParser()
  parser.ENTITIES = ENTITIES
  let depth = 0
  let skippedLines = 0
  const end = (problem: XmlProblem): never => { throw new WalkEnd(problem) }
  const broken = (problem: string) => end({ code: 'xml-broken', params: { line: skippedLines + parser.line, problem } })
  parser.on('doctype', () => end({ code: 'xml-doctype', params: {} }))
  parser.on('error', (error) => broken(problemOf(error.message)))
  parser.on('opentagstart', () => {
    if (++depth > LIMITS.depth) broken('depth')
  })
  parser.on('opentag', ({ name, attributes }) => visitor.open(localName(name), attributes))
  parser.on('text', (text) => visitor.text(text))
  parser.on('cdata', (text) => visitor.text(text))
  parser.on('closetag', ({ name }) => {
    depth--
    visitor.close(localName(name))
  })
  try {
    let isStart = true
    for (const piece of typeof chunks === 'string' ? piecesOf(chunks) : chunks) {
      if (isStart && hasDoctype(piece)) return { code: 'xml-doctype', params: {} }
      // Blank lines before the declaration are an error in XML and common all the same.
      const text: string = isStart ? piece.trimStart() : piece
      if (isStart) skippedLines += piece.slice(0, piece.length - text.length).split('\n').length - 1
      isStart &&= text === ''
      parser.write(text)
      if (visitor.isDone?.()) return null
    }
    parser.close()
    return null
  } catch (error) {
    if (error instanceof WalkEnd) return typeof chunks === 'string' ? withAmpersand(error.problem, chunks) : error.problem
    throw error
  }
}

/** The name of an element or attribute without its prefix. */
export function localName(name: string): string {
  const at = name.indexOf(':')
  return at < 0 ? name : name.slice(at + 1)
}

/**
 * True if a DOCTYPE stands before the root element, also behind comments and instructions. Looked for before anything is
 * parsed; one that stands beyond the first piece is met by the parser's own event.
 */
function hasDoctype(text: string): boolean {
  let at = 0
  for (;;) {
    const start = text.indexOf('<', at)
    if (start < 0) return false
    if (text.startsWith('<!--', start)) at = endOf(text, '-->', start + 4)
    else if (text.startsWith('<?', start)) at = endOf(text, '?>', start + 2)
    else return text.slice(start, start + 9).toUpperCase() === '<!DOCTYPE'
  }
}

function endOf(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from)
  return found < 0 ? text.length : found + mark.length
}

/** Behind a `&` that stands alone the parser looks for a semicolon up to the end, and then misses the end of everything. */
function withAmpersand(problem: XmlProblem, text: string): XmlProblem {
  if (problem.code !== 'xml-broken' || problem.params.problem !== 'unclosed') return problem
  for (const match of text.matchAll(/<!\[CDATA\[[^]*?(?:\]\]>|$)|<!--[^]*?(?:-->|$)|&(?!#?\w{1,32};)/g)) {
    if (match[0] === '&') return { code: 'xml-broken', params: { line: text.slice(0, match.index).split('\n').length, problem: 'entity' } }
  }
  return problem
}

function* piecesOf(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += CHUNK) yield text.slice(at, at + CHUNK)
}

/** The parser's own words as one of a few that can be said in two languages. */
function problemOf(message: string): string {
  if (/unclosed|unexpected end/.test(message)) return 'unclosed'
  if (/unmatched|unexpected close/i.test(message)) return 'mismatch'
  if (/entity/.test(message)) return 'entity'
  if (/disallowed character/.test(message)) return 'character'
  if (/root element/.test(message)) return 'root'
  return 'syntax'
}
