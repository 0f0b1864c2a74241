/** Signs that UTF-8 writes in two bytes: Latin with accents, Greek, Cyrillic. Two bytes of GBK often look like one. */
const TWO_BYTES = /[\u0080-\u07ff]/

/**
 * A file name inside an archive.
 *
 * Windows in Chinese writes names in GBK and leaves the UTF-8 flag unset; macOS writes UTF-8 and leaves it unset too.
 * So what is good UTF-8 of Chinese is read as such, for names in GBK hardly ever are.
 */
export function decodeName(bytes: Uint8Array, isUtf8: boolean): string {
  if (isUtf8) return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    if (!TWO_BYTES.test(text)) return text
  } catch {
    // No UTF-8.
  }
  return new TextDecoder('gb18030').decode(bytes)
}
