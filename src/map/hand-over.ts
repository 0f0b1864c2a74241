import type { Feature, Geometry, GeometryCollection } from 'geojson'
import type { GeoJSONSource } from 'maplibre-gl'
import { isSameGeometry } from '@/map/is-same-geometry'

/** A feature with an id of its own in its source, and a geometry of one kind. */
export interface OwnFeature extends Feature<Exclude<Geometry, GeometryCollection>, Readonly<Record<string, string>>> {
  id: string
}

/** Positions in one piece: MapLibre copies them on the page's own thread, which takes some 10 ms. */
const MAX_POSITIONS = 6_000

export interface HandOver {
  /**
   * Make the source hold these features and no others. Only what differs is handed over, piece by piece. They are made in the
   * next turn: where there are thousands, the page has done enough in this one.
   */
  show(make: () => readonly OwnFeature[]): void
  /** The source is a new and empty one. */
  forget(): void
}

export interface HandOverTarget {
  /** Undefined while there is none, as after a lost context: then nothing is handed over until the next `show`. */
  findSource(): GeoJSONSource | undefined
  /** Draw the source, or not: MapLibre would cut and draw all of it anew for each piece. */
  setDrawn(isDrawn: boolean): void
}

/** Hand features over to a source of MapLibre without holding up the page: all at once, those of a file of ten MB take half a second. */
export function handOverInPieces({ findSource, setDrawn }: HandOverTarget): HandOver {
  const held = new Map<string, OwnFeature>()
  let gone: string[] = []
  let coming: OwnFeature[] = []
  let isBusy = false
  let due: ReturnType<typeof setTimeout> | undefined

  async function handOver(): Promise<void> {
    if (isBusy) return
    isBusy = true
    let isDrawn = true
    while (gone.length > 0 || coming.length > 0) {
      if (isDrawn && coming.length > 1 && sizeOfPiece(coming) < coming.length) {
        setDrawn((isDrawn = false))
        // Making the features was work enough for this turn too.
        await new Promise((fulfil) => setTimeout(fulfil))
      }
      const source = findSource()
      if (!source) break
      const remove = gone.splice(0)
      const add = coming.splice(coming.length - sizeOfPiece(coming)).reverse()
      for (const id of remove) held.delete(id)
      for (const feature of add) held.set(feature.id, feature)
      await source.updateData({ remove, add })
    }
    isBusy = false
    if (!isDrawn) setDrawn(true)
  }

  function compare(features: readonly OwnFeature[]): void {
    const ids = new Set(held.size === 0 ? [] : features.map(({ id }) => id))
    gone = [...held.keys()].filter((id) => !ids.has(id))
    // Taken from the end.
    coming = features.filter((feature) => !isHeld(held.get(feature.id), feature)).reverse()
    void handOver()
  }

  return {
    show(make) {
      clearTimeout(due)
      due = setTimeout(() => compare(make()))
    },
    forget() {
      clearTimeout(due)
      held.clear()
      gone = []
      coming = []
    },
  }
}

function isHeld(held: OwnFeature | undefined, { properties, geometry }: OwnFeature): boolean {
  return held !== undefined && JSON.stringify(held.properties) === JSON.stringify(properties) && isSameGeometry(held.geometry, geometry)
}

/** How many features at the end of the list make a piece: one at least, more while they are small. */
function sizeOfPiece(coming: readonly OwnFeature[]): number {
  let [size, positions] = [0, 0]
  while (size < coming.length) {
    positions += countPositions(coming.at(-1 - size)!.geometry.coordinates)
    if (size > 0 && positions > MAX_POSITIONS) break
    size++
  }
  return size
}

/** And one more for each list of them. */
function countPositions(list: readonly unknown[]): number {
  let count = 1
  for (const one of list) if (Array.isArray(one)) count += countPositions(one)
  return count
}
