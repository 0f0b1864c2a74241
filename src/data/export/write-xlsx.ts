import { writeZip } from '@/data/archive/write-zip'
import type { Sheet } from '@/data/export/sheet'
import { cutText, sheetXml, xmlText } from '@/data/export/sheet-xml'

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
/** What the name of a sheet may have, by Excel. */
const MAX_NAME = 31
const FORBIDDEN = /[\\/?*[\]:]/g

/**
 * A workbook (ECMA-376, OOXML) with real numbers, days and percentages, and text that computes nothing; header rows are
 * bold and stay in sight. The same sheets always give the same bytes.
 */
export function writeXlsx(sheets: readonly Sheet[]): Uint8Array {
  const names = sheetNames(sheets)
  const sheetPath = (at: number) => `worksheets/sheet${at + 1}.xml`
  const parts: [name: string, text: string][] = [
    ['[Content_Types].xml', `${HEAD}<Types xmlns="${PACKAGE}/content-types">`
      + '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
      + `<Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>`
      + `${sheets.map((_, at) => `<Override PartName="/xl/${sheetPath(at)}" ContentType="${TYPE}.worksheet+xml"/>`).join('')}</Types>`],
    ['_rels/.rels', relationships([[`${RELATIONSHIPS}/officeDocument`, 'xl/workbook.xml']])],
    ['xl/workbook.xml', `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}"><sheets>`
      + `${names.map((name, at) => `<sheet name="${xmlText(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join('')}</sheets></workbook>`],
    ['xl/_rels/workbook.xml.rels', relationships([
      ...sheets.map((_, at): [string, string] => [`${RELATIONSHIPS}/worksheet`, sheetPath(at)]), [`${RELATIONSHIPS}/styles`, 'styles.xml'],
    ])],
    ['xl/styles.xml', STYLES],
    ...sheets.map((sheet, at): [string, string] => [`xl/${sheetPath(at)}`, sheetXml(sheet)]),
  ]
  const encoder = new TextEncoder()
  return writeZip(parts.map(([name, text]) => ({ name, bytes: encoder.encode(text) })))
}

function relationships(targets: readonly (readonly [type: string, target: string])[]): string {
  const entries = targets.map(([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${type}" Target="${target}"/>`).join('')
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${entries}</Relationships>`
}

/** In the order of `STYLE`. Text cells have the format of text, so that a code such as 0702 stays one when it is edited. */
const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}">`
  + '<numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="0.0%"/></numFmts>'
  + '<fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font>'
  + '<font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>'
  + '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
  + '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
  + '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5">'
  + '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
  + '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf>'
  + '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
  + '<xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
  + '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
  + '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'

/** Names as Excel takes them: 1 to 31 characters, none of `\/?*[]:`, none twice whatever the case. */
function sheetNames(sheets: readonly Sheet[]): string[] {
  const taken = new Set<string>()
  return sheets.map(({ name }, at) => {
    const plain = cutText(name.replace(FORBIDDEN, ' ').replace(/^'+|'+$/g, '').trim(), MAX_NAME) || `${at + 1}`
    let unique = plain
    for (let n = 2; taken.has(unique.toLowerCase()); n++) unique = `${cutText(plain, MAX_NAME - `${n}`.length - 1)} ${n}`
    taken.add(unique.toLowerCase())
    return unique
  })
}
