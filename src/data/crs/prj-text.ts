import type { CrsId } from '@/domain/crs'
import { crsEntry } from '@/data/crs/crs-list'
import type { CrsEntry } from '@/data/crs/crs-list'

const GREENWICH = 'PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]'
const CHINA_2000 = `GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],${GREENWICH}]`
const WGS_1984 = `GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],${GREENWICH}]`

/**
 * Text of a `.prj`: well-known text in the words of ESRI, as PROJ 9.5.1 writes it (`WKT1_ESRI`). Null for GCJ-02 and
 * BD-09, which have none, and for a system that is not listed.
 */
export function prjText(crs: CrsId): string | null {
  const entry = crsEntry(crs)
  if (!entry || entry.kind === 'shifted') return null
  if (entry.id === 'EPSG:4490') return CHINA_2000
  if (entry.kind === 'geographic') return WGS_1984
  if (entry.kind === 'web-mercator') {
    return projected('WGS_1984_Web_Mercator_Auxiliary_Sphere', WGS_1984, 'Mercator_Auxiliary_Sphere', [
      ['False_Easting', '0.0'], ['False_Northing', '0.0'], ['Central_Meridian', '0.0'], ['Standard_Parallel_1', '0.0'], ['Auxiliary_Sphere_Type', '0.0'],
    ])
  }
  const isUtm = entry.kind === 'utm'
  return projected(esriName(entry), isUtm ? WGS_1984 : CHINA_2000, isUtm ? 'Transverse_Mercator' : 'Gauss_Kruger', [
    ['False_Easting', `${entry.falseEastingM}.0`], ['False_Northing', '0.0'], ['Central_Meridian', `${entry.centralMeridianDeg}.0`],
    ['Scale_Factor', isUtm ? '0.9996' : '1.0'], ['Latitude_Of_Origin', '0.0'],
  ])
}

function projected(name: string, base: string, method: string, parameters: readonly (readonly [string, string])[]): string {
  const list = parameters.map(([key, value]) => `PARAMETER["${key}",${value}]`).join(',')
  return `PROJCS["${name}",${base},PROJECTION["${method}"],${list},UNIT["Meter",1.0]]`
}

function esriName({ kind, zone, centralMeridianDeg, falseEastingM }: CrsEntry): string {
  if (kind === 'utm') return `WGS_1984_UTM_Zone_${zone}N`
  const place = falseEastingM === 500_000 ? `CM_${centralMeridianDeg}E` : `Zone_${zone}`
  return `CGCS2000_${kind === 'gauss-kruger-3' ? '3_Degree_' : ''}GK_${place}`
}
