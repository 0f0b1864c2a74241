import { FEATURE_FIELDS, PUBLISHED_FLAG, type FeatureDatasetId, type FeatureRecords } from '@/data/fields'
import { writeFields } from '@/data/write-fields'
import type { Audience } from '@/domain/manifest'

/**
 * The text of a GeoJSON dataset (RFC 7946), one feature per line. For the public without internal fields and without
 * features that are not published. Positions have two numbers: a height is no part of any dataset.
 */
export function writeFeatures<D extends FeatureDatasetId>(dataset: D, records: readonly FeatureRecords[D][], audience: Audience): string {
  const flag = PUBLISHED_FLAG[dataset]
  const isTold = (record: object) => audience === 'internal' || flag === undefined || (record as Record<string, unknown>)[flag] === true
  const lines = records.filter(isTold).map((record) => {
    const { type, coordinates } = record.geometry
    const geometry = { type, coordinates: flatPositions(coordinates) }
    return JSON.stringify({ type: 'Feature', properties: writeFields(FEATURE_FIELDS[dataset], record, audience), geometry })
  })
  return `{"type":"FeatureCollection","features":[\n${lines.join(',\n')}\n]}\n`
}

function flatPositions(coordinates: unknown): unknown {
  if (!Array.isArray(coordinates)) return coordinates
  return typeof coordinates[0] === 'number' ? coordinates.slice(0, 2) : coordinates.map(flatPositions)
}
