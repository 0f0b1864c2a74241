import type { Block, ContextBuilding, Green, Landmark, Railway, Road, Water } from '@/domain/place'
import type { MapPalette } from '@/map/palette'

/** The town around the programme. A part is null until it is loaded, and stays null if it cannot be. */
export interface Town {
  roads: readonly Road[] | null
  railways: readonly Railway[] | null
  water: readonly Water[] | null
  greens: readonly Green[] | null
  blocks: readonly Block[] | null
  contextBuildings: readonly ContextBuilding[] | null
  landmarks: readonly Landmark[] | null
}

/** Which of its two names a landmark shows. */
export type LandmarkName = 'name' | 'nameEn'

/** Parts of the town a visitor may switch off. */
export interface TownVisibility {
  context: boolean
  landmarks: boolean
  roadNames: boolean
}

/** What the town layer shows. */
export interface TownView {
  town: Town
  landmarkName: LandmarkName
  palette: MapPalette
  visible: TownVisibility
  /** Buildings as volumes; otherwise as flat shapes, for measuring. */
  extruded: boolean
  /** Size of all names, 1 on a desk, more on a wall. */
  textScale: number
  /** See `TextLook`. */
  minTextPx?: number
}

/** What the styles need of it, and the latitude of the town: real widths on a Mercator map depend on it. */
export type TownLook = Pick<TownView, 'visible' | 'extruded' | 'textScale' | 'minTextPx'> & { lat: number }
