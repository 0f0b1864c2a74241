import type { Position } from 'geojson'

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/
const MAX_NUMBER = 40
/** Some programs count on beyond the date line, degrees. */
const MAX_LONGITUDE = 360
const SHOWN = 30

/** A number as it is written in XML, null for anything else: no hexadecimal, no infinity, also not by a large exponent. */
export function parseNumber(text: string): number | null {
  const number = text.length <= MAX_NUMBER && NUMBER.test(text) ? Number(text) : NaN
  return Number.isFinite(number) ? number : null
}

/** A position of two texts, null if one is no number or they are no place on earth, as latitudes before longitudes mostly are in China. */
export function parsePosition(longitude: string | undefined, latitude: string | undefined): Position | null {
  const [x, y] = [parseNumber((longitude ?? '').trim()), parseNumber((latitude ?? '').trim())]
  return x === null || y === null || Math.abs(x) > MAX_LONGITUDE || Math.abs(y) > 90 ? null : [x, y]
}

/**
 * Positions of a KML `coordinates` element: `longitude,latitude[,altitude]` with white space between. Spaces around
 * a comma are forgiven, altitudes are left out.
 *
 * @param limit - Reads one position more than this at most, so that a caller sees it was passed.
 * @returns `bad`: the first place that cannot be read, shortened.
 */
export function parseCoordinates(text: string, limit: number): { positions: Position[]; bad: string | null } {
  const positions: Position[] = []
  const end = text.length
  let tuple: string[] = []
  let isOpen = false // a comma waits for its number
  let at = 0
  const bad = (place: number) => ({ positions: [], bad: text.slice(Math.max(0, place - SHOWN / 2), place + SHOWN / 2).trim() })
  const close = (): boolean => {
    if (tuple.length === 0) return true
    const position = tuple.length <= 3 ? parsePosition(tuple[0], tuple[1]) : null
    if (position) positions.push(position)
    tuple = []
    return position !== null
  }
  while (at < end && positions.length <= limit) {
    const code = text.charCodeAt(at)
    if (isSpace(code)) at++
    else if (code === 44) {
      if (isOpen || tuple.length === 0) return bad(at)
      isOpen = true
      at++
    } else {
      const from = at
      while (at < end && text.charCodeAt(at) !== 44 && !isSpace(text.charCodeAt(at))) at++
      if (!isOpen && !close()) return bad(from)
      if (tuple.length > 3) return bad(from)
      tuple.push(text.slice(from, at))
      isOpen = false
    }
  }
  if (positions.length > limit) return { positions, bad: null }
  if (isOpen && tuple.length < 2) return bad(end)
  return close() ? { positions, bad: null } : bad(end)
}

const isSpace = (code: number): boolean => code === 32 || (code >= 9 && code <= 13) || code === 0xa0
