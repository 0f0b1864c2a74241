import type { Geometry } from 'geojson'
import type { ImportRow } from '@/domain/import'
import { useGeodataStore } from '@/stores/geodata'

/** Where a row of a file is on the map: its own shape, before and after a repair, or that of what it speaks of. */
export function useRowPlace() {
  const geodata = useGeodataStore()

  /** Shape of a community or building by its id, null if it is none or not known. */
  const shapeOf = (id: string | null): Geometry | null =>
    (geodata.programme?.communities.find((one) => one.id === id) ?? geodata.programme?.buildings.find((one) => one.id === id))?.geometry ?? null

  function geometriesOf(row: ImportRow): readonly Geometry[] {
    const own = [row.before, row.geometry].filter((geometry) => geometry !== null)
    if (own.length > 0) return own
    // A report has no shape: its label begins with the community it speaks of.
    const known = shapeOf(row.recordId) ?? geodata.programme?.communities.find(({ name }) => row.label.startsWith(name))?.geometry ?? null
    return known ? [known] : []
  }

  return { geometriesOf, shapeOf }
}
