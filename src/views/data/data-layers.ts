/** What can be switched on the clerks' map. */
export const DATA_LAYERS = ['preview', 'context', 'landmarks', 'roadNames'] as const
export type DataLayerId = (typeof DATA_LAYERS)[number]
