import { listZip } from '@/data/archive/read-zip'
import { markOf, wideEncodingOf } from '@/data/encoding/detect-encoding'
import { isDbf } from '@/data/format/read-dbf'
import { isShp } from '@/data/format/read-shp'
import { sniffBinary, type ForeignKind } from '@/data/format/sniff-binary'
import type { FindingCode } from '@/domain/finding'

/** What a file is to be read as. `part`: belongs to a shapefile; `zip`: to be unpacked. */
export type SniffedKind = 'geojson' | 'mapping' | 'csv' | 'xlsx' | 'kml' | 'kmz' | 'gpx' | 'shp' | 'dbf' | 'zip' | 'part'

export type Sniffed = { kind: SniffedKind; problem: null } | { kind: null; problem: SniffProblem }

export interface SniffProblem {
  code: Extract<FindingCode, 'file-empty' | 'file-encrypted' | 'format-old-xls' | 'format-unknown'>
  params: Record<string, string>
}

const SAMPLE_SIZE = 65_536
const MAPPING = /"format"\s*:\s*"renovation-mapping"/
/** Before each object of a text sequence (RFC 8142). */
const RECORD_SEPARATOR = 30
const DXF = /^\s*(999\s*[\r\n][^\r\n]*[\r\n]\s*)?0\s*[\r\n]+\s*SECTION/
/** Parts of a shapefile that are read with it. */
export const PART_EXTENSIONS: readonly string[] = ['shp', 'shx', 'dbf', 'prj', 'cpg', 'cst']
/** Parts that nobody needs: indexes, styles, descriptions. */
const SIDE_PART = /\.(sbn|sbx|qix|qpj|fbn|fbx|ain|aih|ixs|mxs|atx|idm|ind|qml|qmd|sld|lyr|shp\.xml)$/i

const is = (kind: SniffedKind): Sniffed => ({ kind, problem: null })
const foreign = (kind: ForeignKind): Sniffed => {
  if (kind === 'old-xls') return { kind: null, problem: { code: 'format-old-xls', params: {} } }
  if (kind === 'encrypted-office') return { kind: null, problem: { code: 'file-encrypted', params: { entry: '' } } }
  return { kind: null, problem: { code: 'format-unknown', params: { kind } } }
}

/** Last part of a name in lower case, without dot; empty if there is none. */
export function extensionOf(name: string): string {
  return /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
}

/** What a file is: by its content first, by its extension where the content leaves a choice. */
export function sniffFormat(bytes: Uint8Array, name: string): Sniffed {
  const extension = extensionOf(name)
  if (bytes.length === 0) return { kind: null, problem: { code: 'file-empty', params: {} } }
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2]! <= 7 && bytes[2]! === bytes[3]! - 1) return sniffZip(bytes, extension)
  const known = sniffBinary(bytes)
  if (known) return foreign(known)
  if (isShp(bytes)) return is(extension === 'shx' ? 'part' : 'shp')
  if (SIDE_PART.test(name)) return foreign('shapefile-part')
  if (isDbf(bytes) && (extension === 'dbf' || bytes.subarray(0, HEADER_SAMPLE).includes(0))) return is('dbf')
  return sniffText(bytes, extension)
}
const HEADER_SAMPLE = 64

function sniffZip(bytes: Uint8Array, extension: string): Sniffed {
  const names = listZip(bytes)
  // A damaged archive is told so by the reader that its name calls for.
  if (names === null) return is(extension === 'xlsx' || extension === 'xlsm' ? 'xlsx' : extension === 'kmz' ? 'kmz' : 'zip')
  const has = (pattern: RegExp): boolean => names.some((name) => pattern.test(name))
  if (has(/^xl\/workbook\.xml$/i)) return is('xlsx')
  if (has(/^xl\/workbook\.bin$/i)) return foreign('xlsb')
  if (has(/^word\/\w+\.xml$/i)) return foreign('word')
  if (has(/^ppt\/presentation\.xml$/i)) return foreign('powerpoint')
  if (has(/^mimetype$/) && has(/^content\.xml$/)) return foreign('ods')
  if (has(/^\[Content_Types\]\.xml$/i)) return is('xlsx')
  if (has(/\.kml$/i) && (extension === 'kmz' || (extension !== 'zip' && has(/^doc\.kml$/i)))) return is('kmz')
  return is('zip')
}

function sniffText(bytes: Uint8Array, extension: string): Sniffed {
  const text = sampleText(bytes, /^(csv|tsv|txt)$/.test(extension))
  if (text === null) return PART_EXTENSIONS.includes(extension) ? sniffPart(extension) : foreign('binary')
  const start = text.trimStart()
  if (start === '' && bytes.length <= SAMPLE_SIZE) return { kind: null, problem: { code: 'file-empty', params: {} } }
  if (/^<[a-z!?]/i.test(start)) return sniffXml(start, extension)
  const isJsonName = extension === 'geojson' || extension === 'json'
  if (isJsonName || /^\u001e?\{\s*("|\}|$)/.test(start) || /^\[\s*([[{"]|-?\d|$)/.test(start)) return is(MAPPING.test(start.slice(0, 4096)) ? 'mapping' : 'geojson')
  if (PART_EXTENSIONS.includes(extension)) return sniffPart(extension)
  // Damaged XML keeps its name; a table that was called so does not.
  const isTable = !start.includes('<') && /^[^\r\n]*[,;\t]/.test(start)
  if ((extension === 'kml' || extension === 'gpx') && !isTable) return is(extension)
  return DXF.test(start) ? foreign('dxf') : is('csv')
}

/** Named like a part of a shapefile and nothing else by its content: its reader says what is wrong with it. */
const sniffPart = (extension: string): Sniffed => is(extension === 'shp' || extension === 'dbf' ? extension : 'part')

/** What an XML document is by its outermost element, whatever stands before it. */
function sniffXml(text: string, extension: string): Sniffed {
  let rest = text
  let doctype = ''
  for (let skipped = true; skipped;) {
    skipped = false
    for (const [open, close] of [['<?', '?>'], ['<!--', '-->']] as const) {
      if (!rest.startsWith(open)) continue
      const end = rest.indexOf(close, open.length)
      rest = end < 0 ? '' : rest.slice(end + close.length).trimStart()
      skipped = true
    }
    if (/^<!doctype/i.test(rest)) {
      doctype = /^<!doctype\s+([\w.:-]+)/i.exec(rest)?.[1] ?? ''
      const [bracket, end] = [rest.indexOf('['), rest.indexOf('>')]
      const close = bracket >= 0 && bracket < end ? rest.indexOf(']>', bracket) + 1 : end
      rest = close <= 0 ? '' : rest.slice(close + 1).trimStart()
      skipped = true
    }
  }
  const root = (/^<(?:[\w.-]+:)?([\w.-]+)/.exec(rest)?.[1] ?? doctype).toLowerCase()
  if (root === 'kml' || root === 'gpx') return is(root)
  if (root === 'html' || root === 'head' || root === 'body' || root === 'table') return foreign('html')
  if (root === 'workbook') return foreign('xml-table')
  return extension === 'kml' || extension === 'gpx' ? is(extension) : foreign('xml')
}

/**
 * The beginning of a text, good enough to know its first signs; null if it is no text. A table may hold zeros beside its text:
 * its reader leaves them out and says so.
 */
function sampleText(bytes: Uint8Array, isTable: boolean): string | null {
  const sample = bytes.subarray(0, SAMPLE_SIZE)
  const mark = markOf(sample)
  const utf16 = mark?.startsWith('utf-16') ? mark : wideEncodingOf(sample)
  if (utf16) return new TextDecoder(utf16).decode(sample)
  const strange = sample.filter((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 26 && byte !== 27 && byte !== RECORD_SEPARATOR)).length
  const zeros = isTable ? sample.filter((byte) => byte === 0).length : 0
  return (strange - zeros) * 50 > sample.length || zeros * 2 > sample.length ? null : new TextDecoder().decode(sample)
}
