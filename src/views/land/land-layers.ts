/** What a planner may switch on the map, in the order of the list. */
export const LAND_LAYERS = ['sites', 'excluded', 'residences', 'isochrone', 'facilities', 'hazards', 'context', 'landmarks', 'roadNames'] as const
export type LandLayerId = (typeof LAND_LAYERS)[number]
export const DEFAULT_LAND_LAYERS: readonly LandLayerId[] = ['sites', 'excluded', 'residences', 'isochrone', 'facilities', 'context', 'roadNames']
