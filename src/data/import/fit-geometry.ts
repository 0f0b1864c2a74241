import type { Geometry, Position } from 'geojson'
import { areaOf, partsOf } from '@/analysis/repair/area-of'

/** As all files of a folder are written: 1 cm. */
const DECIMALS = 7

/**
 * A geometry in the form that a dataset wants, if that needs no guess: a collection with areas gives its areas, several
 * points that are one give a point, one line gives a line, a closed line an area. Everything else comes back as it is, for
 * the reader of the dataset to refuse.
 *
 * @param wanted - Geometry types of the dataset.
 */
export function fitGeometry(geometry: Geometry, wanted: readonly string[]): Geometry {
  if (wanted.includes(geometry.type)) return geometry
  const members = geometry.type === 'GeometryCollection' ? membersOf(geometry) : [geometry]
  const fitting = members.flatMap((member) => convert(member, wanted))
  const areas = fitting.flatMap((one) => (one.type === 'Polygon' || one.type === 'MultiPolygon' ? partsOf(one) : []))
  if (areas.length > 0) return areaOf(areas)
  return fitting.length === 1 ? fitting[0]! : geometry
}

/** The geometries of a collection and of the collections in it, as deep as a reader lets them be. */
function membersOf(geometry: Geometry): Geometry[] {
  const found: Geometry[] = []
  const todo: Geometry[] = [geometry]
  for (let next = todo.pop(); next; next = todo.pop()) {
    if (next.type === 'GeometryCollection') todo.push(...[...next.geometries].reverse())
    else found.push(next)
  }
  return found
}

function convert(member: Geometry, wanted: readonly string[]): Geometry[] {
  if (wanted.includes(member.type)) return [member]
  if (member.type === 'MultiPoint' && member.coordinates.length === 1) return convert({ type: 'Point', coordinates: member.coordinates[0]! }, wanted)
  if (member.type === 'MultiLineString' && member.coordinates.length === 1) return convert({ type: 'LineString', coordinates: member.coordinates[0]! }, wanted)
  if (member.type === 'LineString' && wanted.includes('Polygon') && isClosed(member.coordinates)) return [{ type: 'Polygon', coordinates: [member.coordinates] }]
  return []
}

function isClosed(line: readonly Position[]): boolean {
  const [first, last] = [line[0], line.at(-1)]
  return line.length >= 4 && first?.[0] === last?.[0] && first?.[1] === last?.[1]
}

/** A position as a folder keeps it: longitude and latitude to 1 cm, no height. What is no number stays what it is. */
export function roundPosition([lon, lat]: Position): Position {
  return [Number.isFinite(lon) ? Number(lon!.toFixed(DECIMALS)) : lon!, Number.isFinite(lat) ? Number(lat!.toFixed(DECIMALS)) : lat!]
}
