import { expect, it } from 'vitest'
import { BUILT_IN_TOUR } from '@/analysis/show/built-in-tour'
import { tourText } from '@/data/write-tour'
import { parseDay } from '@/domain/day'

it('writes days and times of the day as people read them', () => {
  const [scene] = BUILT_IN_TOUR.scenes
  const written = JSON.parse(tourText({
    ...BUILT_IN_TOUR, scenes: [{ ...scene!, day: parseDay('2024-08-26')! }], night: { fromMin: 1320, toMin: 5 }, updateWindow: null,
  }))
  expect(written).toMatchObject({ night: { from: '22:00', to: '00:05' }, updateWindow: null })
  expect(written.scenes[0]).toMatchObject({ id: 'overview', day: '2024-08-26', camera: null })
})

it('ends with a newline', () => {
  expect(tourText(BUILT_IN_TOUR)).toMatch(/\n}\n$/)
})
