import type { Finding } from '@/domain/finding'
import type { ImportJudgement, ImportRow } from '@/domain/import'

/** A row on its way to the page: findings that stand in the judgement by their place in it, so that they stay one and the same there. */
export interface SentRow extends Omit<ImportRow, 'findings'> {
  findings: readonly (number | Finding)[]
}

/** Arrays in one message, positions being arrays: the page takes some 10 ms to receive so many. */
const MESSAGE_WEIGHT = 20_000

/**
 * Rows of a judgement in pieces of which each is received quickly: all at once, those of a file of ten MB would hold up the
 * page for a third of a second.
 */
export function packRows({ rows, findings }: Pick<ImportJudgement, 'rows' | 'findings'>): SentRow[][] {
  const placeOf = new Map(findings.map((finding, i) => [finding, i]))
  const pieces: SentRow[][] = []
  let weight = Infinity
  for (const row of rows) {
    if (weight > MESSAGE_WEIGHT) {
      pieces.push([])
      weight = 0
    }
    pieces.at(-1)!.push({ ...row, findings: row.findings.map((finding) => placeOf.get(finding) ?? finding) })
    weight += 20 + weigh(row.geometry) + weigh(row.before)
  }
  return pieces
}

export function unpackRow(row: SentRow, findings: readonly Finding[]): ImportRow {
  return { ...row, findings: row.findings.map((finding) => (typeof finding === 'number' ? findings[finding]! : finding)) }
}

/** Arrays of a geometry, about. */
function weigh(geometry: ImportRow['geometry']): number {
  if (!geometry) return 0
  return geometry.type === 'GeometryCollection' ? geometry.geometries.reduce((sum, one) => sum + weigh(one), 0) : arraysIn(geometry.coordinates)
}

function arraysIn(list: readonly unknown[]): number {
  let count = 1
  for (const one of list) if (Array.isArray(one)) count += arraysIn(one)
  return count
}
