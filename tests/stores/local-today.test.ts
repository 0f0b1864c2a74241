import { afterEach, expect, it, vi } from 'vitest'
import { formatDay } from '@/domain/day'
import { localToday } from '@/stores/local-today'

afterEach(() => void vi.useRealTimers())

it('is the day on the calendar here, at any hour', () => {
  vi.useFakeTimers()
  for (const hour of [0, 12, 23]) {
    vi.setSystemTime(new Date(2024, 10, 4, hour, 59))
    expect(formatDay(localToday())).toBe('2024-11-04')
  }
})
