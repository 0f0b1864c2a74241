import { decodeName } from '@/data/archive/decode-name'
import type { FindingCode } from '@/domain/finding'

/** One file as the directory of an archive describes it; nothing is unpacked yet. */
export interface ZipMember {
  name: string
  isDirectory: boolean
  isEncrypted: boolean
  isLink: boolean
  method: number
  checksum: number
  packedSize: number
  size: number
  /** Where its own header begins. */
  at: number
  /** The name as it is written. */
  rawName: Uint8Array
}

/** What is wrong, for a finding about the archive. */
export interface ZipProblem {
  code: Extract<FindingCode, 'archive-broken' | 'archive-limit' | 'archive-path' | 'archive-nested' | 'file-encrypted' | 'no-data'>
  params: Record<string, string | number>
}

const END = 0x06054b50
const END_64 = 0x06064b50
const END_64_PLACE = 0x07064b50
const MEMBER = 0x02014b50
const END_SIZE = 22
const MEMBER_SIZE = 46
/** An end record may be followed by a comment of up to 65,535 bytes. */
const LONGEST_TAIL = END_SIZE + 0xffff
const UNKNOWN_32 = 0xffffffff
const UNKNOWN_16 = 0xffff

export const broken = (problem: string, entry = ''): ZipProblem => ({ code: 'archive-broken', params: { problem, entry } })

/**
 * The directory of a ZIP file (APPNOTE 6.3.10), ZIP64 included.
 *
 * @param maxMembers - More are not even listed.
 */
export function readDirectory(bytes: Uint8Array, maxMembers: number): ZipMember[] | ZipProblem {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  if (end === null) return broken('directory')
  const { count, size, at: start } = end
  if (count > maxMembers) return { code: 'archive-limit', params: { limit: 'entries', value: count, max: maxMembers, entry: '' } }
  if (start + size > bytes.length) return broken('truncated')
  const members: ZipMember[] = []
  let at = start
  for (let i = 0; i < count; i++) {
    if (at + MEMBER_SIZE > start + size || view.getUint32(at, true) !== MEMBER) return broken('directory')
    const next = at + MEMBER_SIZE + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    const member = next <= start + size ? readMember(bytes, view, at) : null
    if (member === null) return broken('directory')
    members.push(member)
    at = next
  }
  return members
}

/** Number of members, size and place of the directory; null if there is no end record. */
function findEnd(view: DataView): { count: number; size: number; at: number } | null {
  const first = Math.max(0, view.byteLength - LONGEST_TAIL)
  for (let at = view.byteLength - END_SIZE; at >= first; at--) {
    if (view.getUint32(at, true) !== END || at + END_SIZE + view.getUint16(at + 20, true) > view.byteLength) continue
    const plain = { count: view.getUint16(at + 10, true), size: view.getUint32(at + 12, true), at: view.getUint32(at + 16, true) }
    const isLarge = plain.count === UNKNOWN_16 || plain.size === UNKNOWN_32 || plain.at === UNKNOWN_32
    return isLarge ? (findEnd64(view, at - 20) ?? plain) : plain
  }
  return null
}

function findEnd64(view: DataView, locator: number): { count: number; size: number; at: number } | null {
  if (locator < 0 || view.getUint32(locator, true) !== END_64_PLACE) return null
  const at = uint64(view, locator + 8)
  if (at + 56 > view.byteLength || view.getUint32(at, true) !== END_64) return null
  return { count: uint64(view, at + 32), size: uint64(view, at + 40), at: uint64(view, at + 48) }
}

/** Sizes above 2⁵³ lose their last bits, which no check cares about. */
function uint64(view: DataView, at: number): number {
  return view.getUint32(at, true) + view.getUint32(at + 4, true) * 0x100000000
}

function readMember(bytes: Uint8Array, view: DataView, at: number): ZipMember | null {
  const flags = view.getUint16(at + 8, true)
  const method = view.getUint16(at + 10, true)
  const nameEnd = at + MEMBER_SIZE + view.getUint16(at + 28, true)
  const rawName = bytes.subarray(at + MEMBER_SIZE, nameEnd)
  const extra = { from: nameEnd, to: nameEnd + view.getUint16(at + 30, true) }
  const sizes = readSizes(view, at, extra)
  if (sizes === null) return null
  const name = decodeName(rawName, (flags & 0x800) !== 0).replaceAll('\\', '/')
  return {
    name, rawName, method, ...sizes,
    isDirectory: name.endsWith('/'),
    isEncrypted: (flags & 0x2041) !== 0 || method === 99,
    // The upper half of the attributes is the mode of a file under Unix, 0xA… a symbolic link.
    isLink: (view.getUint16(at + 40, true) & 0xf000) === 0xa000,
    checksum: view.getUint32(at + 16, true),
  }
}

/** Sizes and place of a member; those that do not fit 32 bits stand in the extra field 1, in this order. */
function readSizes(view: DataView, at: number, extra: { from: number; to: number }): Pick<ZipMember, 'size' | 'packedSize' | 'at'> | null {
  const values = [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)]
  if (values.includes(UNKNOWN_32)) {
    let field = extra.from
    while (field + 4 <= extra.to && view.getUint16(field, true) !== 1) field += 4 + view.getUint16(field + 2, true)
    let value = field + 4
    const end = Math.min(extra.to, field + 4 <= extra.to ? value + view.getUint16(field + 2, true) : 0)
    for (let i = 0; i < values.length; i++) {
      if (values[i] !== UNKNOWN_32) continue
      if (value + 8 > end) return null
      values[i] = uint64(view, value)
      value += 8
    }
  }
  return { size: values[0]!, packedSize: values[1]!, at: values[2]! }
}
