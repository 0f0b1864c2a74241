import { describe, expect, it } from 'vitest'
import { readLedger } from '@/data/read-ledger'
import { readBaseline } from '@/data/read-baseline'
import { writeRows } from '@/data/write-rows'
import { filesOf, smallGeodata } from '../fixtures/small-geodata'

const files = filesOf(smallGeodata())
const reports = readLedger(files.get('ledger.csv')!, 'x').value!
const baseline = readBaseline(files.get('baseline.csv')!, 'x').value!

describe('writeRows', () => {
  it('writes tables so that they read the same', () => {
    expect(readLedger(writeRows('ledger', reports, 'internal'), 'x')).toEqual({ value: reports, findings: [] })
    expect(readBaseline(writeRows('baseline', baseline, 'public'), 'x')).toEqual({ value: baseline, findings: [] })
  })

  it.each(['-5℃停工', '=1+1', "'=1", "'引号'"])('keeps the note %j, harmless in between', (note) => {
    const text = writeRows('ledger', [{ ...reports[0]!, note }], 'internal')
    expect(text).not.toMatch(/,"?[-=]/)
    expect(readLedger(text, 'x').value![0]!.note).toBe(note)
  })

  it('writes the ledger for the public without the column of notes', () => {
    const text = writeRows('ledger', reports, 'public')
    expect(text.split('\r\n')[0]).toBe('\ufeffreportedOn,communityId,buildingId,kind,subject,doneShare,date')
    expect(text).not.toContain('trench')
    expect(readLedger(text, 'x', 'public')).toEqual({ value: reports.map((report) => ({ ...report, note: '' })), findings: [] })
  })
})
