import { describe, expect, it } from 'vitest'
import { writeBaselineCsv, writeLedgerCsv, type LedgerRow } from '@/cli/synthesize/programme-csv'
import { parseDay } from '@/domain/day'

const day = (text: string) => parseDay(text)!
const progress: LedgerRow = {
  reportedOn: day('2024-08-05'), communityId: 'C07', buildingId: 'C07-B2', kind: 'progress', subject: 'J14',
  doneShare: 1 / 3, date: null, note: '',
}

describe('writeLedgerCsv', () => {
  it('begins with the UTF-8 mark and ends lines with CRLF', () => {
    const text = writeLedgerCsv([progress])
    expect(text).toBe(
      '\uFEFFreportedOn,communityId,buildingId,kind,subject,doneShare,date,note\r\n' +
      '2024-08-05,C07,C07-B2,progress,J14,0.333,,\r\n',
    )
  })

  it('leaves cells of null empty and quotes commas, quotes and line breaks', () => {
    const stop: LedgerRow = {
      ...progress, kind: 'stop', buildingId: null, subject: null, doneShare: null, date: day('2024-08-04'), note: 'a, "b"\nc',
    }
    expect(writeLedgerCsv([stop]).split('\r\n')[1]).toBe('2024-08-05,C07,,stop,,,2024-08-04,"a, ""b""\nc"')
  })

  it('writes zero and one without decimals', () => {
    const lines = writeLedgerCsv([{ ...progress, doneShare: 0 }, { ...progress, doneShare: 1 }]).split('\r\n')
    expect(lines[1]).toContain(',J14,0,')
    expect(lines[2]).toContain(',J14,1,')
  })
})

describe('writeBaselineCsv', () => {
  it('writes one row per item', () => {
    const row = { communityId: 'C01', itemCode: 'J03', plannedStart: day('2024-06-15'), plannedFinish: day('2024-08-20'), weight: 12.5 }
    expect(writeBaselineCsv([row])).toBe(
      '\uFEFFcommunityId,itemCode,plannedStart,plannedFinish,weight\r\nC01,J03,2024-06-15,2024-08-20,12.5\r\n',
    )
  })
})
