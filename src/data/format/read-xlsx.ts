import { readZip } from '@/data/archive/read-zip'
import { keepRows } from '@/data/format/keep-rows'
import { LIMITS } from '@/data/limits'
import type { ReaderInput } from '@/data/format/reader'
import type { XmlProblem } from '@/data/format/walk-xml'
import type { Parts } from '@/data/format/xlsx-parts'
import { readSheet, type SheetContent, type SheetContext } from '@/data/format/xlsx-sheet'
import { readSharedStrings } from '@/data/format/xlsx-strings'
import { readNumberKinds } from '@/data/format/xlsx-styles'
import { readWorkbook, type Workbook } from '@/data/format/xlsx-workbook'
import type { Finding } from '@/domain/finding'
import type { RawLayer, SourceFile } from '@/domain/source-file'

/** Parts of a workbook with a sheet per community, each with settings of its own, are more than files of an archive may be. */
const MAX_ENTRIES = 1024

/**
 * Read a workbook (ECMA-376, transitional and strict): every visible sheet with cells is a grid. Values are those a person
 * sees: days as `YYYY-MM-DD`, percentages as `65%`, stored results of formulas. Row numbers are those of the sheet; rows without
 * a value are left out. Merged ranges are 0-based in sheet rows (`number − 1`), also where a row is left out.
 *
 * All sheets together keep the limits. Pictures, macros and embedded files are not unpacked.
 */
export function readXlsx(input: ReaderInput): SourceFile {
  const file: SourceFile = { id: input.id, name: input.name, byteCount: input.bytes.length, format: 'xlsx', encoding: null, layers: [], findings: [] }
  const finding = (code: Finding['code'], severity: Finding['severity'], params: Finding['params']): Finding =>
    ({ code, severity, file: input.name, feature: null, field: null, params })
  const refused = (problem: Finding | XmlProblem | string): SourceFile => {
    if (typeof problem === 'string') return { ...file, findings: [finding('xlsx-broken', 'error', { problem })] }
    if ('severity' in problem) return { ...file, findings: [problem] }
    return { ...file, findings: [problem.code === 'xml-doctype' ? finding('xml-doctype', 'error', {}) : finding('xlsx-broken', 'error', { problem: 'xml' })] }
  }

  const { value: entries, findings } = readZip(input.bytes, {
    file: input.name, maxEntries: MAX_ENTRIES, nested: 'left-out', wants: (name) => /\.(xml|rels)$/i.test(name) && !/(^|\/)(drawings|charts|theme|docProps)\//i.test(name),
  })
  if (!entries) return { ...file, findings }
  const parts: Parts = new Map(entries.map(({ name, bytes }) => [name.replaceAll('\\', '/').toLowerCase(), bytes]))
  const workbook = readWorkbook(parts)
  if (workbook === 'no-workbook') return refused('workbook')
  if ('code' in workbook) return refused(workbook)
  const context = readContext(parts, workbook)
  if ('code' in context) return refused(context)

  const keeper = keepRows(input.name)
  const layers: RawLayer[] = []
  const found: Finding[] = []
  for (const { name, path, isHidden } of workbook.sheets) {
    const sheet = name.slice(0, LIMITS.nameCharacters)
    if (isHidden) found.push(finding('sheet-hidden', 'warning', { found: sheet }))
    if (isHidden) continue
    if (path === null) return refused('sheet')
    const content: SheetContent = readSheet(parts.get(path)!, context, keeper, { file: input.name, sheet })
    const problem = keeper.problem() ?? content.problem
    if (problem) return refused(problem)
    found.push(...content.findings)
    if (content.rows.length === 0) continue
    const id = `${input.id}#${layers.length}`
    layers.push({ id, name: sheet, kind: 'grid', columns: [], rows: content.rows, merges: content.merges, declaredCrs: null, unknownPrj: null })
  }
  if (layers.length === 0) found.push(finding('no-data', 'error', {}))
  return { ...file, layers, findings: [...found, ...keeper.findings()] }
}

/** Texts and formats that the sheets refer to. */
function readContext(parts: Parts, { stringsPath, stylesPath, is1904 }: Workbook): SheetContext | XmlProblem {
  const texts = stringsPath === null ? undefined : parts.get(stringsPath)
  const styles = stylesPath === null ? undefined : parts.get(stylesPath)
  const { strings, problem } = texts ? readSharedStrings(texts) : { strings: [], problem: null }
  if (problem) return problem
  const { kinds, problem: styleProblem } = styles ? readNumberKinds(styles) : { kinds: [], problem: null }
  return styleProblem ?? { strings, kinds, is1904 }
}
