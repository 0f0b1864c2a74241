import { DANGEROUS_KEYS } from '@/data/check-fields'
import { keepRows, type RowKeeper } from '@/data/format/keep-rows'
import { LIMITS } from '@/data/limits'
import type { Finding } from '@/domain/finding'
import type { RawLayer, RawRow, RawValue } from '@/domain/source-file'
import type { Geometry } from 'geojson'

/** Folders that become layers of their own; with more of them (a folder per community) all become one layer with a column `folder`. */
export const MAX_FOLDER_LAYERS = 8
const FOLDER_COLUMN = 'folder'
const MAX_FINDINGS = 100

/** A feature as its file has it, before it has columns. */
export interface RawFeature {
  /** Layer it belongs to; empty for the file itself. */
  folder: string
  /** From 1, in the order of the file. */
  number: number
  properties: readonly (readonly [string, RawValue])[]
  geometry: Geometry | null
  /** Coordinates that cannot be read, null if all can; the geometry is not used then. */
  badCoordinates: string | null
}

export interface FeatureCollector {
  add(feature: RawFeature): void
  /** How many vertices there may still be. */
  vertexBudget(): number
  /** Takes vertices off the budget; false if there were not so many. */
  spend(vertices: number): boolean
  /** True if a limit was passed: nothing more need be read. */
  isFull(): boolean
  /** Layers in WGS 84, which KML and GPX always are, at least one. Nothing but the finding if a limit was passed. */
  finish(id: string, name: string): { layers: RawLayer[]; findings: Finding[] }
}

interface Table {
  columns: Map<string, number>
  rows: RawRow[]
}

/** Collects features of KML and GPX into one table per folder, keys as columns, within the limits. */
export function collectFeatures(file: string): FeatureCollector {
  const keeper = keepRows(file)
  const tables = new Map<string, Table>()
  const findings: Finding[] = []
  const dangerous = new Set<string>()
  let vertices = 0
  let badCount = 0
  const finding = (code: Finding['code'], severity: Finding['severity'], params: Finding['params'], feature: string | null = null, field: string | null = null): Finding =>
    ({ code, severity, file, feature, field, params })

  /** Where a property goes; a name that was used in this feature gets a number, so that nothing is lost. Null: nowhere. */
  function columnOf(table: Table, name: string, values: readonly RawValue[]): number | null {
    for (let times = 1; times <= LIMITS.columns + 1; times++) {
      const column = times === 1 ? name : `${name} (${times})`
      const known = table.columns.get(column)
      if (known !== undefined && (values[known] ?? null) !== null) continue
      if (known !== undefined) return known
      if (!keeper.fits(table.columns.size)) return null
      table.columns.set(column, table.columns.size)
      return table.columns.size - 1
    }
    return null
  }
  function valuesOf(table: Table, { properties, number }: RawFeature): RawValue[] {
    const values: RawValue[] = []
    for (const [rawName, value] of properties) {
      const name = rawName.trim().slice(0, LIMITS.nameCharacters)
      if (value === null || value === '' || name === '') continue
      if (DANGEROUS_KEYS.includes(name)) {
        if (!dangerous.has(name)) findings.push(finding('dangerous-key', 'warning', {}, `feature ${number}`, name))
        dangerous.add(name)
        continue
      }
      const at = columnOf(table, name, values)
      if (at === null) return values
      while (values.length < at) values.push(null)
      values[at] = value
    }
    return values
  }
  return {
    add(feature) {
      let table = tables.get(feature.folder)
      if (!table) tables.set(feature.folder, table = { columns: new Map(), rows: [] })
      if (feature.badCoordinates !== null && ++badCount <= MAX_FINDINGS) {
        findings.push(finding('bad-coordinates', 'error', { found: feature.badCoordinates }, `feature ${feature.number}`, 'geometry'))
      }
      const { rows } = table
      const before = rows.length
      const isKept = keeper.add(rows, feature.number, valuesOf(table, feature), feature.badCoordinates === null ? feature.geometry : null)
      // A feature without shape and properties is a feature still.
      if (isKept && rows.length === before) rows.push({ number: feature.number, values: [], geometry: null })
    },
    vertexBudget: () => LIMITS.vertices - vertices,
    spend: (count) => (vertices += count) <= LIMITS.vertices,
    isFull: () => keeper.problem() !== null || vertices > LIMITS.vertices,
    finish(id, name) {
      const problem = vertices > LIMITS.vertices
        ? finding('vertex-too-many', 'error', { found: vertices, limit: LIMITS.vertices }) : keeper.problem()
      if (problem) return { layers: [], findings: [problem] }
      if (tables.size === 0) {
        tables.set('', { columns: new Map(), rows: [] })
        findings.push(finding('no-data', 'warning', {}))
      }
      const filled = [...tables]
      if (badCount > MAX_FINDINGS) findings.push(finding('bad-coordinates', 'error', { found: '', count: badCount - MAX_FINDINGS }))
      if (filled.length <= MAX_FOLDER_LAYERS) {
        return { layers: filled.map(([folder, table], at) => layerOf(`${id}#${at}`, folder || name, table)), findings: [...findings, ...keeper.findings()] }
      }
      const whole = keepRows(file)
      const layer = layerOf(`${id}#0`, name, merge(filled, whole))
      const tooLarge = whole.problem()
      return tooLarge ? { layers: [], findings: [tooLarge] } : { layers: [layer], findings: [...findings, ...keeper.findings()] }
    },
  }
}

/** All folders as one table, in the order of the file. Its columns are those of all folders, so the limits are counted anew. */
function merge(tables: readonly (readonly [string, Table])[], keeper: RowKeeper): Table {
  const columns = new Map([[FOLDER_COLUMN, 0]])
  const rows: RawRow[] = []
  for (const [folder, table] of tables) {
    const places: number[] = []
    for (const name of table.columns.keys()) {
      const column = name === FOLDER_COLUMN ? `${FOLDER_COLUMN} (2)` : name
      if (!columns.has(column)) columns.set(column, columns.size)
      places.push(columns.get(column)!)
    }
    if (!keeper.fits(columns.size - 1)) break
    for (const { number, values, geometry } of table.rows) {
      const moved: RawValue[] = [folder || null]
      values.forEach((value, at) => {
        while (moved.length < places[at]!) moved.push(null)
        moved[places[at]!] = value
      })
      if (!keeper.add(rows, number, moved, geometry)) break
    }
  }
  return { columns, rows: rows.sort((one, other) => one.number - other.number) }
}

function layerOf(id: string, name: string, { columns, rows }: Table): RawLayer {
  return {
    id, name: name.slice(0, LIMITS.nameCharacters), kind: 'features', columns: [...columns.keys()], rows, merges: [],
    declaredCrs: { choice: { crs: 'EPSG:4326', isSwapped: false }, by: 'standard' }, unknownPrj: null,
  }
}
