import { readZip } from '@/data/archive/read-zip'
import { shown } from '@/data/check-fields'
import { groupParts, type ReadingTask } from '@/data/format/group-parts'
import type { Reader } from '@/data/format/reader'
import type { Finding } from '@/domain/finding'
import type { DroppedFile, Encoding, SourceFile } from '@/domain/source-file'

export interface ReadingOptions {
  /** Chosen by a person, by file id. */
  encodings: Readonly<Record<string, Encoding>>
  /** Called before each file is read and once at the end; 0 to 1, with the name of the file. */
  onProgress?: (doneShare: number, fileName: string) => void
}

/** A reader is fetched when a file needs it. */
const READERS: Readonly<Record<Exclude<NonNullable<ReadingTask['kind']>, 'zip'>, () => Promise<Reader>>> = {
  geojson: async () => (await import('@/data/format/read-geojson')).readGeojson,
  mapping: async () => (await import('@/data/import/read-mapping')).readMapping,
  csv: async () => (await import('@/data/format/read-csv')).readCsv,
  xlsx: async () => (await import('@/data/format/read-xlsx')).readXlsx,
  kml: async () => (await import('@/data/format/read-kml')).readKml,
  kmz: async () => (await import('@/data/format/read-kmz')).readKmz,
  gpx: async () => (await import('@/data/format/read-gpx')).readGpx,
  shp: async () => (await import('@/data/format/read-shapefile')).readShapefile,
  dbf: async () => (await import('@/data/format/read-shapefile')).readShapefile,
}

/** Files beside data in an archive that are there to be read by people. */
const NOTE = /\.(txt|md|pdf|docx?|jpe?g|png|html?|xml)$|(^|\/)(readme|licen[cs]e|说明|备注)[^/]*$/i
const NAMED_NOTES = 3

/**
 * Read files that were handed over together: parts of shapefiles are joined, archives unpacked, formats known by content.
 *
 * Never throws for bad data: whatever cannot be read is a source without layers and with a finding. The same files in
 * the same order give the same sources with the same ids.
 */
export async function readSources(files: readonly DroppedFile[], { encodings, onProgress }: ReadingOptions): Promise<SourceFile[]> {
  const ids = new Set<string>()
  const sources: SourceFile[] = []
  const tasks = groupParts(files)
  const total = Math.max(1, tasks.reduce((sum, task) => sum + sizeOf(task), 0))
  let done = 0
  for (const task of tasks) {
    onProgress?.(done / total, task.name)
    sources.push(...(task.kind === 'zip' ? await readArchive(task, ids, encodings) : [await readTask(task, ids, encodings)]))
    done += sizeOf(task)
  }
  onProgress?.(1, '')
  return sources
}

const sizeOf = ({ bytes, companions }: ReadingTask): number => [...companions.values()].reduce((sum, part) => sum + part.length, bytes.length)

/** Sources of an archive; one without layers if there is nothing to read in it. */
async function readArchive(archive: ReadingTask, ids: Set<string>, encodings: ReadingOptions['encodings']): Promise<SourceFile[]> {
  const { value, findings } = readZip(archive.bytes, { file: archive.name })
  if (!value) return [refused(archive, ids, findings)]
  if (value.length === 0) return [refused(archive, ids, [findingOf('no-data', archive.name)])]
  const tasks = groupParts(value.map(({ name, bytes }) => ({ name: `${archive.name}/${name}`, bytes })))
  const notes = tasks.filter((task) => isNote(task, tasks))
  const rest = tasks.filter((task) => !notes.includes(task))
  if (rest.every(({ problem }) => problem !== null) && rest.every(({ problem }) => problem!.code === 'format-unknown')) {
    return [refused(archive, ids, [findingOf('format-unknown', archive.name, { kind: 'zip-other' })])]
  }
  const sources: SourceFile[] = []
  for (const task of rest) sources.push(await readTask(task, ids, encodings))
  const [first, ...others] = sources
  return first ? [{ ...first, findings: [...first.findings, ...leftOut(archive, notes)] }, ...others] : []
}

/** One sentence for all that was not read: an archive may hold a photo per building. */
function leftOut(archive: ReadingTask, notes: readonly ReadingTask[]): Finding[] {
  if (notes.length === 0) return []
  const found = notes.slice(0, NAMED_NOTES).map(({ name }) => shown(name.slice(archive.name.length + 1))).join(', ')
  return [{ ...findingOf('archive-entry-left', archive.name, { found, count: notes.length, more: Math.max(0, notes.length - NAMED_NOTES) }), severity: 'warning' }]
}

/** True for what is not read because there are data beside it: unknown formats, and texts that nobody would call a table. */
function isNote(task: ReadingTask, tasks: readonly ReadingTask[]): boolean {
  const isText = task.kind === 'csv' && NOTE.test(task.name)
  const isUnknown = task.problem?.code === 'format-unknown' || task.problem?.code === 'file-empty'
  return (isText || isUnknown) && tasks.some((other) => other.kind !== null && !(other.kind === 'csv' && NOTE.test(other.name)))
}

async function readTask(task: ReadingTask, ids: Set<string>, encodings: ReadingOptions['encodings']): Promise<SourceFile> {
  const { name, bytes, kind, problem, companions } = task
  if (problem) return refused(task, ids, [findingOf(problem.code, name, problem.params)])
  // An archive in an archive was refused before; this is one that was not recognised as such.
  if (kind === null || kind === 'zip') return refused(task, ids, [findingOf('archive-nested', name, { found: name })])
  const id = newId(name, ids)
  const file: SourceFile = { id, name, byteCount: sizeOf(task), format: null, encoding: null, layers: [], findings: [] }
  try {
    const source = await (await READERS[kind]())({ id, name, bytes, chosenEncoding: Object.hasOwn(encodings, id) ? encodings[id]! : null, companions })
    const isSilent = source.layers.length === 0 && !source.findings.some(({ severity }) => severity === 'error')
    return isSilent ? { ...source, findings: [...source.findings, findingOf('no-data', name)] } : source
  } catch (error) {
    // A fault of a reader, not of the file: still the other files are read.
    return { ...file, findings: [findingOf('reader-failed', name, { message: error instanceof Error ? error.message.slice(0, 200) : '?' })] }
  }
}

function refused(task: ReadingTask, ids: Set<string>, findings: readonly Finding[]): SourceFile {
  return { id: newId(task.name, ids), name: task.name, byteCount: sizeOf(task), format: null, encoding: null, layers: [], findings }
}

/** The name, with a number if another file has it already. */
function newId(name: string, ids: Set<string>): string {
  let id = name
  for (let i = 2; ids.has(id); i++) id = `${name} (${i})`
  ids.add(id)
  return id
}

function findingOf(code: Finding['code'], file: string, params: Finding['params'] = {}): Finding {
  return { code, severity: 'error', file, feature: null, field: null, params }
}
