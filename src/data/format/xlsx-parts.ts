import { localName, walkXml, type XmlProblem, type XmlVisitor } from '@/data/format/walk-xml'

const CHUNK = 262_144

/** Parts of a workbook by path without leading slash, in lower case: some programs write other capitals than they refer to. */
export type Parts = ReadonlyMap<string, Uint8Array>

/** Walk through a part without holding its text: UTF-8, or UTF-16 by its mark. */
export function walkPart(bytes: Uint8Array, visitor: XmlVisitor): XmlProblem | null {
  return walkXml(decoded(bytes), visitor)
}

function* decoded(bytes: Uint8Array): Generator<string> {
  const label = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
  const decoder = new TextDecoder(label)
  for (let at = 0; at < bytes.length; at += CHUNK) yield decoder.decode(bytes.subarray(at, at + CHUNK), { stream: true })
  yield decoder.decode()
}

/** A visitor that only looks at elements as they open. */
export function onOpen(open: XmlVisitor['open']): XmlVisitor {
  return { open, text: () => undefined, close: () => undefined }
}

/** Value of an attribute whatever its prefix. `id` with a prefix is another than `id` without: it refers to a part. */
export function referenceOf(attributes: Readonly<Record<string, string>>): string | null {
  const name = Object.keys(attributes).find((key) => key.includes(':') && localName(key) === 'id')
  return name === undefined ? null : attributes[name]!
}

/** True for what XML Schema calls true. */
export const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true'

export interface Relationship {
  /** Last word of its type: `worksheet`, `sharedStrings`. The namespaces of the strict form differ before it. */
  kind: string
  /** Path of the part. */
  path: string
}

/** Relationships of a part by id; none if it has no list of them. */
export function readRelationships(parts: Parts, part: string): { byId: Map<string, Relationship>; problem: XmlProblem | null } {
  const folder = part.slice(0, part.lastIndexOf('/') + 1)
  const bytes = parts.get(`${folder}_rels/${part.slice(folder.length)}.rels`.toLowerCase())
  const byId = new Map<string, Relationship>()
  const problem = bytes ? walkPart(bytes, onOpen((name, { Id, Type, Target, TargetMode }) => {
    if (name !== 'Relationship' || Id === undefined || Type === undefined || Target === undefined || TargetMode === 'External') return
    byId.set(Id, { kind: Type.slice(Type.lastIndexOf('/') + 1), path: resolvePath(folder, Target) })
  })) : null
  return { byId, problem }
}

/** A target relative to a folder; an absolute one begins with a slash. */
function resolvePath(folder: string, target: string): string {
  const path: string[] = []
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') path.pop()
    else if (step !== '' && step !== '.') path.push(step)
  }
  return path.join('/').toLowerCase()
}
