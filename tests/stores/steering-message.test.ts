import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readSteeringMessage, writeSteeringMessage, type SteeringMessage, type WallState } from '@/stores/steering-message'

const STATE: WallState = {
  scenes: [{ id: 'overview', name: '全部小区' }, { id: 'district-xingan', name: '兴安街道' }], currentId: 'overview', mode: 'playing',
  resumeInMs: null, nextInMs: 9_000, freshness: 'fresh', checkedBeforeMs: 4_000, dataDate: 20_000, build: '0.1.0', widthPx: 1920, heightPx: 1080,
  isHidden: false, viewQuery: { date: '2024-10-28' },
}
const GOOD: SteeringMessage[] = [
  { kind: 'wall', wallId: 'a1', state: STATE },
  { kind: 'gone', wallId: 'a1' },
  { kind: 'hello' },
  { kind: 'command', wallId: null, command: { kind: 'next' } },
  { kind: 'command', wallId: 'a1', command: { kind: 'pin', sceneId: 'overview' } },
]
const sent = (change: (message: ReturnType<typeof JSON.parse>) => void, message = GOOD[0]!): unknown => {
  const wire: unknown = structuredClone(writeSteeringMessage(message))
  change(wire)
  return wire
}

describe('readSteeringMessage', () => {
  it.each(GOOD)('reads what was written: $kind', (message) => {
    expect(readSteeringMessage(structuredClone(writeSteeringMessage(message)))).toEqual(message)
  })

  it.each([null, undefined, 7, 'next', [], {}, { kind: 'hello' }, { format: 'renovation-show-2', kind: 'hello' }])('ignores %j', (message) => {
    expect(readSteeringMessage(message)).toBeNull()
  })

  it.each([
    ['an unknown kind', { kind: 'reload' }], ['no kind', {}], ['code', { kind: 'eval', sceneId: 'alert(1)' }], ['a jump to nowhere', { kind: 'jump' }],
    ['a jump to an object', { kind: 'jump', sceneId: { id: 'overview' } }], ['a jump to a control character', { kind: 'jump', sceneId: 'a\u202eb' }], ['an endless id', { kind: 'pin', sceneId: 'x'.repeat(121) }],
  ])('obeys no command that is %s', (_, command) => {
    expect(readSteeringMessage(sent((message) => (message.command = command), GOOD[3]))).toBeNull()
  })

  it('needs a wall or all of them for a command', () => {
    expect(readSteeringMessage(sent((message) => delete message.wallId, GOOD[3]))).toBeNull()
    expect(readSteeringMessage(sent((message) => (message.wallId = 5), GOOD[3]))).toBeNull()
  })

  it.each([
    ['no scenes', 'scenes', null], ['a scene without a name', 'scenes', [{ id: 'overview' }]], ['too many scenes', 'scenes', Array.from({ length: 501 }, () => ({ id: 'a', name: 'a' }))],
    ['an unknown mode', 'mode', 'broken'], ['an unknown freshness', 'freshness', 'new'], ['an endless build', 'build', 'x'.repeat(201)], ['a negative size', 'widthPx', -1], ['no visibility', 'isHidden', null],
  ])('ignores a wall with %s', (_, key, value) => {
    expect(readSteeringMessage(sent((message) => (message.state[key] = value)))).toBeNull()
  })

  it('makes null of spans and scenes that cannot be', () => {
    const read = readSteeringMessage({ format: 'renovation-show-1', kind: 'wall', wallId: 'a1', state: { ...STATE, nextInMs: -5, resumeInMs: Infinity, checkedBeforeMs: '4', dataDate: 1.5, currentId: 'elsewhere' } })
    expect(read).toMatchObject({ state: { nextInMs: null, resumeInMs: null, checkedBeforeMs: null, dataDate: null, currentId: null } })
  })

  it('keeps no field that it does not know, of the address neither', () => {
    const read = readSteeringMessage(sent((message) => Object.assign(message.state, { extra: 1, viewQuery: { date: '2024-10-28', url: 'data:text/html,x', camera: 5 } })))
    expect(read).toEqual(GOOD[0])
  })

  it('takes nothing over from a prototype', () => {
    const hostile: unknown = JSON.parse('{"format":"renovation-show-1","__proto__":{"kind":"hello"}}')
    expect(readSteeringMessage(hostile)).toBeNull()
    expect(readSteeringMessage(Object.create({ format: 'renovation-show-1', kind: 'hello' }))).toBeNull()
    expect(Reflect.get({}, 'kind')).toBeUndefined()
  })

  it('never throws', () => {
    const wire = fc.record({ format: fc.constant('renovation-show-1'), kind: fc.constantFrom('wall', 'gone', 'hello', 'command'), wallId: fc.anything(), state: fc.anything(), command: fc.anything() })
    fc.assert(fc.property(fc.oneof(fc.anything({ withNullPrototype: true }), wire), (message) => void readSteeringMessage(message)))
  })
})
