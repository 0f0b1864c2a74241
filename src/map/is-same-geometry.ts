import type { Geometry, GeometryCollection } from 'geojson'

type Shape = Exclude<Geometry, GeometryCollection>

/**
 * Whether two geometries are the same, position by position.
 *
 * Answers come from a worker as new objects each time; comparing is far cheaper than cutting the
 * same shapes into tiles again.
 */
export function isSameGeometry(a: Shape, b: Shape): boolean {
  return a === b || (a.type === b.type && isSameNesting(a.coordinates, b.coordinates))
}

function isSameNesting(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false
  for (let index = 0; index < a.length; index++) if (!isSameNesting(a[index], b[index])) return false
  return true
}

/** Whether two lists have the same length and pairwise the same elements. */
export function isSameList<T>(a: readonly T[], b: readonly T[], isSame: (a: T, b: T) => boolean): boolean {
  return a === b || (a.length === b.length && a.every((each, index) => isSame(each, b[index]!)))
}
