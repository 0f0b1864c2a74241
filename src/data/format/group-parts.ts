import { LIMITS, megabytes } from '@/data/limits'
import { extensionOf, sniffFormat, type SniffedKind, type SniffProblem } from '@/data/format/sniff-format'
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
    const { kind, problem } = file.bytes.length > LIMITS.fileBytes ? { kind: null, problem: tooLarge(file) } : sniffFormat(file.bytes, file.name)
    if (kind !== 'shp' && kind !== 'dbf' && kind !== 'part') {
      places.push({ name: file.name, bytes: file.bytes, kind, problem, companions: new Map() })
      continue
    }
    const key = file.name.toLowerCase().replace(/\.[^./\\]*$/, '')
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

/** Shapes with their companions, or a table alone, or parts that say nothing without them. */
function shapefileOf(parts: Parts): ReadingTask {
  const [kind, main] = parts.has('shp') ? ['shp' as const, parts.get('shp')!] : parts.has('dbf') ? ['dbf' as const, parts.get('dbf')!] : [null, [...parts.values()][0]!]
  const companions = new Map([...parts].filter(([, file]) => file !== main).map(([extension, { bytes }]) => [extension, bytes]))
  return { name: main.name, bytes: main.bytes, kind, problem: kind ? null : { code: 'format-unknown', params: { kind: 'shapefile-part' } }, companions }
}

function tooLarge({ bytes }: DroppedFile): ReadingTask['problem'] {
  return { code: 'file-too-large', params: { found: megabytes(bytes.length), limit: megabytes(LIMITS.fileBytes) } }
}
