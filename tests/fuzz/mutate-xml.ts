import { integerBetween, pick, type Random } from '@/cli/synthesize/random'
import { NUMBER_TEXTS, type Mutate } from './mutate-bytes'

const TEXTS = ['', ' ', '&amp;', '&lt;b&gt;', '&nbsp;', '&#0;', '<![CDATA[<b>]]>', '119.2,36.4', '1,2,3,4', '1,2 '.repeat(3000), ' '.repeat(20_000), 'x'.repeat(40_000), '__proto__', 'constructor', '9999999', '-1', '\u0001', '\ufffe', '红']
const INSERTS = ['<!DOCTYPE x>', '<!-- x -->', '<?x y?>', '<![CDATA[x]]>', '<a/>', '<a>', '</a>', '<x:y z="1"/>', '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>', '<c><v>1</v></c>', '<Placemark>', '<coordinates>1,2</coordinates>', '<Folder>', '<name>x</name>', '<f/>', '<si/>']

/** One change of the elements of a document: taken out, doubled, swapped, nested, with other texts and attributes. */
export const mutateXml: Mutate = (random, bytes) => {
  const parts = new TextDecoder().decode(bytes).match(/<[^>]*>|[^<]+/g) ?? ['']
  const at = Math.floor(random() * parts.length)
  const other = Math.floor(random() * parts.length)
  const way = integerBetween(random, 0, 13)
  if (way === 0) parts.splice(at, integerBetween(random, 1, 3))
  else if (way === 1) parts.splice(at, 0, ...parts.slice(other, other + integerBetween(random, 1, 12)))
  else if (way === 2) [parts[at], parts[other]] = [parts[other]!, parts[at]!]
  else if (way === 3) parts.splice(at, 0, pick(random, INSERTS))
  else if (way === 4) parts.splice(at, 0, '<a>'.repeat(70), '</a>'.repeat(70))
  else if (way === 5) parts.splice(at, 0, ...repeated(parts.slice(at, at + 4), random() < 0.1 ? 500 : 5))
  else if (way <= 7) changeElement(random, parts, at)
  else if (way <= 10) {
    const tag = nextPart(parts, at, (part) => part.includes('="'))
    parts[tag] = withAttribute(random, parts[tag]!)
  } else parts[nextPart(parts, at, (part) => !part.startsWith('<') && part.trim() !== '')] = random() < 0.6 ? pick(random, NUMBER_TEXTS) : pick(random, TEXTS)
  return new TextEncoder().encode(parts.join(''))
}

/** Takes a whole element out, doubles it, or puts it somewhere else: the document stays well-formed. */
function changeElement(random: Random, parts: string[], from: number): void {
  const start = nextPart(parts, from, (part) => /^<[\w:]/.test(part))
  let depth = 0
  let end = start
  for (; end < parts.length; end++) {
    const part = parts[end]!
    if (/^<[\w:]/.test(part) && !part.endsWith('/>')) depth++
    else if (part.startsWith('</')) depth--
    if (depth <= 0) break
  }
  const element = parts.slice(start, end + 1)
  const way = random()
  if (way < 0.6) parts.splice(start, 0, ...repeated(element, random() < 0.02 ? 500 : 1))
  else parts.splice(start, element.length)
  if (way > 0.8) parts.splice(Math.floor(random() * parts.length), 0, ...element)
}

/** The next part of a kind, from a place on and round. */
function nextPart(parts: readonly string[], from: number, isWanted: (part: string) => boolean): number {
  for (let step = 0; step < parts.length; step++) if (isWanted(parts[(from + step) % parts.length]!)) return (from + step) % parts.length
  return from
}

function withAttribute(random: Random, tag: string): string {
  const value = random() < 0.5 ? pick(random, NUMBER_TEXTS) : pick(random, ['', 'A1', '1', '2', 'name', 'folder', '__proto__', 'XFD1048576', 'ZZZ1', 'A0', 's', 'str', 'inlineStr', 'e', 'd', 'b', '1', '__proto__', 'hidden', 'rId1', '../../x', 'yyyy"', '[h', '0%', 'constructor'])
  const attributes = [...tag.matchAll(/([\w:]+)="[^"]*"/g)]
  if (attributes.length === 0 || random() < 0.2) return tag.replace(/^<([\w:]+)/, `<$1 ${pick(random, ['r', 't', 's', 'ref', 'name', 'id', 'lat', 'lon', 'x:id', 'count'])}="${value}"`)
  const { index, 0: whole, 1: name } = pick(random, attributes)
  return random() < 0.2 ? tag.slice(0, index) + tag.slice(index + whole.length) : `${tag.slice(0, index)}${name}="${value}"${tag.slice(index + whole.length)}`
}

const repeated = (parts: readonly string[], times: number): string[] => Array.from({ length: times }, () => parts).flat()
