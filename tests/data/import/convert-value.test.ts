import { describe, expect, it } from 'vitest'
import { convertValue } from '@/data/import/convert-value'
import { mappedField } from '@/data/import/mapping-fields'
import type { ColumnUnit, ImportTarget } from '@/domain/import'
import type { RawValue } from '@/domain/source-file'

const convert = (target: ImportTarget, name: string, raw: RawValue, unit: ColumnUnit | null = null) => {
  const field = mappedField(target, name)!
  const { value, problem } = convertValue(raw, { target, name, field, unit: unit ?? (field.units.length === 1 ? field.units[0]! : null) })
  return problem ? `${problem.code} ${problem.params.problem ?? problem.params.missing ?? problem.params.found}` : value
}

describe('convertValue', () => {
  it.each<[RawValue, ColumnUnit | null, unknown]>([
    [14517, 'm2', 14517], [1.4517, '10k-m2', 14517], [12, 'mu', 8000], [0.5, 'hectare', 5000], ['1.4517万㎡', 'm2', 14517], ['12亩', '10k-m2', 8000], ['1,200㎡', null, 1200], [1.4517, null, 'unit-ambiguous 1.4517'],
    ['126户', 'm2', 'bad-number unit'], ['65%', 'm2', 'bad-number unit'],
  ])('reads the area %s of a column in %s', (raw, unit, expected) => {
    expect(convert('communities', 'floorAreaM2', raw, unit)).toBe(expected)
  })

  it.each<[RawValue, ColumnUnit | null, unknown]>([
    ['65%', null, 0.65], ['６５％', 'share', 0.65], [65, 'percent', 0.65], [0.65, 'share', 0.65], [35.7, 'percent', 0.357], ['1', 'percent', 0.01], ['1', 'share', 1], [1, null, 'unit-ambiguous 1'], [0, null, 0],
    ['已完成', null, 1], ['六成五', null, 0.65], ['√', null, 'bad-number tick'], ['未开工', null, 0], ['在施', 'percent', 'bad-number state'], ['/', null, null], ['不涉及', null, null], ['一半', 'percent', 'bad-number text'], [120, 'percent', 1.2],
  ])('reads the share %s of a column in %s', (raw, unit, expected) => {
    expect(convert('ledger', 'doneShare', raw, unit)).toBe(expected)
  })

  it.each<[RawValue, unknown]>([['126户', 126], [126, 126], ['1,126', 1126], [126.5, 'bad-number not-whole'], ['暂无', null], ['-', null], [true, 'bad-number text'], [Infinity, 'bad-number text']])('reads the count %s', (raw, expected) => {
    expect(convert('communities', 'households', raw)).toBe(expected)
  })

  it.each<[RawValue, unknown]>([['2024.6.15', '2024-06-15'], [45458, '2024-06-15'], ['2024年6月', 'day-incomplete date'], ['2024-06-31', 'bad-date 2024-06-31'], ['/', null], [false, 'bad-date false']])('reads the day %s', (raw, expected) => {
    expect(convert('ledger', 'date', raw)).toBe(expected)
  })

  it('leaves a vague year of a house out with a warning, and uses the rest of its row', () => {
    const severityOf = (raw: string) => convertValue(raw, { target: 'communities', name: 'builtYear', field: mappedField('communities', 'builtYear')!, unit: null }).problem?.severity
    expect(['90年代', '1993-1995', '约1992年', '1990年前', '12345'].map(severityOf)).toEqual(['warning', 'warning', 'warning', 'warning', 'error'])
  })

  it.each<[RawValue, unknown]>([['1995年', 1995], [1995.6, 1995], [34851, 1995], ['不详', null], ['90年代', 'bad-number approximate']])('reads the year %s', (raw, expected) => {
    expect(convert('buildings', 'builtYear', raw)).toBe(expected)
  })

  it.each<[RawValue, unknown]>([['是', true], [false, false], [1, true], ['/', null], ['也许', 'wrong-enumeration 也许']])('reads the flag %s', (raw, expected) => {
    expect(convert('communities', 'showcase', raw)).toBe(expected)
  })

  it.each<[RawValue, unknown]>([['国有划拨', 'stateAllocated'], ['国有', 'value-vague 国有'], ['飞地', 'wrong-enumeration 飞地'], [null, null]])('reads the choice %s', (raw, expected) => {
    expect(convert('spare-spaces', 'tenure', raw)).toBe(expected)
  })

  it('keeps the value of a vague choice and of a text with hidden signs, with a warning', () => {
    const field = mappedField('spare-spaces', 'tenure')!
    expect(convertValue('国有', { target: 'spare-spaces', name: 'tenure', field, unit: null })).toMatchObject({ value: 'unknown', problem: { severity: 'warning' } })
    const name = mappedField('communities', 'name')!
    expect(convertValue('红\u200b枫里', { target: 'communities', name: 'name', field: name, unit: null })).toMatchObject({ value: '红枫里', problem: { severity: 'warning' } })
  })

  it.each<[RawValue, unknown]>([[3, '3'], ['  红枫里  ', '红枫里'], ['—', null], ['红枫\n里', '红枫 里'], ['   ', null]])('reads the text %s', (raw, expected) => {
    expect(convert('communities', 'name', raw)).toBe(expected)
  })

  it.each<[RawValue, unknown]>([[119.2, 119.2], ['119.2°', 119.2], ['119°12′36″', 119.21], ['E119°12\'36"', 119.21], ['428262.1', 428262.1], ['东', 'bad-number text']])('reads the coordinate %s', (raw, expected) => {
    expect(convert('facilities', 'longitude', raw)).toBe(expected)
  })

  it.each<[RawValue, unknown]>([['空闲地', '2301'], [2301, '2301'], [701, '0701'], [16, '16'], ['荒地', '荒地']])('reads the land use %s', (raw, expected) => {
    expect(convert('spare-spaces', 'landUseCode', raw)).toBe(expected)
  })
})
