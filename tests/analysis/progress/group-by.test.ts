import { expect, it } from 'vitest'
import { groupBy } from '@/analysis/progress/group-by'

it('groups by key and keeps the order', () => {
  const groups = groupBy([3, 1, 4, 1, 5, 9, 2, 6], (n) => (n % 2 === 0 ? 'even' : 'odd'))
  expect([...groups]).toEqual([['odd', [3, 1, 1, 5, 9]], ['even', [4, 2, 6]]])
})

it('takes any key, also those an object has of its own', () => {
  const groups = groupBy(['constructor', '__proto__', 'constructor'], (key) => key)
  expect(groups.get('constructor')).toHaveLength(2)
  expect(groups.get('__proto__')).toHaveLength(1)
  expect(groups.get('toString')).toBeUndefined()
})

it('has no group of nothing', () => {
  expect(groupBy([], String).size).toBe(0)
})
