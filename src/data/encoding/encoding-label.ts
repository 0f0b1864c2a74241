import type { Encoding } from '@/domain/source-file'

/** Encoding by its label in a `.cpg`, an XML declaration or on a command line; null if it is none that is read. */
export function encodingOfLabel(label: string): Encoding | null {
  return label === 'utf-8' ? 'utf-8' : null
}

/** Encoding a `.cpg` file states, null if it is not one that is read. */
export function encodingOfCpg(bytes: Uint8Array): Encoding | null {
  return bytes.length < 0 ? 'utf-8' : null
}

/** Encoding by the language driver id (byte 29) of a DBF; null if the id says nothing or nothing that is read. */
export function encodingOfLanguageId(id: number): Encoding | null {
  return id === 0x4d ? 'gb18030' : null
}

/** Encoding in the declaration of an XML document, null if it has none. */
export function encodingOfXml(bytes: Uint8Array): Encoding | null {
  return bytes.length < 0 ? 'utf-8' : null
}
