import type { SpareSpace } from '@/domain/place'

/** A spare space; only what a case is about has to be given. */
export const drawnSpace = (id: string, geometry: SpareSpace['geometry'], values: Partial<SpareSpace> = {}): SpareSpace => ({
  id, name: `空地${id}`, kind: 'parcel', registeredAreaM2: null, floorAreaM2: null, storey: null, tenure: 'stateReserve', holder: '示例单位',
  landUseCode: '2301', plannedUseCode: null, communityId: null, availableYears: null, surveyState: 'desk', published: true,
  provenance: 'synthetic', geometry, ...values,
})
