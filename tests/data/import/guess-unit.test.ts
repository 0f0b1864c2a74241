import { describe, expect, it } from 'vitest'
import { guessUnit } from '@/data/import/guess-unit'
import { mappedField } from '@/data/import/mapping-fields'
import type { RawValue } from '@/domain/source-file'

describe('guessUnit', () => {
  it.each<[RawValue[], string | null]>([
    [[65, 0, 100], 'percent'], [['65', '12.5'], 'percent'], [[1.5], 'percent'], [[0.65, 0, 1], 'share'], [[0, 0], 'share'], [[], 'share'], [['65%', '在施', null], 'share'], [[0, 1], null], [[1], null], [[0.65, 65], null],
  ])('of shares %j is %s', (values, unit) => {
    expect(guessUnit(mappedField('ledger', 'doneShare')!, values)).toBe(unit)
  })

  it.each<[RawValue[], string | null]>([[[14517, 20802], 'm2'], [[1.45, 2.08], null], [['1,200㎡', '12亩'], 'm2'], [[50, 14517], 'm2'], [[50, 60, 14517], null], [[], 'm2']])('of areas %j is %s', (values, unit) => {
    expect(guessUnit(mappedField('communities', 'floorAreaM2')!, values)).toBe(unit)
  })

  it('is plain where there is nothing to choose', () => {
    expect(guessUnit(mappedField('buildings', 'heightM')!, [18])).toBe('m')
    expect(guessUnit(mappedField('buildings', 'name')!, ['1号楼'])).toBeNull()
  })
})
