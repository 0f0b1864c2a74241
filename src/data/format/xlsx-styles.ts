import { kindOfBuiltIn, kindOfFormat, type NumberKind } from '@/data/format/number-kind'
import type { XmlProblem } from '@/data/format/walk-xml'
import { walkPart } from '@/data/format/xlsx-parts'

/** What numbers stand for, by the index of a cell's style. */
export function readNumberKinds(bytes: Uint8Array): { kinds: NumberKind[]; problem: XmlProblem | null } {
  const custom = new Map<number, NumberKind>()
  const kinds: NumberKind[] = []
  let isInCellFormats = false
  const problem = walkPart(bytes, {
    open(name, attributes) {
      if (name === 'numFmt') custom.set(Number(attributes['numFmtId']), kindOfFormat(attributes['formatCode'] ?? ''))
      if (name === 'cellXfs') isInCellFormats = true
      if (name !== 'xf' || !isInCellFormats) return
      const id = Number(attributes['numFmtId'] ?? 0)
      kinds.push(custom.get(id) ?? kindOfBuiltIn(id))
    },
    text: () => undefined,
    close(name) {
      if (name === 'cellXfs') isInCellFormats = false
    },
  })
  return { kinds, problem }
}
