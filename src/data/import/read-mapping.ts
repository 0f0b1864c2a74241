import type { ReaderInput } from '@/data/format/reader'
import { readMappings } from '@/data/import/mapping-file'
import type { SourceFile } from '@/domain/source-file'

/**
 * Read a file of column mappings that this program wrote. Its text is the only cell of its only layer, to be read by
 * `readMappings` where mappings are needed; what is wrong with it is said here.
 */
export function readMapping({ id, name, bytes }: ReaderInput): SourceFile {
  const text = new TextDecoder().decode(bytes)
  const { value, findings } = readMappings(text, name)
  const rows = [{ number: 1, values: [text], geometry: null }]
  const layer = { id: `${id}#0`, name, kind: 'grid' as const, columns: [], rows, merges: [], declaredCrs: null, unknownPrj: null }
  return { id, name, byteCount: bytes.length, format: 'mapping', encoding: null, layers: value ? [layer] : [], findings }
}
