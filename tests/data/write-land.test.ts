import { describe, expect, it } from 'vitest'
import { writeCoverageCsv } from '@/data/write-coverage'
import { LAND_EXPORTS, listFindings, writeLand, type LandToWrite } from '@/data/write-land'
import { writeSites } from '@/data/write-sites'
import { landZh } from '@/i18n/land-zh'
import { zh } from '@/i18n/zh'
import { smallLandAnswer, smallSpaces } from '../fixtures/small-land-answer'

function toWrite(kind: LandToWrite['kind']): LandToWrite {
  const answer = smallLandAnswer()
  const words = { kind: zh.spareSpaceKind, contact: landZh.contact, criterion: landZh.criterion, fact: landZh.fact }
  return { kind, answer, spaces: smallSpaces(), audience: 'public', words, sentences: listFindings(answer).map((_, i) => `句子${i}`) }
}

describe('writeLand', () => {
  it('writes sites and coverage as their writers do', () => {
    expect(writeLand(toWrite('geojson'))).toBe(writeSites({ answer: smallLandAnswer(), spaces: smallSpaces(), audience: 'public' }))
    expect(writeLand(toWrite('coverage'))).toBe(writeCoverageCsv(smallLandAnswer()))
  })

  it('puts each finding into the sentence that was made for it', () => {
    const lines = writeLand(toWrite('sites')).split('\r\n')
    // Advice of S003: 0 the present use, 1 the planned use, which is internal. Of S004: 2 its area, 3 its tenure, internal.
    expect(lines[2]).toContain('句子0；规划用途须核对')
    expect(lines[3]).toContain('句子2；权属不可用')
  })

  it('keeps the sentences where they belong on the way to another thread', () => {
    expect(writeLand(structuredClone(toWrite('sites')))).toBe(writeLand(toWrite('sites')))
  })

  it.each(LAND_EXPORTS)('says in %s that it permits nothing', (kind) => {
    expect(writeLand(toWrite(kind))).toContain('辅助分析，不作为规划许可依据')
  })
})
