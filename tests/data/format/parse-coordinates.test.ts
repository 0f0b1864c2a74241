import { describe, expect, it } from 'vitest'
import { parseCoordinates, parseNumber, parsePosition } from '@/data/format/parse-coordinates'

describe('parseCoordinates', () => {
  it.each([
    ['119.2,36.4,0 119.3,36.5,0', [[119.2, 36.4], [119.3, 36.5]]],
    ['\n\t119.2,36.4\r\n 119.3,36.5 \n', [[119.2, 36.4], [119.3, 36.5]]],
    ['119.2, 36.4 119.3 , 36.5,12', [[119.2, 36.4], [119.3, 36.5]]],
    ['+1.5e2,-.5', [[150, -0.5]]], ['', []], ['  ', []],
  ])('reads %j', (text, positions) => expect(parseCoordinates(text, 100)).toEqual({ positions, bad: null }))

  it.each([
    ['119.2', '119.2'], ['1,2 x,4', '1,2 x,4'], ['1,2,3,4', '1,2,3,4'], ['1,,2', '1,,2'], [',1', ',1'], ['NaN,1', 'NaN,1'], ['1,0x10', '1,0x10'], ['1,Infinity', '1,Infinity'], ['1,', '1,'], ['36.4,119.2', '36.4,119.2'], ['361,2', '361,2'], ['1,2 3', '1,2 3'],
  ])('finds what is wrong with %j', (text, bad) => expect(parseCoordinates(text, 100)).toEqual({ positions: [], bad }))

  it('reads one more than the limit and stops', () => expect(parseCoordinates('1,2 '.repeat(1000), 10).positions).toHaveLength(11))

  it.each([' ', ',', '1,2 ', '1 , 2 ', '1', 'x '])('takes linear time for %j', (part) => {
    const start = performance.now()
    parseCoordinates(part.repeat(300_000), 1_000_000)
    expect(performance.now() - start).toBeLessThan(8000)
  })
})

it('takes only decimal numbers', () => {
  expect(['1', '-1.5', '1e3', '', ' 1', '0x1', 'Infinity', '1_0', '1e999', '1'.repeat(41)].map(parseNumber)).toEqual([1, -1.5, 1000, null, null, null, null, null, null, null])
  expect(parsePosition(' 119.2 ', '36')).toEqual([119.2, 36])
  expect(parsePosition('190', '-90')).toEqual([190, -90])
  expect([parsePosition(undefined, '1'), parsePosition('1', 'x')]).toEqual([null, null])
})
