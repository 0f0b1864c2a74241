import { writeMappings } from '@/data/import/mapping-file'
import type { TableMapping } from '@/domain/import'

/** What the columns of tables mean, as a file that can be dropped again. */
export const mappingFile = (mappings: readonly TableMapping[]): { name: string; content: string } => ({ name: 'mapping.json', content: writeMappings(mappings) })
