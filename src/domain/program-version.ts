/** One file that the built program consists of. */
export interface ProgramFile {
  /** Relative to the page: `assets/index-rz3xNM6d.js`. */
  path: string
  /** Length as it lies on the disk, before any compression on the way. */
  bytes: number
  /** Lower-case hexadecimal. */
  sha256: string
}

/** `version.json`, written beside the page by the build. The data folder is no part of it. */
export interface ProgramVersion {
  /** Short name of the build, made of the content of all its files: the same sources give the same build. */
  build: string
  files: readonly ProgramFile[]
}

/** What the page says to its service worker; `report` is answered through the port that comes with it. */
export type OfflineMessage = 'report' | 'take-over'

export interface OfflineReport {
  build: string
  /** Every file of the build is kept. If not, the worker begins to fetch them again when it is asked. */
  isComplete: boolean
}

/** Why the program would not open without the server. */
export type OfflineReason =
  /** Plain http to another machine: browsers offer no service worker there. */
  | 'insecure'
  /** The browser has none, or hides it (private window). */
  | 'unsupported'
  /** The development server has no finished files to keep. */
  | 'development'
  /** The browser or the server did not let the service worker run. */
  | 'refused'
  /** Not every file could be fetched or kept: one is missing on the server, or there is no room. */
  | 'incomplete'
