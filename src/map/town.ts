import type { Block, ContextBuilding, Green, Landmark, Railway, Road, Water } from '@/domain/place'

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

/** Everything that decides how the town is drawn, apart from its data. */
export interface TownLook {
  visible: TownVisibility
  /** Buildings as volumes; otherwise as flat shapes, for measuring. */
  extruded: boolean
  /** Size of all names, 1 on a desk, more on a wall. */
  textScale: number
  /** Latitude of the town, degrees: real widths on a Mercator map depend on it. */
  lat: number
}
