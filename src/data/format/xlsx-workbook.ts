import { isTrue, onOpen, readRelationships, referenceOf, walkPart, type Parts } from '@/data/format/xlsx-parts'
import type { XmlProblem } from '@/data/format/walk-xml'

export interface WorkbookSheet {
  name: string
  /** Null if the workbook names a sheet that its archive does not have. */
  path: string | null
  isHidden: boolean
}

export interface Workbook {
  sheets: readonly WorkbookSheet[]
  /** True for workbooks that began on a Macintosh: days count from 1904. */
  is1904: boolean
  stringsPath: string | null
  stylesPath: string | null
}

/** Find the sheets of a workbook by its relationships (ECMA-376 part 2), transitional or strict. Charts and macros are no sheets. */
export function readWorkbook(parts: Parts): Workbook | XmlProblem | 'no-workbook' {
  const root = readRelationships(parts, '')
  if (root.problem) return root.problem
  const path = [...root.byId.values()].find(({ kind }) => kind === 'officeDocument')?.path ?? 'xl/workbook.xml'
  const bytes = parts.get(path)
  if (!bytes) return 'no-workbook'
  const { byId, problem } = readRelationships(parts, path)
  if (problem) return problem

  const sheets: WorkbookSheet[] = []
  let is1904 = false
  const broken = walkPart(bytes, onOpen((name, attributes) => {
    if (name === 'workbookPr') is1904 = isTrue(attributes['date1904'])
    if (name !== 'sheet') return
    const relationship = byId.get(referenceOf(attributes) ?? '')
    if (relationship && relationship.kind !== 'worksheet') return
    const isPresent = relationship !== undefined && parts.has(relationship.path)
    sheets.push({ name: attributes['name'] ?? '', path: isPresent ? relationship.path : null, isHidden: (attributes['state'] ?? 'visible') !== 'visible' })
  }))
  if (broken) return broken
  const pathOf = (wanted: string) => [...byId.values()].find(({ kind }) => kind === wanted)?.path ?? null
  return { sheets, is1904, stringsPath: pathOf('sharedStrings'), stylesPath: pathOf('styles') }
}
