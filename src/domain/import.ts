import type { Geometry, MultiPolygon, Polygon } from 'geojson'
import type { CrsCandidate, CrsChoice, CrsOrigin } from '@/domain/crs'
import type { Finding } from '@/domain/finding'
import type { Encoding, FileEncoding, FileFormat } from '@/domain/source-file'

/** Datasets that can be brought in from a bureau's files. */
export const IMPORT_TARGETS = [
  'communities', 'buildings', 'baseline', 'ledger', 'spare-spaces', 'facilities', 'residences', 'gates', 'hazards',
] as const
export type ImportTarget = (typeof IMPORT_TARGETS)[number]

/** Unit in which a column is written; values become m², counts and shares. */
export type ColumnUnit = 'm2' | '10k-m2' | 'mu' | 'hectare' | 'share' | 'percent' | 'count' | 'm'

/** What one column means. */
export interface ColumnMeaning {
  column: string
  /**
   * Field of the target, or one of `community`, `building`, `district`, `longitude`, `latitude`; null: not used.
   * Of a ledger with one row per community also `item:J02`, `milestone:M09`, `stop`, `resume`.
   */
  field: string | null
  unit: ColumnUnit | null
}

/** What a table means; can be kept as a file and used again for tables with the same columns. */
export interface TableMapping {
  target: ImportTarget
  columns: readonly ColumnMeaning[]
  /** Values as text that hold for every row because no column has them, by field: `reportedOn` of a weekly table. */
  constants?: Readonly<Record<string, string>>
}

/** `update`: what the file does not name stays. `replace`: it goes. */
export type ImportMode = 'update' | 'replace'

/** What a person has decided about an import; everything else follows from the files. Keys are ids of files and layers. */
export interface ImportDecisions {
  encodings: Readonly<Record<string, Encoding>>
  crs: Readonly<Record<string, CrsChoice>>
  /** Null: this layer is not wanted. */
  mappings: Readonly<Record<string, TableMapping | null>>
  modes: Readonly<Record<string, ImportMode>>
  /** By the key of a name question: the known id, or null for a new one. */
  names: Readonly<Record<string, string | null>>
  /** By row key: true takes the repaired shape, false leaves the row out. */
  repairs: Readonly<Record<string, boolean>>
  /** By row key: true takes a report that contradicts an earlier one as its correction. */
  corrections: Readonly<Record<string, boolean>>
  /** By dataset that is replaced: true lets go what no row names although a row that is not used may mean it. */
  removals: Readonly<Record<string, boolean>>
}

export const NO_DECISIONS: ImportDecisions = { encodings: {}, crs: {}, mappings: {}, modes: {}, names: {}, repairs: {}, corrections: {}, removals: {} }

/** `open`: usable once somebody has said yes to a repair or correction. */
export type RowVerdict = 'accepted' | 'repaired' | 'open' | 'rejected'

export const REPAIR_KINDS = ['ring-closed', 'winding', 'self-intersection', 'sliver', 'duplicate-vertices', 'overlap', 'outside'] as const
export interface Repair {
  kind: (typeof REPAIR_KINDS)[number]
  /** Change of the area, with sign; null where shapes before it have none. */
  areaChangeM2: number | null
  /** Farthest move of a boundary in m, null if not known. */
  shiftM: number | null
  /** Winding and closing change nothing a person could see: they are done without a question. */
  isHarmless: boolean
}

/** One row of a file on its way into a dataset. */
export interface ImportRow {
  /** `layer id:row number`. */
  key: string
  layerId: string
  target: ImportTarget
  number: number
  /** Id in the dataset, null if it has none yet and is not used. */
  recordId: string | null
  /** As a person would call it: 红枫里 3号楼. */
  label: string
  verdict: RowVerdict
  findings: readonly Finding[]
  /** As it would be used, WGS 84. */
  geometry: Geometry | null
  /** As it came, WGS 84; null if nothing was repaired. */
  before: Geometry | null
  repairs: readonly Repair[]
  change: 'new' | 'changed' | 'same' | null
  /** Fields that differ from what is there. */
  changedFields: readonly { field: string; from: string; to: string }[]
}

/** A name in a file that may be one of those that are known. Nothing is matched by guess without being shown. */
export interface NameQuestion {
  key: string
  kind: 'community' | 'building' | 'district'
  layerId: string
  /** As written in the file. */
  name: string
  /** `exact`, `same` (but for signs and suffix), `similar` (needs an answer), `none`. */
  match: 'exact' | 'same' | 'similar' | 'none'
  /** What is taken now. */
  takenId: string | null
  /** Known ids with their likeness 0…1, best first. */
  suggestions: readonly { id: string; name: string; likeness: number }[]
  rowCount: number
  /** True if the name needs a person's answer and has none. */
  isOpen: boolean
}

export interface LayerSummary {
  id: string
  fileId: string
  name: string
  rowCount: number
  /** Shapes by kind: 35 polygons. Empty for tables. */
  geometryCounts: Readonly<Record<string, number>>
  mapping: TableMapping | null
  mode: ImportMode
  /** Header rows and rows of totals of a sheet, by number. */
  headerRows: readonly number[]
  totalsRows: readonly number[]
  /** Columns with some values each, to choose their meaning by. */
  columns: readonly { column: string; samples: readonly string[] }[]
  /** Columns whose unit the values do not tell: asked. */
  openUnits: readonly string[]
  crs: { choice: CrsChoice | null; by: CrsOrigin; isOpen: boolean; candidates: readonly CrsCandidate[] }
  accepted: number
  repaired: number
  open: number
  rejected: number
}

export interface FileSummary {
  id: string
  name: string
  byteCount: number
  format: FileFormat | null
  encoding: FileEncoding | null
  verdict: 'accepted' | 'repaired' | 'rejected'
  findings: readonly Finding[]
  layers: readonly LayerSummary[]
}

/** What an import would do to one dataset. */
export interface DatasetChange {
  target: ImportTarget
  added: readonly string[]
  changed: readonly string[]
  gone: readonly string[]
  sameCount: number
  /** Records that no row names, while a row that is not used may mean any of them: kept unless `removals` says otherwise. As `gone`. */
  inDoubt: readonly string[]
  /** Keys of rows that contradict what is there: done share goes backwards, day in the future. */
  contradicting: readonly string[]
}

/** The four totals against the plan, with the features that explain a difference. */
export interface PlanComparison {
  totals: readonly { key: 'communities' | 'buildings' | 'households' | 'floorAreaM2'; planned: number; found: number | null; difference: number | null; isRounding: boolean }[]
  explanations: readonly PlanExplanation[]
}

export interface PlanExplanation {
  kind: 'not-on-map' | 'not-in-plan' | 'twice' | 'attribute-conflict' | 'not-usable' | 'unexplained'
  dataset: 'communities' | 'buildings'
  /** Null if the feature cannot be named. */
  id: string | null
  label: string
  /** What it adds to each total of found minus planned; all explanations of a comparison add up to its differences. */
  communities: number
  buildings: number
  households: number
  floorAreaM2: number
  /** For attribute conflicts: field, value of one source, of the other. */
  conflict: { field: string; one: string; oneSource: string; other: string; otherSource: string } | null
  rowKey: string | null
}

/** The figures a leader looks at first, on the data date. */
export interface Headline {
  dataDate: number
  actualShare: number | null
  plannedShare: number | null
  finishedCommunities: number
  finishedBuildings: number
  lateCommunities: number
}

/** All that is known about an import, given the files and the decisions so far. */
export interface ImportJudgement {
  files: readonly FileSummary[]
  names: readonly NameQuestion[]
  /** All rows that are not plainly accepted or that change something, and the rest up to a limit. */
  rows: readonly ImportRow[]
  findings: readonly Finding[]
  changes: readonly DatasetChange[]
  comparison: PlanComparison | null
  before: Headline | null
  after: Headline | null
  /** Rows that would be used now. */
  usedRowCount: number
  /** Questions that keep the import from being accepted. */
  openQuestionCount: number
  canAccept: boolean
}

export type AreaGeometry = Polygon | MultiPolygon
