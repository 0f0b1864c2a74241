import { describe, expect, it } from 'vitest'
import { choice, integer, internal, nullable, number, reference, remark, share, text, type FieldTable } from '@/data/field'

describe('field', () => {
  it('is required and public unless said otherwise', () => {
    expect(text()).toMatchObject({ kind: 'text', nullable: false, audience: 'public', minLength: 1, maxLength: 200, refersTo: null })
    expect(nullable(number('m', 0, 5))).toMatchObject({ kind: 'number', unit: 'm', max: 5, nullable: true, audience: 'public' })
    expect(internal(nullable(integer(null, 0, 9)))).toMatchObject({ kind: 'integer', nullable: true, audience: 'internal' })
  })

  it('knows what a text names and which texts may be empty', () => {
    expect(reference('items').refersTo).toBe('items')
    expect(remark().minLength).toBe(0)
  })

  it('does not compile for a forgotten, superfluous or differently typed field', () => {
    interface Thing { id: string; share: number | null; kind: 'a' | 'b' }
    const good: FieldTable<Thing> = { id: text(), share: nullable(share), kind: choice(['a', 'b']) }
    // @ts-expect-error kind is missing
    const forgotten: FieldTable<Thing> = { id: text(), share: nullable(share) }
    // @ts-expect-error share may be null
    const required: FieldTable<Thing> = { id: text(), share, kind: choice(['a', 'b']) }
    // @ts-expect-error c is no kind
    const unknown: FieldTable<Thing> = { id: text(), share: nullable(share), kind: choice(['a', 'c']) }
    expect([good, forgotten, required, unknown]).toHaveLength(4)
  })
})
