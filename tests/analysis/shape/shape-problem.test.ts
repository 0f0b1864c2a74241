import { describe, expect, it } from 'vitest'
import { shapeProblem } from '@/analysis/shape/shape-problem'
import { at, drawn, rectangle, withHole } from '../../fixtures/drawn'

describe('shapeProblem', () => {
  it('has nothing against a rectangle, a hole, several parts, or a strip 20 cm wide', () => {
    expect(shapeProblem(rectangle(0, 0, 20, 10))).toBeNull()
    expect(shapeProblem(withHole(rectangle(0, 0, 40, 40), rectangle(10, 10, 5, 5)))).toBeNull()
    expect(shapeProblem({ type: 'MultiPolygon', coordinates: [rectangle(0, 0, 5, 5).coordinates, rectangle(9, 0, 5, 5).coordinates] })).toBeNull()
    expect(shapeProblem(rectangle(0, 0, 200, 0.2))).toBeNull()
  })

  it('sees a bow tie', () => {
    expect(shapeProblem(drawn([0, 0], [20, 10], [20, 0], [0, 10]))).toBe('crossesItself')
  })

  it('sees a ring that is left open', () => {
    expect(shapeProblem({ type: 'Polygon', coordinates: [rectangle(0, 0, 20, 10).coordinates[0]!.slice(0, 4)] })).toBe('notClosed')
  })

  it.each([
    ['a line there and back', [at(0, 0), at(10, 5), at(0, 0)]], ['one place', [at(0, 0), at(0, 0), at(0, 0), at(0, 0)]],
    ['corners in a row', [at(0, 0), at(10, 0), at(25, 0), at(0, 0)]],
  ])('sees no area in %s', (_, ring) => {
    expect(shapeProblem({ type: 'Polygon', coordinates: [ring] })).toBe('noArea')
  })

  it.each([
    ['no rings', []], ['an empty ring', [[]]], ['a position that is no number', [[[119.197, NaN], [119.198, 36.43], [119.198, 36.44], [119.197, NaN]]]],
  ])('sees no positions in %s', (_, coordinates) => {
    expect(shapeProblem({ type: 'Polygon', coordinates })).toBe('noPositions')
  })

  it('sees no positions in several parts of which one is empty, or in none', () => {
    expect(shapeProblem({ type: 'MultiPolygon', coordinates: [rectangle(0, 0, 5, 5).coordinates, []] })).toBe('noPositions')
    expect(shapeProblem({ type: 'MultiPolygon', coordinates: [] })).toBe('noPositions')
  })
})
