import { LIMITS, megabytes } from '@/data/limits'
import { extensionOf, PART_EXTENSIONS, sniffFormat, type SniffedKind, type SniffProblem } from '@/data/format/sniff-format'
import type { Finding } from '@/domain/finding'
import type { DroppedFile } from '@/domain/source-file'

/** Something to be read by one reader, or why it cannot be. */
export interface ReadingTask {
  name: string
  bytes: Uint8Array
  /** Null if there is a problem. A `.dbf` without its `.shp` is a task of its own kind. */
  kind: Exclude<SniffedKind, 'part'> | null
  problem: SniffProblem | { code: 'file-too-large'; params: Finding['params'] } | null
  /** Other parts of a shapefile by extension. */
  companions: ReadonlyMap<string, Uint8Array>
}

type Parts = Map<string, DroppedFile>

/**
 * What to read of files that were handed over together. Parts of a shapefile are joined by folder and name, capitals or
 * not, and take the place of the first of them. Parts that nobody needs are left out beside a shapefile.
 */
export function groupParts(files: readonly DroppedFile[]): ReadingTask[] {
  const places: (ReadingTask | Parts)[] = []
  const shapefiles = new Map<string, Parts[]>()
  for (const file of files) {
    const { kind, problem } = file.bytes.length > LIMITS.fileBytes ? { kind: null, problem: tooLarge(file) }
      : isEmptyPart(file, files) ? { kind: 'part' as const, problem: null } : sniffFormat(file.bytes, file.name)
    if (kind !== 'shp' && kind !== 'dbf' && kind !== 'part') {
      places.push({ name: file.name, bytes: file.bytes, kind, problem, companions: new Map() })
      continue
    }
    const key = stemOf(file)
    const groups = shapefiles.get(key) ?? []
    // Known by its content: a shape called .dat is a .shp.
    const extension = kind === 'part' ? extensionOf(file.name) : kind
    let parts = groups.find((each) => !each.has(extension))
    if (!parts) {
      parts = new Map()
      groups.push(parts)
      places.push(parts)
    }
    parts.set(extension, file)
    shapefiles.set(key, groups)
  }
  const isSidePart = (task: ReadingTask): boolean => shapefiles.size > 0 && task.problem?.params['kind'] === 'shapefile-part'
  return places.flatMap((place) => (place instanceof Map ? [shapefileOf(place)] : isSidePart(place) ? [] : [place]))
}

const stemOf = ({ name }: DroppedFile): string => name.toLowerCase().replace(/\.[^./\\]*$/, '')

/** An empty `.prj` or `.cpg` beside its `.shp` says nothing, and is no file of its own that is wrong. */
function isEmptyPart(file: DroppedFile, files: readonly DroppedFile[]): boolean {
  const extension = extensionOf(file.name)
  if (file.bytes.length > 0 || extension === 'shp' || !PART_EXTENSIONS.includes(extension)) return false
  return files.some((other) => extensionOf(other.name) === 'shp' && other.bytes.length > 0 && stemOf(other) === stemOf(file))
}

/** Shapes with their companions, or a table alone, or parts that say nothing without them. */
function shapefileOf(parts: Parts): ReadingTask {
  const [kind, main] = parts.has('shp') ? ['shp' as const, parts.get('shp')!] : parts.has('dbf') ? ['dbf' as const, parts.get('dbf')!] : [null, [...parts.values()][0]!]
  const companions = new Map([...parts].filter(([, file]) => file !== main).map(([extension, { bytes }]) => [extension, bytes]))
  return { name: main.name, bytes: main.bytes, kind, problem: kind ? null : { code: 'format-unknown', params: { kind: 'shapefile-part' } }, companions }
}

function tooLarge({ bytes }: DroppedFile): ReadingTask['problem'] {
  return { code: 'file-too-large', params: { found: megabytes(bytes.length), limit: megabytes(LIMITS.fileBytes) } }
}
