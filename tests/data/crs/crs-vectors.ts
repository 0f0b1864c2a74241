/* Vectors of coordinate systems around Anqiu. Longitude and latitude in degrees, projected values as easting, northing in m. */

/** Made with PROJ 9.5.1 (Poder/Engsager transverse Mercator, EPSG registry); hold to 1 mm. */
export const PROJECTED: readonly { name: string; lonLat: [number, number]; at: Record<string, [number, number]> }[] = [
  {
    name: 'GeoNames Anqiu', lonLat: [119.1925, 36.43417],
    at: {
      'EPSG:4528': [40427593.2821, 4034022.5283], 'EPSG:4549': [427593.2821, 4034022.5283], 'EPSG:4527': [39696608.8949, 4035954.2208], 'EPSG:4548': [696608.8949, 4035954.2208],
      'EPSG:4498': [20696608.8949, 4035954.2208], 'EPSG:4509': [696608.8949, 4035954.2208], 'EPSG:3857': [13268448.4064, 4360528.1292], 'EPSG:32650': [696530.2514, 4034339.8392],
    },
  },
  {
    name: 'brief centre', lonLat: [119.2, 36.455],
    at: {
      'EPSG:4528': [40428284.9774, 4036328.4399], 'EPSG:4549': [428284.9774, 4036328.4399], 'EPSG:4527': [39697228.7822, 4038281.4951], 'EPSG:4548': [697228.7822, 4038281.4951],
      'EPSG:4498': [20697228.7822, 4038281.4951], 'EPSG:4509': [697228.7822, 4038281.4951], 'EPSG:3857': [13269283.3026, 4363410.6422], 'EPSG:32650': [697149.8907, 4036666.1826],
    },
  },
  {
    name: 'county W end', lonLat: [118.739721, 36.209347],
    at: {
      'EPSG:4528': [40386666.8967, 4009508.3974], 'EPSG:4549': [386666.8967, 4009508.3974], 'EPSG:4527': [39656451.3634, 4010175.4002], 'EPSG:4548': [656451.3634, 4010175.4002],
      'EPSG:4498': [20656451.3634, 4010175.4002], 'EPSG:4509': [656451.3634, 4010175.4002], 'EPSG:3857': [13218045.2787, 4329465.563], 'EPSG:32650': [656388.7829, 4008571.3302],
    },
  },
  {
    name: 'county E end', lonLat: [119.453925, 36.312757],
    at: {
      'EPSG:4528': [40450958.7845, 4020385.1807], 'EPSG:4549': [450958.7845, 4020385.1807], 'EPSG:4527': [39720398.2971, 4023042.7607], 'EPSG:4548': [720398.2971, 4023042.7607],
      'EPSG:4498': [20720398.2971, 4023042.7607], 'EPSG:4509': [720398.2971, 4023042.7607], 'EPSG:3857': [13297550.1043, 4343742.0307], 'EPSG:32650': [720310.1378, 4021433.5437],
    },
  },
  {
    name: 'county N end', lonLat: [119.259344, 36.556186],
    at: {
      'EPSG:4528': [40433691.2454, 4047514.6632], 'EPSG:4549': [433691.2454, 4047514.6632], 'EPSG:4527': [39702286.1422, 4049635.6162], 'EPSG:4548': [702286.1422, 4049635.6162],
      'EPSG:4498': [20702286.1422, 4049635.6162], 'EPSG:4509': [702286.1422, 4049635.6162], 'EPSG:3857': [13275889.4464, 4377424.0709], 'EPSG:32650': [702205.2277, 4048015.7621],
    },
  },
  {
    name: 'county S end', lonLat: [118.881896, 36.084341],
    at: {
      'EPSG:4528': [40399293.0985, 3995479.9154], 'EPSG:4549': [399293.0985, 3995479.9154], 'EPSG:4527': [39669507.2432, 3996541.0367], 'EPSG:4548': [669507.2432, 3996541.0367],
      'EPSG:4498': [20669507.2432, 3996541.0367], 'EPSG:4509': [669507.2432, 3996541.0367], 'EPSG:3857': [13233872.1273, 4312232.778], 'EPSG:32650': [669439.4403, 3994942.4204],
    },
  },
  {
    name: 'on CM 120E', lonLat: [120.0, 36.43],
    at: {
      'EPSG:4528': [40500000.0, 4033256.7572], 'EPSG:4549': [500000.0, 4033256.7572], 'EPSG:4527': [39769051.5669, 4037441.8347], 'EPSG:4548': [769051.5669, 4037441.8347],
      'EPSG:4498': [20769051.5669, 4037441.8347], 'EPSG:4509': [769051.5669, 4037441.8347], 'EPSG:3857': [13358338.8952, 4359951.166], 'EPSG:32650': [768943.9463, 4035826.8581],
    },
  },
  {
    name: 'on zone edge 118.5E', lonLat: [118.5, 36.43],
    at: {
      'EPSG:4528': [40365487.9161, 4034302.5051], 'EPSG:4549': [365487.9161, 4034302.5051], 'EPSG:4527': [39634512.0839, 4034302.5051], 'EPSG:4548': [634512.0839, 4034302.5051],
      'EPSG:4498': [20634512.0839, 4034302.5051], 'EPSG:4509': [634512.0839, 4034302.5051], 'EPSG:3857': [13191359.659, 4359951.166], 'EPSG:32650': [634458.2791, 4032688.7842],
    },
  },
]

/** googollee/eviltransform, go/transform_test.go (MIT); forward to 5 decimals. */
export const EVILTRANSFORM: readonly { name: string; wgs84: [number, number]; gcj02: [number, number] }[] = [
  { name: 'shanghai', wgs84: [121.5272106, 31.1774276], gcj02: [121.531541859215, 31.17530398364597] },
  { name: 'shenzhen', wgs84: [113.912316, 22.543847], gcj02: [113.9171764808363, 22.540796131694766] },
  { name: 'beijing', wgs84: [116.377817, 39.911954], gcj02: [116.38404722455657, 39.91334545536069] },
]

/** hujiulong/gcoord, test/unit/crs (MIT); to 5 decimals. */
export const GCOORD: readonly { from: 'WGS84' | 'GCJ02' | 'BD09'; to: 'WGS84' | 'GCJ02' | 'BD09'; at: [number, number]; gives: [number, number] }[] = [
  { from: 'GCJ02', to: 'WGS84', at: [123, 45], gives: [122.99395597, 44.99804071] },
  { from: 'GCJ02', to: 'BD09', at: [123, 45], gives: [123.00636499, 45.00636899] },
  { from: 'BD09', to: 'GCJ02', at: [123, 45], gives: [122.99363304, 44.9936543] },
  { from: 'BD09', to: 'WGS84', at: [123, 45], gives: [122.9876221, 44.9917154] },
  { from: 'WGS84', to: 'GCJ02', at: [123, 45], gives: [123.00607541, 45.00197815] },
]

/** gcoord 1.0.7 at Anqiu; eviltransform and coordtransform agree with it within 1e-7 degrees. */
export const ANQIU: readonly { name: string; wgs84: [number, number]; gcj02: [number, number]; bd09: [number, number] }[] = [
  { name: 'GeoNames Anqiu', wgs84: [119.1925, 36.43417], gcj02: [119.198281001, 36.434410698], bd09: [119.204813822, 36.440256456] },
  { name: 'brief centre', wgs84: [119.2, 36.455], gcj02: [119.205767783, 36.455237216], bd09: [119.21232975, 36.460968753] },
  { name: 'W', wgs84: [118.739721, 36.209347], gcj02: [118.745361438, 36.20944637], bd09: [118.751946691, 36.215098248] },
  { name: 'E', wgs84: [119.453925, 36.312757], gcj02: [119.459733145, 36.31302801], bd09: [119.466330008, 36.318665998] },
  { name: 'N', wgs84: [119.259344, 36.556186], gcj02: [119.265068416, 36.556431109], bd09: [119.271476095, 36.56268057] },
  { name: 'S', wgs84: [118.881896, 36.084341], gcj02: [118.887321585, 36.084238778], bd09: [118.893818443, 36.090183376] },
]

/** Cities of Shandong: hujiulong/gcoord, test/fixtures/china-cities.json (MIT); measured by PROJ and gcoord to 1e-5 degrees and 1 mm. */
export const CITIES: readonly { name: string; wgs84: [number, number]; gcj02: [number, number]; bd09: [number, number]; mercator: [number, number] }[] = [
  { name: '莱芜市', wgs84: [117.6708588, 36.2138283], gcj02: [117.6767323, 36.2138184], bd09: [117.6832831, 36.2195866], mercator: [13099060.083, 4330083.846] },
  { name: '泰安市', wgs84: [117.0815563, 36.2000071], gcj02: [117.0876215, 36.2002574], bd09: [117.0941183, 36.2062086], mercator: [13033459.229, 4328177.055] },
  { name: '济南市', wgs84: [117.1138727, 36.6507807], gcj02: [117.1200084, 36.6512191], bd09: [117.1264069, 36.6575731], mercator: [13037056.674, 4390541.264] },
  { name: '淄博市', wgs84: [118.0488554, 36.8129763], gcj02: [118.0549295, 36.8134923], bd09: [118.0613825, 36.8195768], mercator: [13141138.472, 4413070.058] },
  { name: '滨州市', wgs84: [117.964816, 37.3813475], gcj02: [117.9707086, 37.3819854], bd09: [117.9771116, 37.3882845], mercator: [13131783.249, 4492395.852] },
  { name: '潍坊市', wgs84: [119.1558626, 36.7063222], gcj02: [119.1617632, 36.7067803], bd09: [119.1681414, 36.7131325], mercator: [13264369.95, 4398250.562] },
  { name: '青岛市', wgs84: [120.3774765, 36.0668365], gcj02: [120.3826123, 36.0671124], bd09: [120.3890645, 36.0732465], mercator: [13400359.387, 4309821.873] },
  { name: '东营市', wgs84: [118.6691133, 37.4340828], gcj02: [118.6747727, 37.4347542], bd09: [118.6811594, 37.4410954], mercator: [13210185.265, 4499786.29] },
  { name: '烟台市', wgs84: [121.442718, 37.4628409], gcj02: [121.4479424, 37.4638254], bd09: [121.4543577, 37.4701643], mercator: [13518941.528, 4503818.705] },
  { name: '临沂市', wgs84: [118.3507002, 35.1050725], gcj02: [118.3564505, 35.1046753], bd09: [118.3629807, 35.1105563], mercator: [13174739.681, 4178169.261] },
  { name: '威海市', wgs84: [122.1153583, 37.5120328], gcj02: [122.1204275, 37.5130732], bd09: [122.1269695, 37.5188934], mercator: [13593819.504, 4510719.913] },
  { name: '济宁市', wgs84: [116.5819864, 35.4154266], gcj02: [116.5872852, 35.4149862], bd09: [116.5938973, 35.4206656], mercator: [12977847.362, 4220480.252] },
  { name: '菏泽市', wgs84: [115.474791, 35.2341281], gcj02: [115.4806643, 35.2337533], bd09: [115.4872077, 35.2395659], mercator: [12854594.934, 4195743.912] },
  { name: '聊城市', wgs84: [115.9797951, 36.4569596], gcj02: [115.9854633, 36.4570353], bd09: [115.9920505, 36.4626959], mercator: [12910811.733, 4363681.857] },
  { name: '德州市', wgs84: [116.3515789, 37.4332371], gcj02: [116.3574734, 37.4340975], bd09: [116.3640361, 37.4398827], mercator: [12952198.516, 4499667.73] },
  { name: '日照市', wgs84: [119.5214748, 35.4170057], gcj02: [119.5269293, 35.4167372], bd09: [119.5333447, 35.4230768], mercator: [13305069.714, 4220695.948] },
  { name: '枣庄市', wgs84: [117.3178289, 34.8112952], gcj02: [117.3237283, 34.8104942], bd09: [117.330272, 34.8163837], mercator: [13059760.974, 4138266.394] },
]

/** Texts of `.prj` files as PROJ 9.5.1 writes them (`WKT1_ESRI`). */
export const ESRI_PRJ: Record<string, string> = {
  'EPSG:4490': 'GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]',
  'EPSG:4528': 'PROJCS["CGCS2000_3_Degree_GK_Zone_40",GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",40500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",120.0],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]',
  'EPSG:4549': 'PROJCS["CGCS2000_3_Degree_GK_CM_120E",GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",120.0],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]',
  'EPSG:4527': 'PROJCS["CGCS2000_3_Degree_GK_Zone_39",GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",39500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",117.0],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]',
  'EPSG:4548': 'PROJCS["CGCS2000_3_Degree_GK_CM_117E",GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",117.0],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]',
  'EPSG:4498': 'PROJCS["CGCS2000_GK_Zone_20",GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",20500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",117.0],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]',
  'EPSG:4509': 'PROJCS["CGCS2000_GK_CM_117E",GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",117.0],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]',
  'EPSG:2385': 'PROJCS["Xian_1980_3_Degree_GK_CM_120E",GEOGCS["GCS_Xian_1980",DATUM["D_Xian_1980",SPHEROID["Xian_1980",6378140.0,298.257]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",120.0],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]',
  'EPSG:2437': 'PROJCS["Beijing_1954_3_Degree_GK_CM_120E",GEOGCS["GCS_Beijing_1954",DATUM["D_Beijing_1954",SPHEROID["Krasovsky_1940",6378245.0,298.3]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",120.0],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]',
  'EPSG:3857': 'PROJCS["WGS_1984_Web_Mercator_Auxiliary_Sphere",GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Mercator_Auxiliary_Sphere"],PARAMETER["False_Easting",0.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",0.0],PARAMETER["Standard_Parallel_1",0.0],PARAMETER["Auxiliary_Sphere_Type",0.0],UNIT["Meter",1.0]]',
  'EPSG:32650': 'PROJCS["WGS_1984_UTM_Zone_50N",GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",117.0],PARAMETER["Scale_Factor",0.9996],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]',
}
