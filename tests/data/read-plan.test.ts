import { describe, expect, it } from 'vitest'
import { readPlan } from '@/data/read-plan'
import { parseDay } from '@/domain/day'
import { smallGeodata, type SmallGeodata } from '../fixtures/small-geodata'

function read(edit: (plan: SmallGeodata['plan']) => unknown = () => {}) {
  const { plan } = smallGeodata()
  edit(plan)
  return readPlan(JSON.stringify(plan), 'plan.json')
}

describe('readPlan', () => {
  it('reads the whole plan, with days as numbers', () => {
    const { plan } = smallGeodata()
    const { value, findings } = read()
    expect(findings).toEqual([])
    expect(value).toEqual({ ...plan, milestones: plan.milestones.map((one) => ({ ...one, plannedOn: parseDay(one.plannedOn) })) })
  })

  it.each([
    ['a text that is no object', () => '[]', null, 'wrong-type'],
    ['broken JSON', () => '{', null, 'file-not-json'],
  ])('has no plan of %s', (_, text, field, code) => {
    const { value, findings } = readPlan(text(), 'plan.json')
    expect(value).toBeNull()
    expect(findings).toMatchObject([{ code, field, file: 'plan.json' }])
  })

  it.each([
    ['no title', (plan) => { plan.title = '' }, 'title', 'field-missing'],
    ['no totals', (plan) => delete (plan as Partial<typeof plan>).controlTotals, 'controlTotals', 'wrong-type'],
    ['half a household', (plan) => { plan.controlTotals.households = 4419.5 }, 'controlTotals.households', 'wrong-type'],
    ['a threshold in per cent', (plan) => { plan.thresholds.lateGapShare = 15 }, 'thresholds.lateGapShare', 'share-out-of-range'],
    ['bounds of three numbers', (plan) => plan.bounds.pop(), 'bounds', 'wrong-type'],
    ['bounds from east to west', (plan) => plan.bounds.reverse(), 'bounds', 'wrong-type'],
  ] as [string, (plan: SmallGeodata['plan']) => unknown, string, string][])('has no plan with %s', (_, edit, field, code) => {
    const { value, findings } = read(edit)
    expect(value).toBeNull()
    expect(findings).toMatchObject([{ code, field }])
  })

  it('leaves out a bad entry of a list and keeps the others', () => {
    const { value, findings } = read((plan) => { plan.items[0]!.scope = 'street'; plan.items[1]!.after = [] })
    expect(value!.items.map(({ code }) => code)).toEqual(['J09', 'J14'])
    expect(findings).toMatchObject([{ code: 'wrong-enumeration', feature: 'J02', field: 'items.scope' }])
  })

  it('uses the first of two entries with one id', () => {
    const { value, findings } = read((plan) => plan.districts.push({ id: 'east', name: '东二街', nameEn: 'East 2' }))
    expect(value!.districts.map(({ name }) => name)).toEqual(['东街', '西街'])
    expect(findings).toMatchObject([{ code: 'duplicate-id', feature: 'east', field: 'districts.id', params: { first: 1, second: 3 } }])
  })

  it('drops a predecessor that does not exist, and an item as its own', () => {
    const { value, findings } = read((plan) => { plan.items[1]!.after = ['J02', 'J77', 'J09'] })
    expect(value!.items[1]!.after).toEqual(['J02'])
    expect(findings.map(({ code, params }) => [code, params['found']])).toEqual([['dangling-reference', 'J77'], ['dangling-reference', 'J09']])
  })

  it('wants late to be worse than warning', () => {
    expect(read((plan) => { plan.thresholds.lateGapShare = 0.01 }).findings).toMatchObject([{ code: 'out-of-bounds', field: 'thresholds.lateGapShare' }])
  })

  it('wants phases one after another, while milestones of one phase may lie anyhow', () => {
    const early = (plan: SmallGeodata['plan']) => { plan.milestones[3]!.plannedOn = '2024-11-01' }
    expect(read(early).findings).toMatchObject([{ code: 'dates-out-of-order', feature: 'M12', params: { found: '2024-11-01', than: 'M11', other: '2024-11-30' } }])
    const twoPreparations = (plan: SmallGeodata['plan']) => plan.milestones.push({ ...plan.milestones[0]!, code: 'M02', plannedOn: '2024-04-30' })
    expect(read(twoPreparations).findings).toEqual([])
  })
})
