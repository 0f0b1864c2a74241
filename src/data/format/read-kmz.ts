import { readZip } from '@/data/archive/read-zip'
import { readKml } from '@/data/format/read-kml'
import type { ReaderInput } from '@/data/format/reader'
import type { Finding } from '@/domain/finding'
import type { RawLayer, SourceFile } from '@/domain/source-file'

/**
 * Read KMZ: every `.kml` in the archive, the main one first. Numbers of features go through all of them, so that what is
 * said of one is not taken for another. Pictures are not unpacked. One of several may well be empty.
 */
export function readKmz(input: ReaderInput): SourceFile {
  const { value, findings: problems } = readZip(input.bytes, { file: input.name, wants: (name) => /\.kml$/i.test(name) })
  const file: SourceFile = { id: input.id, name: input.name, byteCount: input.bytes.length, format: 'kmz', encoding: null, layers: [], findings: problems }
  if (!value) return file
  if (value.length === 0) return { ...file, findings: [...problems, { code: 'no-data', severity: 'error', file: input.name, feature: null, field: null, params: {} }] }

  const layers: RawLayer[] = []
  const findings: Finding[] = [...problems]
  const entries = [...value].sort((one, other) => folderDepth(one.name) - folderDepth(other.name))
  const names = entries.map(({ name }) => name)
  let countBefore = 0
  const files = entries.map(({ name, bytes }) => {
    const inner = readKml({ ...input, name: entries.length === 1 ? input.name : `${input.name}/${name}`, bytes }, { names, countBefore })
    countBefore += inner.layers.reduce((sum, { rows }) => sum + rows.length, 0)
    return inner
  })
  const filled = files.filter((inner) => !inner.findings.some(({ code }) => code === 'no-data'))
  for (const inner of filled.length > 0 ? filled : files.slice(0, 1)) {
    findings.push(...inner.findings)
    layers.push(...inner.layers.map((layer, at) => ({ ...layer, id: `${input.id}#${layers.length + at}` })))
  }
  // Where data stand beside it, a file of links takes nothing away from them.
  const told = layers.length === 0 ? findings : findings.map((each): Finding => (each.code === 'link-not-followed' ? { ...each, severity: 'warning' } : each))
  return { ...file, encoding: files[0]!.encoding, layers, findings: told }
}

const folderDepth = (name: string): number => name.split('/').length
