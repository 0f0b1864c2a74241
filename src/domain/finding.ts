/** Error: must be put right; a row or file that cannot be trusted is not used. Warning: it is used, please look. */
export type Severity = 'error' | 'warning'

/**
 * One thing that is wrong with data, as a value.
 *
 * The text for people is made from `code` and `params` in `src/i18n` (what is wrong, how to fix it),
 * so that page and terminal say the same in both languages.
 */
export interface Finding {
  /** Stable kebab-case code, one of `FindingCode`. */
  code: FindingCode
  severity: Severity
  /** Path of the file inside its folder. */
  file: string
  /** Id of the feature or `row 17`; null if the whole file is meant. */
  feature: string | null
  /** Field or geometry part; null if the whole feature is meant. */
  field: string | null
  params: Readonly<Record<string, string | number>>
}

export const FINDING_CODES = [
  // the file as a whole
  'file-missing', 'file-truncated', 'file-altered', 'file-not-json', 'file-not-csv', 'file-is-html', 'file-not-listed', 'manifest-invalid',
  // structure
  'not-a-feature-collection', 'structure-invalid', 'wrong-geometry-type', 'too-deep',
  // coordinates
  'axes-swapped', 'looks-projected', 'out-of-range', 'out-of-area', 'not-finite', 'ring-unclosed', 'ring-too-short', 'self-intersection',
  // fields
  'field-missing', 'wrong-type', 'wrong-enumeration', 'out-of-bounds', 'duplicate-id', 'reserved-id', 'dangling-reference', 'dangerous-key', 'hidden-characters', 'unknown-column', 'bad-date', 'provenance-missing',
  // publication
  'internal-field', 'space-not-published',
  // space
  'building-outside-community', 'communities-overlap', 'buildings-overlap',
  // plan, baseline, ledger
  'dates-out-of-order', 'share-out-of-range', 'share-decreases', 'baseline-missing', 'baseline-duplicate', 'report-future', 'building-required', 'building-not-allowed', 'subject-not-planned', 'milestone-contradiction', 'area-differs',
  // totals
  'total-differs', 'community-sum-differs', 'building-missing', 'showcase-missing',
] as const

/** What may be wrong with files that are brought in; the codes above are said of them too. */
export const IMPORT_FINDING_CODES = [
  // the file as a whole
  'file-empty', 'file-too-large', 'format-unknown', 'format-old-xls', 'file-encrypted', 'no-data', 'reader-failed',
  'archive-broken', 'archive-limit', 'archive-path', 'archive-nested', 'archive-entry-left', 'link-not-followed', 'xml-doctype', 'xml-broken', 'xlsx-broken', 'csv-broken',
  'shapefile-part-missing', 'shapefile-broken', 'dbf-broken', 'row-too-many', 'column-too-many', 'vertex-too-many', 'encoding-doubtful', 'encoding-mismatch',
  // where it lies
  'crs-unknown', 'crs-needs-parameters', 'crs-doubtful', 'crs-chosen-far',
  // inside it
  'bad-geojson', 'duplicate-member', 'nested-value', 'cell-error',
  'formula-without-value', 'sheet-hidden', 'cell-too-many', 'text-cut', 'bad-coordinates', 'row-ragged', 'nul-characters',
  // what a table means
  'header-not-found', 'target-unknown', 'column-unmapped', 'column-left-over', 'column-missing', 'unit-ambiguous', 'bad-number', 'day-incomplete', 'year-of-title', 'value-vague', 'filled-down', 'totals-left-out', 'sums-left-out', 'table-below', 'table-beside', 'table-turned',
  'name-unknown', 'name-similar', 'record-incomplete', 'row-twice', 'bad-mapping',
  // what a row would do
  'shape-repaired', 'shape-not-repairable', 'value-derived', 'sources-differ', 'correction-needed', 'share-above-later', 'report-early', 'removal-in-doubt', 'site-withdrawn',
  // a file that is handed on
  'dbf-text-cut',
] as const
export type ImportFindingCode = (typeof IMPORT_FINDING_CODES)[number]
export type FindingCode = (typeof FINDING_CODES)[number] | ImportFindingCode

/** A value read from outside together with what was wrong. `value` is null if nothing could be used. */
export interface Checked<T> {
  value: T | null
  findings: Finding[]
}
