/** What is read at most, checked before memory is spent on it. Twenty times the largest office file we know of is far below each. */
export const LIMITS = {
  fileBytes: 100_000_000,
  vertices: 2_000_000,
  rows: 100_000,
  columns: 500,
  archiveEntries: 64,
  /** Unpacked, all entries together. */
  archiveBytes: 256_000_000,
  /** Unpacked to packed, per entry. */
  archiveRatio: 200,
  /** Brackets inside brackets. */
  depth: 64,
  nameCharacters: 200,
} as const
