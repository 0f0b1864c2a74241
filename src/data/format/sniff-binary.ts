/** What bytes are that begin like nothing that is read here; names of `format-unknown`, and what is told in other words. */
export type ForeignKind =
  | 'rar' | '7z' | 'gzip' | 'tar' | 'pdf' | 'image' | 'dwg' | 'dxf' | 'html' | 'xml-table' | 'word' | 'powerpoint' | 'xlsb' | 'ods' | 'sqlite' | 'xml' | 'zip-other' | 'shapefile-part'
  | 'binary' | 'program' | 'old-xls' | 'encrypted-office'

/** Signs at the beginning of files, by format. A space stands for any byte. */
const SIGNS: readonly (readonly [ForeignKind, number, string])[] = [
  ['rar', 0, 'Rar!\x1a\x07'], ['7z', 0, '7z\xbc\xaf\x27\x1c'], ['gzip', 0, '\x1f\x8b\x08'], ['gzip', 4, '1AY&SY'], ['gzip', 0, '\xfd7zXZ\0'], ['tar', 257, 'ustar'],
  ['pdf', 0, '%PDF-'], ['image', 0, '\x89PNG'], ['image', 0, '\xff\xd8\xff'], ['image', 0, 'GIF8'], ['image', 0, 'II*\0'], ['image', 0, 'MM\0*'], ['image', 8, 'WEBP'], ['image', 4, 'ftyp'],
  ['sqlite', 0, 'SQLite format 3\0'],
]
/** Short signs that a text may begin with as well. */
const SHORT_SIGNS: readonly (readonly [ForeignKind, string])[] = [['program', 'MZ'], ['program', '\x7fELF'], ['image', 'BM'], ['dwg', 'AC10']]
const OLE2 = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'

/** Null if the bytes begin like none of them. */
export function sniffBinary(bytes: Uint8Array): ForeignKind | null {
  if (hasSign(bytes, 0, OLE2)) return oldOfficeKind(bytes)
  const sign = SIGNS.find(([, at, text]) => hasSign(bytes, at, text))
  if (sign) return sign[0]
  return bytes.subarray(0, 64).includes(0) ? (SHORT_SIGNS.find(([, text]) => hasSign(bytes, 0, text))?.[0] ?? null) : null
}

function hasSign(bytes: Uint8Array, at: number, text: string): boolean {
  for (let i = 0; i < text.length; i++) if (bytes[at + i] !== text.charCodeAt(i)) return false
  return true
}

/** Names of streams are long words in UTF-16; they stand in the directory of the compound file (MS-CFB 2.2, 2.6). */
function oldOfficeKind(bytes: Uint8Array): ForeignKind {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 512) return 'old-xls'
  const sectorSize = 2 ** Math.min(view.getUint16(30, true), 16)
  const at = (view.getUint32(48, true) + 1) * sectorSize
  const names = new TextDecoder('utf-16le').decode(bytes.subarray(at, at + 4096))
  if (names.includes('EncryptedPackage')) return 'encrypted-office'
  if (names.includes('WordDocument')) return 'word'
  return names.includes('PowerPoint Document') ? 'powerpoint' : 'old-xls'
}
