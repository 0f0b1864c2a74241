import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { useSpaceLifeStore } from '@/stores/space-life'

const stored = new Map<string, string>()
const checked = { stage: 'checked', date: '2024-10-28', remark: '现场看过' } as const

beforeEach(() => {
  stored.clear()
  vi.stubGlobal('localStorage', { getItem: (key: string) => stored.get(key) ?? null, setItem: (key: string, text: string) => void stored.set(key, text) })
  setActivePinia(createPinia())
})

describe('the life of a space', () => {
  it('begins as a candidate', () => {
    expect(useSpaceLifeStore().stageOf(['S001'])).toBe('candidate')
  })

  it('is kept step by step, also after a reload', () => {
    useSpaceLifeStore().add(['S001', 'S002'], checked)
    setActivePinia(createPinia())
    const life = useSpaceLifeStore()
    expect(life.stageOf(['S001', 'S002'])).toBe('checked')
    expect(life.stepsOf('S002')).toEqual([checked])
  })

  it('is for a site as far as the part that is least far', () => {
    const life = useSpaceLifeStore()
    life.add(['S001', 'S002'], checked)
    life.add(['S001'], { stage: 'approved', date: '2024-11-01', remark: '' })
    expect([life.stageOf(['S001']), life.stageOf(['S001', 'S002']), life.stageOf(['S001', 'S009'])]).toEqual(['approved', 'checked', 'candidate'])
  })

  it('takes a step back', () => {
    const life = useSpaceLifeStore()
    life.add(['S001'], checked)
    life.takeBack(['S001'])
    expect([life.stageOf(['S001']), life.lives]).toEqual(['candidate', {}])
  })

  it('is no step of a space called as something that every object has', () => {
    const life = useSpaceLifeStore()
    expect(life.stepsOf('constructor')).toEqual([])
    life.add(['constructor', '__proto__'], checked)
    expect([life.stepsOf('constructor'), life.stepsOf('__proto__')]).toEqual([[checked], [checked]])
    expect(Reflect.get({}, 'stage')).toBeUndefined()
  })

  it('leaves out what is no step', () => {
    stored.set('renovation-map.space-life', JSON.stringify({ S001: [checked, { stage: 'sold', date: '2024-01-01', remark: '' }, 7], S002: 'x', S003: [{ ...checked, date: 'soon' }] }))
    expect(useSpaceLifeStore().lives).toEqual({ S001: [checked] })
  })
})
