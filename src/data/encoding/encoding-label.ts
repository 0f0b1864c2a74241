import type { Encoding } from '@/domain/source-file'

/** Labels as they are written, without signs and in small letters. */
const LABELS: Readonly<Record<Encoding, readonly string[]>> = {
  'utf-8': ['utf8', '65001', 'unicodeutf8', 'utf8bom', 'usascii', 'ascii'],
  gb18030: ['gb18030', 'gbk', 'gb2312', 'gb231280', 'xgbk', '936', 'ms936', 'windows936', 'csgb2312', 'euccn', '54936'],
  big5: ['big5', 'big5hkscs', 'big5eten', '950', 'ms950', 'windows950', 'cnbig5'],
  'utf-16le': ['utf16', 'utf16le', 'unicode', 'ucs2', 'ucs2le', '1200'],
  'utf-16be': ['utf16be', 'ucs2be', 'unicodefffe', '1201'],
  'windows-1252': ['windows1252', '1252', 'iso88591', '88591', 'latin1', 'l1', '28591'],
}
const BY_LABEL = new Map<string, Encoding>(
  (Object.keys(LABELS) as Encoding[]).flatMap((encoding) => LABELS[encoding].map((label): [string, Encoding] => [label, encoding])),
)

/**
 * Encoding by its label in a `.cpg`, an XML declaration or on a command line: `GBK`, `cp936`, `ANSI 936`, `65001`,
 * `ISO-8859-1`. Null if it is none that is read. GBK and GB 2312 are parts of GB 18030, ISO 8859-1 of windows-1252
 * (Encoding Standard, WHATWG).
 */
export function encodingOfLabel(label: string): Encoding | null {
  const plain = label.slice(0, 60).toLowerCase().replace(/[^a-z0-9]/g, '')
  return BY_LABEL.get(plain) ?? BY_LABEL.get(plain.replace(/^(ansi|oem|cp|codepage|ldid)(?=\d)/, '')) ?? null
}

/** Encoding a `.cpg` file states, null if it is not one that is read. */
export function encodingOfCpg(bytes: Uint8Array): Encoding | null {
  return encodingOfLabel(asciiOf(bytes, 60))
}

/**
 * Encoding by the language driver id (byte 29 of a DBF); null for an id that says nothing: 0 none, 0x57 whatever the machine
 * of the writer used, others none that is read (0x4E and 0x79 Korean, 0x13 and 0x7B Japanese). Ids: table of language
 * drivers of dBASE and FoxPro as in GDAL, ogr/ogrsf_frmts/shape/ogrshapelayer.cpp.
 */
export function encodingOfLanguageId(id: number): Encoding | null {
  if (id === 0x4d || id === 0x7a) return 'gb18030'
  if (id === 0x4f || id === 0x78) return 'big5'
  if (id === 0x03 || id === 0x58 || id === 0x59) return 'windows-1252'
  return null
}

/** Encoding in the declaration of an XML document in an encoding that has ASCII, null if it states none. */
export function encodingOfXml(bytes: Uint8Array): Encoding | null {
  const declaration = /^[^<]{0,10}<\?xml\s[^>]{0,150}?encoding\s*=\s*["']([\w.:-]{1,40})["']/i.exec(asciiOf(bytes, 300))
  const encoding = declaration ? encodingOfLabel(declaration[1]!) : null
  // These bytes were read as ASCII, so that the document cannot be what it says.
  return encoding?.startsWith('utf-16') ? null : encoding
}

const asciiOf = (bytes: Uint8Array, count: number): string => String.fromCharCode(...bytes.subarray(0, count))
