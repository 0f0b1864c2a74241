import { expect, it } from 'vitest'
import { answerShapes } from '@/views/land/answer-shapes'
import { smallLandAnswer, smallSpaces } from '../../fixtures/small-land-answer'

it('gives each site its parts, each exclusion one shape, and leaves out what has none', () => {
  const answer = smallLandAnswer()
  const unknown = { ...answer.exclusions[0]!, id: 'X', partIds: ['X'] }
  const joined = { ...answer.exclusions[0]!, id: 'S001+S004', partIds: ['S001', 'S004'] }
  const { sites, excluded } = answerShapes({ ...answer, exclusions: [...answer.exclusions, unknown, joined] }, smallSpaces(), ({ name }) => name)
  expect(sites.map(({ id, label, partGeometries, isChosen }) => [id, label, partGeometries.length, isChosen])).toEqual([['S001+S002', '地块S001', 2, true], ['S003', '地块S003', 1, false]])
  expect(excluded.map(({ id, geometry }) => [id, geometry.type, geometry.coordinates.length])).toEqual([['S004', 'Polygon', 1], ['S001+S004', 'MultiPolygon', 2]])
})
