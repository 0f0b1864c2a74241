import { readZip } from '@/data/archive/read-zip'
import { readKml } from '@/data/format/read-kml'
import type { ReaderInput } from '@/data/format/reader'
import type { Finding } from '@/domain/finding'
import type { RawLayer, SourceFile } from '@/domain/source-file'

/** Read KMZ: every `.kml` in the archive, the main one first. Pictures are not unpacked. */
export function readKmz(input: ReaderInput): SourceFile {
  const { value, findings: problems } = readZip(input.bytes, { file: input.name, wants: (name) => /\.kml$/i.test(name) })
  const file: SourceFile = { id: input.id, name: input.name, byteCount: input.bytes.length, format: 'kmz', encoding: null, layers: [], findings: problems }
  if (!value) return file
  if (value.length === 0) return { ...file, findings: [...problems, { code: 'no-data', severity: 'error', file: input.name, feature: null, field: null, params: {} }] }

  const layers: RawLayer[] = []
  const findings: Finding[] = [...problems]
  const entries = [...value].sort((one, other) => folderDepth(one.name) - folderDepth(other.name))
  let encoding: SourceFile['encoding'] = null
  for (const { name, bytes } of entries) {
    const inner = readKml({ ...input, name: entries.length === 1 ? input.name : `${input.name}/${name}`, bytes })
    encoding ??= inner.encoding
    findings.push(...inner.findings)
    layers.push(...inner.layers.map((layer, at) => ({ ...layer, id: `${input.id}#${layers.length + at}` })))
  }
  return { ...file, encoding, layers, findings }
}

const folderDepth = (name: string): number => name.split('/').length
