import type { Geometry } from 'geojson'
import type { ProvenanceMark } from '@/data/export/provenance-mark'
import { tidyGeometry } from '@/data/export/tidy-geometry'
import { FEATURE_FIELDS, type FeatureDatasetId, type FeatureRecords } from '@/data/fields'
import { writeFields } from '@/data/write-fields'
import { formatDay } from '@/domain/day'

/**
 * A dataset as GeoJSON (RFC 7946: WGS 84, seven decimals, right-hand rule, no `crs`), one feature per line. The same
 * properties as in a data folder, and foreign members of the collection that say where it comes from.
 */
export function datasetGeojson<D extends FeatureDatasetId>(dataset: D, records: readonly FeatureRecords[D][], mark: ProvenanceMark): string {
  const lines = records.map((record) => JSON.stringify({
    type: 'Feature', properties: writeFields(FEATURE_FIELDS[dataset], record, 'internal'), geometry: tidyGeometry(record.geometry as Geometry),
  }))
  const members = { dataset, provenance: mark.provenance, dataDate: formatDay(mark.dataDate), note: mark.text }
  const head = Object.entries(members).map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)},\n`).join('')
  return `{"type":"FeatureCollection",\n${head}"features":[\n${lines.join(',\n')}\n]}\n`
}
