/** Polygons as columns, all rings of one shape together: ring `r` is `lon/lat[ringStarts[r]] …`, closed. */
export interface FlatShapes {
  count: number
  lon: Float64Array
  lat: Float64Array
  /** Length rings + 1. */
  ringStarts: Uint32Array
  /** Rings of shape `s`: `shapeStarts[s] …`; length shapes + 1. Holes count as rings of their shape. */
  shapeStarts: Uint32Array
}
