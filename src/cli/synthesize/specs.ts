import type { PropertyService } from '@/domain/programme'

/** A building of the synthetic programme before it has a place on the ground. */
export interface BuildingSpec {
  /** `C07-B2`: second building of community C07. */
  id: string
  name: string
  floors: number
  stairwells: number
  households: number
  /** lengthM × depthM × floors, within 1 %. */
  floorAreaM2: number
  /** Along the façade, east–west for a south-facing slab. */
  lengthM: number
  depthM: number
  heightM: number
  builtYear: number
}

/** A community of the synthetic programme before it has a place on the ground. */
export interface CommunitySpec {
  /** C01…C35. */
  id: string
  name: string
  districtId: string
  neighbourhood: string
  showcase: boolean
  builtYear: number
  households: number
  floorAreaM2: number
  propertyService: PropertyService
  /** 1…8, in house-number order. */
  buildings: BuildingSpec[]
}
