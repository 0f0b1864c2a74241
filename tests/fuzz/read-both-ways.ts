import { readCsv } from '@/data/format/read-csv'
import { readGeojson } from '@/data/format/read-geojson'
import { readGpx } from '@/data/format/read-gpx'
import { readKml } from '@/data/format/read-kml'
import { readKmz } from '@/data/format/read-kmz'
import { readShapefile } from '@/data/format/read-shapefile'
import { readSources } from '@/data/import/read-sources'
import { readXlsx } from '@/data/format/read-xlsx'
import type { Reader } from '@/data/format/reader'
import type { DroppedFile } from '@/domain/source-file'
import { judgeBrought } from './judge-brought'
import type { FuzzFormat } from './fuzz-seeds'
import type { Read } from './run-fuzz'

const READERS: Partial<Record<FuzzFormat, Reader>> = {
  geojson: readGeojson, shp: readShapefile, dbf: readShapefile, kml: readKml, kmz: readKmz, gpx: readGpx, csv: readCsv, xlsx: readXlsx,
}

/** Every other run as the program does it; the others by the reader alone, also where nothing would call it for such bytes. */
export const readBothWays: Read = async (files, format, run) => {
  if (format === 'import') return judgeBrought(await readSources([...files], { encodings: {} }))
  const reader = READERS[format]
  const [first, ...rest] = files
  if (run % 2 === 0 || !reader || (format === 'dbf' && rest.length > 0)) return readSources([...files], { encodings: {} })
  const companions = new Map(rest.map(({ name, bytes }: DroppedFile) => [name.split('.').at(-1)!, bytes]))
  return [await reader({ id: 'f1', name: first!.name, bytes: first!.bytes, chosenEncoding: null, companions })]
}
