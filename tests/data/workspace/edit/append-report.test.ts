import { expect, it } from 'vitest'
import { appendReport } from '@/data/workspace/edit/append-report'
import { parseDay } from '@/domain/day'
import type { Report } from '@/domain/programme'

const report: Omit<Report, 'row'> = {
  reportedOn: parseDay('2024-10-28')!, communityId: 'C01', buildingId: null, kind: 'progress', subject: 'J02', doneShare: 0.7, date: null, note: '',
}
const append = (text: string, more: Partial<Report> = {}) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(appendReport(new TextEncoder().encode(text), { ...report, ...more }))
const HEADER = 'reportedOn,communityId,buildingId,kind,subject,doneShare,date,note'

it('adds a row at the end and changes nothing before it', () => {
  const ledger = `\uFEFF${HEADER}\r\n2024-05-06,C01,,nonsense row,\r\n`
  expect(append(ledger)).toBe(`${ledger}2024-10-28,C01,,progress,J02,0.7,,\r\n`)
})

it('ends the last line first if it has no end', () => {
  expect(append(`${HEADER}\n2024-05-06,C01,,progress,J02,0,,`)).toBe(`${HEADER}\n2024-05-06,C01,,progress,J02,0,,\n2024-10-28,C01,,progress,J02,0.7,,\n`)
})

it('keeps the columns and the delimiter of the file', () => {
  expect(append('note;"kind";communityId;extra;reportedOn;subject;doneShare\n', { note: 'a; b' })).toBe(
    'note;"kind";communityId;extra;reportedOn;subject;doneShare\n"a; b";progress;C01;;2024-10-28;J02;0.7\n')
})

it('quotes lines and quotes of a remark, and takes the edge off a formula', () => {
  expect(append(`${HEADER}\n`, { note: 'two\nlines, "so"' })).toContain('0.7,,"two\nlines, ""so"""\n')
  expect(append(`${HEADER}\n`, { note: '=1+1' })).toContain(`0.7,,"'=1+1"\n`)
})

it('gives an empty file its header', () => {
  expect(append('')).toBe(`\uFEFF${HEADER}\r\n2024-10-28,C01,,progress,J02,0.7,,\r\n`)
})
