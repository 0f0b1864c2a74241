import type { MultiPolygon, Polygon, Position } from 'geojson'
import { ownMember } from '@/data/check-structure'
import { defaultPath } from '@/data/fields'
import { windRings } from '@/analysis/shape/wind-rings'
import { decodeUtf8 } from '@/data/verify-bytes'
import { notThere, pathOf, type EditContext, type EditResult } from '@/data/workspace/edit/edit-context'
import type { WorkEdit } from '@/domain/workspace'

/** 7 decimals of a degree are 1 cm. */
const STEPS_PER_DEG = 1e7

/** Another shape for a community, building or spare space. Its other members stay as they are, and so do all other features. */
export function editGeometry({ dataset, id, geometry }: Extract<WorkEdit, { kind: 'geometry' }>, { folder, files }: EditContext): EditResult {
  const path = pathOf(folder, dataset) ?? defaultPath(dataset)
  const record = folder.values[dataset]?.find((one) => one.id === id)
  const text = decodeUtf8(files.get(path) ?? new Uint8Array())
  if (!record || text === null) return notThere(path, id, 'id', dataset, id)
  const collection = JSON.parse(text) as { features: unknown[] } & Record<string, unknown>
  const at = collection.features.findIndex((feature) => ownMember(ownMember(feature, 'properties'), 'id') === id)
  if (at < 0) return notThere(path, id, 'id', dataset, id)
  const features = collection.features.with(at, { ...(collection.features[at] as object), geometry: written(geometry) })
  const { features: _, ...rest } = collection
  const head = JSON.stringify(rest).slice(0, -1)
  const lines = features.map((feature) => JSON.stringify(feature)).join(',\n')
  const params = { dataset, id, name: record.name, ...communityOf(record, folder) }
  return { changed: new Map([[path, new TextEncoder().encode(`${head},"features":[\n${lines}\n]}\n`)]]), reportedOn: null, params }
}

/** As RFC 7946 wants it: outer rings counter-clockwise, two numbers per position. */
function written(geometry: Polygon | MultiPolygon): Polygon | MultiPolygon {
  const part = (rings: Position[][]): Position[][] => windRings(rings.map((ring) => ring.map(rounded)))
  return geometry.type === 'Polygon'
    ? { type: 'Polygon', coordinates: part(geometry.coordinates) }
    : { type: 'MultiPolygon', coordinates: geometry.coordinates.map(part) }
}

function rounded([lon, lat]: Position): Position {
  return [Math.round(lon! * STEPS_PER_DEG) / STEPS_PER_DEG, Math.round(lat! * STEPS_PER_DEG) / STEPS_PER_DEG]
}

function communityOf(record: object, { values }: EditContext['folder']): Record<string, string> {
  const communityId = ownMember(record, 'communityId')
  const community = values.communities?.find(({ id }) => id === communityId)
  return community ? { community: community.name, communityId: community.id } : {}
}
