import { describe, expect, it } from 'vitest'
import { CRS_LIST } from '@/data/crs/crs-list'
import { parsePrj } from '@/data/crs/parse-prj'
import { prjText } from '@/data/crs/prj-text'
import { ESRI_PRJ } from './crs-vectors'
import { OGC_WKT1, WKT2 } from './wkt-texts'

const LEGACY = ['EPSG:2385', 'EPSG:2437']
const GK_120 = ESRI_PRJ['EPSG:4549']!
const read = (text: string) => parsePrj(text).choice?.crs ?? parsePrj(text).problem

describe('parsePrj', () => {
  const all = [...Object.entries(ESRI_PRJ), ...Object.entries(OGC_WKT1), ...Object.entries(WKT2)]

  it.each(all.filter(([id]) => !LEGACY.includes(id)))('knows %s: %s', (id, text) => {
    expect(parsePrj(text)).toMatchObject({ choice: { crs: id, isSwapped: false }, problem: null })
  })

  it.each(all.filter(([id]) => LEGACY.includes(id)))('wants parameters for %s: %s', (_, text) => {
    expect(parsePrj(text)).toMatchObject({ choice: null, problem: 'needs-parameters' })
    expect(parsePrj(text).name).toMatch(/Xian.1980|Beijing.1954/)
  })

  it.each(CRS_LIST.filter(({ kind }) => kind !== 'shifted').map(({ id }) => id))('reads its own text of %s', (id) => {
    expect(read(prjText(id)!)).toBe(id)
  })

  it.each(['EPSG:2437', 'urn:ogc:def:crs:EPSG::2385', 'EPSG:4214', 'EPSG:4610', 'EPSG:2327', 'EPSG:2442'])('knows that %s is Beijing 1954 or Xian 1980', (text) => {
    expect(parsePrj(text)).toEqual({ choice: null, name: text, problem: 'needs-parameters' })
  })

  it('goes by parameters where the name is a clerk’s', () => {
    expect(read(GK_120.replace('CGCS2000_3_Degree_GK_CM_120E', '安丘2024'))).toBe('EPSG:4549')
    expect(read(GK_120.replace('CM_120E', 'CM_117E'))).toBe('EPSG:4549')
  })

  it('finds the zone of a custom central meridian', () => {
    const custom = GK_120.replace('CGCS2000_3_Degree_GK_CM_120E', 'Custom').replace('"Central_Meridian",120.0', '"Central_Meridian",117.0')
    expect(read(custom)).toBe('EPSG:4548')
    expect(read(custom.replace('117.0', '119.0'))).toBe('not-understood')
  })

  it('takes CGCS2000 on the ellipsoid of WGS 84 for what it is named', () => {
    expect(read(GK_120.replace('298.257222101', '298.257223563'))).toBe('EPSG:4549')
  })

  it.each([
    ['a datum of another ellipsoid', GK_120.replace('6378137.0,298.257222101', '6378140.0,298.257')],
    ['a name of Beijing 1954 on a datum of CGCS2000', GK_120.replace('CGCS2000_3_Degree', 'Beijing_1954_3_Degree')],
    ['a datum nobody knows', ESRI_PRJ['EPSG:4490']!.replace('GCS_China_Geodetic_Coordinate_System_2000', 'GCS_Local').replace('D_China_2000', 'D_Local')],
    ['the datum of another country on the same ellipsoid', ESRI_PRJ['EPSG:4490']!.replace('GCS_China_Geodetic_Coordinate_System_2000', 'GCS_ETRS_1989').replace('D_China_2000', 'D_ETRS_1989')],
    ['a scale that is not 1', GK_120.replace('"Scale_Factor",1.0', '"Scale_Factor",0.9999')],
    ['kilometres', GK_120.replace('UNIT["Meter",1.0]', 'UNIT["Kilometer",1000.0]')],
    ['no unit', GK_120.replace(',UNIT["Meter",1.0]', '')],
    ['gons', ESRI_PRJ['EPSG:4490']!.replace('"Degree",0.0174532925199433', '"Gon",0.015707963267949')],
    ['a false northing', GK_120.replace('"False_Northing",0.0', '"False_Northing",-3000000.0')],
    ['another prime meridian', GK_120.replace('PRIMEM["Greenwich",0.0]', 'PRIMEM["Paris",2.337229166666667]')],
    ['a zone number of another meridian', ESRI_PRJ['EPSG:4528']!.replace('40500000', '39500000')],
    ['another projection', GK_120.replace('Gauss_Kruger', 'Lambert_Conformal_Conic')],
    ['no well-known text', 'EPSG:4549'],
    ['nothing', ''],
    ['a page', '<html><body>404</body></html>'],
  ])('does not understand %s', (_, text) => {
    expect(parsePrj(text)).toMatchObject({ choice: null, problem: 'not-understood' })
  })
})
