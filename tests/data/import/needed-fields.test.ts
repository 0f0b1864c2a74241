import { describe, expect, it } from 'vitest'
import { lacksOf } from '@/data/import/needed-fields'

describe('lacksOf', () => {
  it.each<[Parameters<typeof lacksOf>[0], string[], boolean, string[]]>([
    ['communities', ['name'], false, []], ['communities', ['households'], false, ['name']], ['buildings', ['name'], false, ['community']], ['buildings', ['name'], true, []],
    ['ledger', ['community', 'item:J02'], false, ['reportedOn']], ['ledger', ['community', 'reportedOn'], false, ['report']], ['ledger', ['community', 'reportedOn', 'doneShare'], false, ['subject']],
    ['ledger', ['community', 'reportedOn', 'subject', 'date'], false, []], ['ledger', ['community', 'reportedOn', 'stop'], false, []], ['gates', [], false, ['place']], ['gates', ['longitude', 'latitude'], false, []], ['gates', [], true, []],
    ['baseline', ['communityId', 'itemCode', 'plannedStart'], false, ['plannedFinish']],
  ])('of %s with %j (shapes: %s) is %j', (target, fields, hasShapes, lacking) => {
    expect(lacksOf(target, new Set(fields), hasShapes)).toEqual(lacking)
  })
})
