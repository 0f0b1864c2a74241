import { describe, expect, it } from 'vitest'
import { readPlan } from '@/data/read-plan'
import { writePlan } from '@/data/write-plan'
import { smallGeodata } from '../fixtures/small-geodata'

describe('writePlan', () => {
  it('writes a plan so that it reads the same, without what is no field of it', () => {
    const { plan } = smallGeodata()
    const raw = { ...plan, remark: 'call Mr Wang', districts: plan.districts.map((district) => ({ ...district, head: 'Mr Wang' })) }
    const { value } = readPlan(JSON.stringify(raw), 'plan.json')
    const text = writePlan(value!, 'public')
    expect(readPlan(text, 'plan.json')).toEqual({ value, findings: [] })
    expect(text).not.toContain('Wang')
  })
})
