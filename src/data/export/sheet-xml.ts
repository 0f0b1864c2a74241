import { guardFormula } from '@/data/formula-guard'
import { formatDay } from '@/domain/day'
import type { ColumnKind, Sheet, SheetCell, SheetColumn } from '@/data/export/sheet'

/** Excel counts days from 1899-12-30; what lies before March 1900 it counts wrongly, so that stays text. */
const EPOCH_SERIAL = 25_569
const FIRST_SERIAL = 61
/** Characters a cell can hold. */
const MAX_CELL = 32_767
/** Widths in characters: of the widest column, and how many rows are looked at. */
const WIDEST = 50
const LOOKED_AT = 200

/** Positions in `cellXfs` of the styles. */
export const STYLE = { plain: 0, header: 1, day: 2, share: 3, text: 4 } as const
const STYLE_OF: Readonly<Record<ColumnKind, number>> = { text: STYLE.text, number: STYLE.plain, day: STYLE.day, share: STYLE.share }

/** One worksheet (ECMA-376 part 1, 18.3): header frozen, cells typed by their column, text as inline strings. */
export function sheetXml({ columns, rows }: Sheet): string {
  const widths = columns.map((column, at) => `<col min="${at + 1}" max="${at + 1}" width="${widthOf(column, rows, at)}" customWidth="1"/>`).join('')
  const letters = columns.map((_, at) => columnLetters(at))
  const header = columns.map((column, at) => textCell(`${letters[at]}1`, column.header, STYLE.header)).join('')
  const body = rows.map((row, at) => `<row r="${at + 2}">${columns.map(({ kind }, c) => cellXml(`${letters[c]}${at + 2}`, row[c] ?? null, kind)).join('')}</row>`)
  return '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    + '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    + `<dimension ref="A1:${letters.at(-1) ?? 'A'}${rows.length + 1}"/>`
    + '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
    + `${columns.length > 0 ? `<cols>${widths}</cols>` : ''}<sheetData><row r="1">${header}</row>${body.join('')}</sheetData></worksheet>`
}

function cellXml(at: string, cell: SheetCell, kind: ColumnKind): string {
  if (cell === null) return ''
  if (typeof cell === 'string') return textCell(at, cell, STYLE.text)
  if (!Number.isFinite(cell)) return ''
  const value = kind === 'day' ? cell + EPOCH_SERIAL : cell
  if (kind === 'day' && value < FIRST_SERIAL) return textCell(at, formatDay(cell), STYLE.text)
  return `<c r="${at}" s="${STYLE_OF[kind]}"><v>${value}</v></c>`
}

function textCell(at: string, text: string, style: number): string {
  return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xmlText(cutText(guardFormula(withoutControls(text)), MAX_CELL))}</t></is></c>`
}

/** The first characters of a text; no character is cut in half. */
export function cutText(text: string, length: number): string {
  if (text.length <= length) return text
  const end = /[\ud800-\udbff]/.test(text[length - 1]!) ? length - 1 : length
  return text.slice(0, end)
}

/** A text without what XML cannot hold, line breaks as LF. Done before it is guarded: what stands behind may start a formula. */
export function withoutControls(text: string): string {
  return text.replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '')
}

/** A text as XML; `_x000D_` and its like, which Excel would read as a character (ECMA-376 part 1, 22.9.2.19), are told apart. */
export function xmlText(text: string): string {
  return withoutControls(text).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!)
}

/** 0 → A, 25 → Z, 26 → AA. */
export function columnLetters(at: number): string {
  const letter = String.fromCharCode(65 + (at % 26))
  return at < 26 ? letter : columnLetters(Math.floor(at / 26) - 1) + letter
}

/** Room for the widest of header and first cells; a Chinese character takes two. */
function widthOf(column: SheetColumn, rows: Sheet['rows'], at: number): number {
  const least = column.kind === 'day' ? 11 : 6
  let widest = Math.max(least, displayWidth(column.header))
  for (const row of rows.slice(0, LOOKED_AT)) {
    const cell = row[at] ?? null
    if (cell !== null && column.kind !== 'day') widest = Math.max(widest, displayWidth(String(cell)))
  }
  return Math.min(WIDEST, widest) + 2
}

function displayWidth(text: string): number {
  let width = 0
  for (const sign of text.slice(0, WIDEST)) width += sign.codePointAt(0)! < 0x2e80 ? 1 : 2
  return width
}
