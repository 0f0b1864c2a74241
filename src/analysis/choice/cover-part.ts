/** Rows of groups of demand points, compressed; what each row may serve. */
export interface PlainRows {
  rowCount: number
  groupCount: number
  /** People of each group, > 0. */
  people: Float64Array
  /** Groups of row `r`: `point[starts[r]] … point[starts[r + 1] − 1]`, without repeats. */
  starts: Uint32Array
  point: Uint32Array
}

/** A covering problem during the proof. */
export interface CoverPart extends PlainRows {
  /** Rows still to be chosen, besides the sure ones. */
  siteCount: number
  /** People each row can serve; null: no limits. */
  capacity: Float64Array | null
  /** 1: chosen in any case. */
  isSure?: Uint8Array | undefined
}
