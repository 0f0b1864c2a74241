import { expect, it } from 'vitest'
import { BUILT_IN_TOUR } from '@/analysis/show/built-in-tour'
import { SCENE_KINDS } from '@/domain/tour'

it('tells everything a tour can tell, once, without naming a place', () => {
  expect(BUILT_IN_TOUR.scenes.map(({ kind }) => kind).sort()).toEqual([...SCENE_KINDS].sort())
  for (const { places, camera, caption, captionEn } of BUILT_IN_TOUR.scenes) expect([places, camera, caption, captionEn]).toEqual([null, null, null, null])
})

it('gives each scene time to be read, 15 to 25 s', () => {
  for (const { dwellS } of BUILT_IN_TOUR.scenes) expect(dwellS >= 15 && dwellS <= 25).toBe(true)
})

it('points at nobody who is late', () => {
  for (const { colouring } of BUILT_IN_TOUR.scenes) expect(colouring).not.toBe('lamp')
})
