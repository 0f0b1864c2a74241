import { crc32 } from '@/data/archive/crc32'
import { inflateExactly } from '@/data/archive/inflate-exactly'
import { broken, readDirectory, type ZipMember, type ZipProblem } from '@/data/archive/zip-directory'
import { shown } from '@/data/check-fields'
import { LIMITS, megabytes } from '@/data/limits'
import type { Checked } from '@/domain/finding'

/** One file of an archive, unpacked. `name` may have folders, with `/` between them. */
export interface ZipEntry {
  name: string
  bytes: Uint8Array
}

export interface ZipOptions {
  /** Name of the archive, for findings. */
  file: string
  /** Which entries to unpack; left out: all. The limits count all of them. */
  wants?: (name: string) => boolean
  /** Entries at most, 64 if left out. */
  maxEntries?: number
  /** What an archive in the archive is: refused if left out; a workbook may hold others, which are never unpacked. */
  nested?: 'refused' | 'left-out'
}

const HEADER = 0x04034b50
const HEADER_SIZE = 30
const STORED = 0
const DEFLATED = 8
/** Folders and what macOS and Windows add are not counted, but no honest archive has this many. */
const MEMBER_LIMIT = 1024
const LITTER = /(^|\/)(__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/i
const ARCHIVE_NAME = /\.(zip|kmz|xlsx|xlsm|xlsb|docx|pptx|rar|7z|tar|gz|tgz|bz2|xz|jar|ods)$/i
const UNSAFE_NAME = /^\/|^[a-z]:|(^|\/)\.\.(\/|$)|[\u0000-\u001f]/i

/**
 * Unpack a ZIP file, all of it or nothing.
 *
 * Number, size, ratio, names and kinds of entries are judged by the directory before anything is unpacked, and held to
 * while it is: an entry that gives more than the directory says is stopped.
 *
 * @returns `value` is null if anything is wrong; entries stand in the order of the directory.
 */
export function readZip(bytes: Uint8Array, options: ZipOptions): Checked<ZipEntry[]> {
  const refused = ({ code, params }: ZipProblem): Checked<ZipEntry[]> =>
    ({ value: null, findings: [{ code, severity: 'error', file: options.file, feature: null, field: null, params }] })
  const members = readDirectory(bytes, MEMBER_LIMIT)
  if (!Array.isArray(members)) return refused(members)
  const files = members.filter(({ name, isDirectory, isLink }) => (!isDirectory || isLink) && !LITTER.test(name))
  const problem = judgeMembers(members, files, options)
  if (problem) return refused(problem)

  const entries: ZipEntry[] = []
  for (const member of files) {
    const isNested = ARCHIVE_NAME.test(member.name)
    if (isNested || options.wants?.(member.name) === false) continue
    const unpacked = unpack(bytes, member)
    if (!(unpacked instanceof Uint8Array)) return refused(unpacked)
    if (options.nested !== 'left-out' && isArchive(unpacked)) return refused({ code: 'archive-nested', params: { found: shown(member.name) } })
    entries.push({ name: member.name, bytes: unpacked })
  }
  return { value: entries, findings: [] }
}

/** Names in an archive without unpacking anything; null if its directory cannot be read. */
export function listZip(bytes: Uint8Array): string[] | null {
  const members = readDirectory(bytes, MEMBER_LIMIT)
  return Array.isArray(members) ? members.filter(({ name }) => !LITTER.test(name)).map(({ name }) => name) : null
}

/** All that can be said before unpacking. */
function judgeMembers(members: readonly ZipMember[], files: readonly ZipMember[], options: ZipOptions): ZipProblem | null {
  const max = options.maxEntries ?? LIMITS.archiveEntries
  const limit = (name: string, value: number, limitValue: number, entry = ''): ZipProblem =>
    ({ code: 'archive-limit', params: { limit: name, value, max: limitValue, entry } })
  if (files.length > max) return limit('entries', files.length, max)
  const total = members.reduce((sum, { size }) => sum + size, 0)
  if (total > LIMITS.archiveBytes) return limit('bytes', megabytes(total), megabytes(LIMITS.archiveBytes))

  const seen = new Set<string>()
  for (const { name, isLink, isEncrypted, method, size, packedSize } of files) {
    const entry = shown(name)
    if (UNSAFE_NAME.test(name) || name.length > LIMITS.nameCharacters || isLink) return { code: 'archive-path', params: { found: entry } }
    if (options.nested !== 'left-out' && ARCHIVE_NAME.test(name)) return { code: 'archive-nested', params: { found: entry } }
    if (isEncrypted) return { code: 'file-encrypted', params: { entry } }
    if (size > LIMITS.archiveRatio * packedSize) {
      return limit('ratio', packedSize === 0 ? size : Math.ceil(size / packedSize), LIMITS.archiveRatio, entry)
    }
    if (method !== STORED && method !== DEFLATED) return broken('method', entry)
    if (seen.has(name)) return broken('twice', entry)
    seen.add(name)
  }
  return null
}

function unpack(bytes: Uint8Array, member: ZipMember): Uint8Array | ZipProblem {
  const entry = shown(member.name)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const { at, rawName, size, packedSize } = member
  if (at + HEADER_SIZE > bytes.length) return broken('truncated', entry)
  if (view.getUint32(at, true) !== HEADER) return broken('header', entry)
  if ((view.getUint16(at + 6, true) & 1) !== 0) return { code: 'file-encrypted', params: { entry } }
  const nameAt = at + HEADER_SIZE
  const dataAt = nameAt + view.getUint16(at + 26, true) + view.getUint16(at + 28, true)
  const isSameName = view.getUint16(at + 26, true) === rawName.length && rawName.every((byte, i) => bytes[nameAt + i] === byte)
  if (!isSameName || view.getUint16(at + 8, true) !== member.method) return broken('header', entry)
  if (dataAt + packedSize > bytes.length) return broken('truncated', entry)

  const packed = bytes.subarray(dataAt, dataAt + packedSize)
  // A copy, so that an entry never keeps the whole archive in memory.
  const unpacked = member.method === DEFLATED ? inflateExactly(packed, size) : packedSize === size ? packed.slice() : 'size'
  if (typeof unpacked === 'string') return broken(unpacked, entry)
  return crc32(unpacked) === member.checksum ? unpacked : broken('checksum', entry)
}

/** True for bytes that begin like ZIP, RAR, 7z, gzip, bzip2 or xz, whatever the file is called. */
export function isArchive(bytes: Uint8Array): boolean {
  return ARCHIVE_SIGNS.some((sign) => sign.every((byte, i) => bytes[i] === byte))
}
const ARCHIVE_SIGNS: readonly (readonly number[])[] = [
  [0x50, 0x4b, 3, 4], [0x52, 0x61, 0x72, 0x21, 0x1a, 7], [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], [0x1f, 0x8b, 8], [0x42, 0x5a, 0x68], [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0],
]
