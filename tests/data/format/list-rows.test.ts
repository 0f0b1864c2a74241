import { expect, it } from 'vitest'
import { listRows } from '@/data/format/list-rows'

it('lists ten rows and says that there are more', () => {
  expect(listRows([4, 9])).toBe('4, 9')
  expect(listRows(Array.from({ length: 11 }, (_, at) => at))).toBe('0, 1, 2, 3, 4, 5, 6, 7, 8, 9 …')
})
