/** As file managers of an office count it: 1 MB is 1,048,576 bytes. */
const MB = 1024 * 1024

/** What is read at most, checked before memory is spent on it. The largest office file we know of is far below each. */
export const LIMITS = {
  fileBytes: 100 * MB,
  vertices: 2_000_000,
  rows: 100_000,
  columns: 500,
  archiveEntries: 64,
  /** Unpacked, all entries together. */
  archiveBytes: 256 * MB,
  /** Folders inside a folder that is dropped. */
  folderDepth: 8,
  /** Unpacked to packed, per entry. */
  archiveRatio: 200,
  /** Brackets inside brackets. */
  depth: 64,
  nameCharacters: 200,
} as const

/** Bytes as a person reads them: MB with one decimal. */
export const megabytes = (bytes: number): number => Math.ceil((bytes / MB) * 10) / 10
