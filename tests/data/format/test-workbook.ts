import { strToU8, zipSync } from 'fflate'
import type { ReaderInput } from '@/data/format/reader'

/** An own small writer of workbooks, which shares nothing with the one of the program. */
export interface TestWorkbook {
  sheets: { name: string; xml: string; state?: string }[]
  strings?: string
  styles?: string
  workbookPr?: string
  /** Namespaces of ISO 29500 strict. */
  isStrict?: boolean
  extra?: Record<string, Uint8Array>
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const LOOSE = { main: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main', office: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships' }
const STRICT = { main: 'http://purl.oclc.org/ooxml/spreadsheetml/main', office: 'http://purl.oclc.org/ooxml/officeDocument/relationships' }

/** Bytes of a workbook; `xml` of a sheet is the content of `worksheet`, with `{rows}` or any other elements. */
export function testWorkbook({ sheets, strings, styles, workbookPr = '', isStrict = false, extra = {} }: TestWorkbook): Uint8Array {
  const { main, office } = isStrict ? STRICT : LOOSE
  const relationship = (id: string, kind: string, target: string) => `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"/>`
  const relationships = (list: string[]) =>
    `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.join('')}</Relationships>`
  const files: Record<string, string> = {
    '[Content_Types].xml': `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': relationships([relationship('rId1', 'officeDocument', 'xl/workbook.xml')]),
    'xl/workbook.xml': `${HEAD}<workbook xmlns="${main}" xmlns:r="${office}">${workbookPr}<sheets>${
      sheets.map(({ name, state }, at) => `<sheet name="${name}" sheetId="${at + 1}"${state ? ` state="${state}"` : ''} r:id="rId${at + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships([
      ...sheets.map((_, at) => relationship(`rId${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`)),
      ...(strings === undefined ? [] : [relationship('rId901', 'sharedStrings', 'sharedStrings.xml')]),
      ...(styles === undefined ? [] : [relationship('rId902', 'styles', '/xl/styles.xml')]),
    ]),
  }
  sheets.forEach(({ xml }, at) => { files[`xl/worksheets/sheet${at + 1}.xml`] = `${HEAD}<worksheet xmlns="${main}">${xml}</worksheet>` })
  if (strings !== undefined) files['xl/sharedStrings.xml'] = `${HEAD}<sst xmlns="${main}">${strings}</sst>`
  if (styles !== undefined) files['xl/styles.xml'] = `${HEAD}<styleSheet xmlns="${main}">${styles}</styleSheet>`
  return zipSync({ ...Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])), ...extra }, { mtime: '2024-06-15' })
}

/** What a reader is given. Text is UTF-8. */
export function readerInput(content: Uint8Array | string, name: string): ReaderInput {
  return { id: 'f1', name, bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content, chosenEncoding: null, companions: new Map() }
}
