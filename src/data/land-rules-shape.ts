import type { ListShape, ObjectShape, ShapeOf } from '@/data/check-shape'
import { choice, flag, nullable, number, share, text } from '@/data/field'
import {
  AGE_GROUPS, CRITERIA, LAND_USE_VERDICTS, SOURCE_STATES,
  type CommunityDemand, type CriterionId, type CriterionSetting, type FacilityForm, type FacilityStandard, type HazardRule, type LandRules,
  type LandUseRule, type NeighbourRule, type SourcedNumber, type TenureRule,
} from '@/domain/land-rules'
import { FACILITY_TYPES, HAZARD_KINDS, ROAD_CLASSES, TENURES } from '@/domain/place'

/** The fields of `land-rules.json`. All of it is public: rules that decide over land can be read by everyone. */

const object = <T>(table: ObjectShape<T>['object']) => ({ object: table, nullable: false as const })
const list = <E>(entry: ShapeOf<E>, key: string | null = null, fewest = 0): ListShape<E> =>
  ({ list: entry, key, length: [fewest, 1000], nullable: false })

const name = text()
const source = { state: choice(SOURCE_STATES), source: text(1000), sourceEn: text(1000) }
const sourced = (unit: string | null, min: number, max: number) => object<SourcedNumber>({ value: number(unit, min, max), ...source })
const orNone = <O extends { nullable: false }>(shape: O) => ({ ...shape, nullable: true as const })
const distance = number('m', 0, 5000)
const facilityType = choice(FACILITY_TYPES)

const FORM = object<FacilityForm>({
  id: text(60), name, nameEn: name, minFloorAreaM2: number('m2', 1, 1_000_000), maxFloorAreaM2: nullable(number('m2', 1, 1_000_000)),
  minSiteAreaM2: nullable(number('m2', 1, 1_000_000)), ...source,
})

const STANDARD = object<FacilityStandard>({
  type: facilityType, name, nameEn: name, group: choice(AGE_GROUPS), servedBy: list(facilityType),
  radiusM: sourced('m', 1, 20_000), minLandAreaM2: sourced('m2', 0, 1_000_000), minFloorAreaM2: sourced('m2', 0, 1_000_000),
  minWidthM: sourced('m', 0, 1000), per100HouseholdsM2: orNone(sourced('m2', 0, 10_000)),
  minStorey: sourced(null, -5, 60), maxStorey: orNone(sourced(null, -5, 60)), minAvailableYears: sourced('year', 0, 100),
  forms: list<FacilityForm>(FORM, 'id'),
})

const CRITERION = object<CriterionSetting>({
  weight: number(null, 0, 1000), worst: number(null, -1e9, 1e9), best: number(null, -1e9, 1e9),
})

export const LAND_RULES_SHAPE: ObjectShape<LandRules> = object<LandRules>({
  title: name, titleEn: name,
  walkSpeedMPerMin: sourced('m', 10, 200), maxConnectorM: sourced('m', 1, 2000), storeys: sourced(null, 1, 60),
  densityShare: sourced(null, 0.01, 1),
  assembly: object<LandRules['assembly']>({
    gapM: number('m', 0, 200), blockingRoadClasses: list(choice(ROAD_CLASSES)),
    incompatibleTenures: list({ list: choice(TENURES), key: null, length: [2, 2], nullable: false }), ...source,
  }),
  facilities: list<FacilityStandard>(STANDARD, 'type', 1),
  landUses: list<LandUseRule>(object<LandUseRule>({ codePrefix: text(12), name, nameEn: name, verdict: choice(LAND_USE_VERDICTS), ...source }), 'codePrefix'),
  tenures: list<TenureRule>(object<TenureRule>({ tenure: choice(TENURES), difficulty: share, isExcluded: flag, ...source }), 'tenure'),
  hazards: list<HazardRule>(object<HazardRule>({
    kind: choice(HAZARD_KINDS), facilityTypes: list(facilityType), setbackM: distance, isHard: flag, ...source,
  })),
  neighbours: list<NeighbourRule>(object<NeighbourRule>({
    facilityType, neighbour: facilityType, distanceM: distance, isHard: flag, ...source,
  })),
  criteria: object<Record<CriterionId, CriterionSetting>>(
    Object.fromEntries(CRITERIA.map((id) => [id, CRITERION])) as Record<CriterionId, typeof CRITERION>,
  ),
  communityDemand: list<CommunityDemand>(object<CommunityDemand>({
    communityId: { ...text(200), refersTo: 'communities' }, personsPerHousehold: nullable(number('person', 0.5, 20)),
    share60Plus: nullable(share), shareUnder3: nullable(share),
  }), 'communityId'),
})
