/**
 * Who reaches what (可达关系), as compressed rows: the demand points of site `s` are
 * `point[starts[s]] … point[starts[s + 1] − 1]`, ascending, each with its distance in metres.
 */
export interface Reach {
  /** Length sites + 1. */
  starts: Uint32Array
  /** Index of the demand point. */
  point: Uint32Array
  distanceM: Float64Array
}

/** Residential buildings as columns: one index, one building. */
export interface DemandPoints {
  count: number
  ids: readonly string[]
  lon: Float64Array
  lat: Float64Array
  /** Community of a programme building; null for residents around. */
  communityIds: readonly (string | null)[]
  households: Float64Array
  /** Persons of each group; `all` is everyone. */
  aged60Plus: Float64Array
  under3: Float64Array
  all: Float64Array
}
