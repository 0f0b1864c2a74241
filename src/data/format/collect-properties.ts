import { DANGEROUS_KEYS, shown } from '@/data/check-fields'
import { keepRows } from '@/data/format/keep-rows'
import { LIMITS } from '@/data/limits'
import type { Finding } from '@/domain/finding'
import type { RawRow, RawValue } from '@/domain/source-file'
import type { Geometry } from 'geojson'

/** Features on their way in: columns appear as properties do. */
export interface FeatureCollector {
  /** False once a limit is passed. Properties of any kind; what is no object has none. */
  add(number: number, properties: object | null, geometry: Geometry | null): boolean
  columns: readonly string[]
  rows: readonly RawRow[]
  /** The limit that was passed, null if none. Nothing of the file is used then. */
  problem(): Finding | null
  /** Keys that were dropped and values that are not single, once per column. */
  findings(): Finding[]
}

export function collectProperties(file: string): FeatureCollector {
  const keeper = keepRows(file)
  const columns: string[] = []
  const places = new Map<string, number>()
  const rows: RawRow[] = []
  const notes = new Map<string, Finding & { params: Record<string, string | number> }>()

  function note(code: 'dangerous-key' | 'nested-value' | 'not-finite' | 'out-of-bounds', number: number, key: string, params: Finding['params']): void {
    const known = notes.get(`${code} ${key}`)
    if (known) known.params['count'] = known.params['places'] = (known.params['count'] as number) + 1
    else notes.set(`${code} ${key}`, { code, severity: 'warning', file, feature: `feature ${number}`, field: shown(key), params: { ...params, count: 1, places: 1 } })
  }
  function placeOf(key: string, number: number): number | null {
    if (DANGEROUS_KEYS.includes(key)) note('dangerous-key', number, key, {})
    else if (key.length > LIMITS.nameCharacters) {
      note('out-of-bounds', number, shown(key), { found: key.length, min: 0, max: LIMITS.nameCharacters, unit: 'character' })
    } else {
      let place = places.get(key)
      if (place === undefined && !keeper.fits(columns.length)) return null
      if (place === undefined) places.set(key, place = columns.push(key) - 1)
      return place
    }
    return null
  }
  return {
    columns, rows,
    add(number, properties, geometry) {
      const values: RawValue[] = []
      for (const key of properties ? Object.keys(properties) : []) {
        const place = placeOf(key, number)
        if (place === null) continue
        while (values.length < place) values.push(null)
        const value = (properties as Record<string, unknown>)[key]
        const isNested = typeof value === 'object' && value !== null
        const isInfinite = typeof value === 'number' && !Number.isFinite(value)
        if (isNested) note('nested-value', number, key, {})
        if (isInfinite) note('not-finite', number, key, { found: 'NaN' })
        values[place] = isNested ? JSON.stringify(value) : isInfinite ? null : (value as RawValue)
      }
      const before = rows.length
      if (keeper.problem() || !keeper.add(rows, number, values, geometry)) return false
      // A feature without shape and properties is a feature still.
      if (rows.length === before) rows.push({ number, values: [], geometry: null })
      return true
    },
    problem: () => keeper.problem(),
    findings: () => [...notes.values(), ...keeper.findings()],
  }
}
