import {
  choice, day, flag, integer, internal, nullable, number, reference, remark, share, suppressible, text, texts, type Field, type FieldTable,
} from '@/data/field'
import type { DatasetId } from '@/domain/manifest'
import {
  FACILITY_TYPES, GREEN_KINDS, HAZARD_KINDS, LAND_USES, ROAD_CLASSES, SPARE_SPACE_KINDS, SURVEY_STATES, TENURES, WATER_KINDS,
  type Block, type ContextBuilding, type Facility, type Gate, type Green, type Hazard, type Landmark, type Railway, type Residence,
  type ProposedSite, type Road, type SpareSpace, type Water,
} from '@/domain/place'
import {
  PROPERTY_SERVICES, PROVENANCES, REPORT_KINDS, type BaselineRow, type Building, type Community, type Report,
} from '@/domain/programme'

/**
 * Every field of every dataset with records: the one truth for checking files and for leaving out
 * what may not be published. Internal are right holders, the register behind a spare space, free
 * notes, and people per building: households, persons and ages (people could be recognised).
 */

/** The record of each GeoJSON dataset. */
export interface FeatureRecords {
  communities: Community
  buildings: Building
  roads: Road
  railways: Railway
  water: Water
  greens: Green
  blocks: Block
  'context-buildings': ContextBuilding
  landmarks: Landmark
  'spare-spaces': SpareSpace
  facilities: Facility
  residences: Residence
  hazards: Hazard
  gates: Gate
  'proposed-sites': ProposedSite
}
export type FeatureDatasetId = keyof FeatureRecords

/** The record of each CSV dataset, as its columns. */
export interface RowRecords {
  baseline: BaselineRow
  ledger: Omit<Report, 'row'>
}

const id = text(60)
const name = text()
const provenance = choice(PROVENANCES)
const year = integer('year', 1900, 2100)
const households = integer('household', 0, 20_000)
const people = integer('person', 0, 10_000_000)
const floorArea = number('m2', 1, 5_000_000)

export const FEATURE_FIELDS: { readonly [D in FeatureDatasetId]: FieldTable<FeatureRecords[D]> } = {
  communities: {
    id, name, districtId: reference('districts'), neighbourhood: name, showcase: flag, builtYear: nullable(year),
    buildingCount: integer('building', 0, 1000), households: suppressible(households), floorAreaM2: floorArea,
    propertyService: nullable(choice(PROPERTY_SERVICES)), provenance,
  },
  buildings: {
    id, communityId: reference('communities'), name, floors: integer('floor', 1, 100), stairwells: integer(null, 0, 50),
    households: internal(suppressible(households)), floorAreaM2: floorArea, heightM: number('m', 2, 400), builtYear: nullable(year), provenance,
  },
  roads: {
    id, name: nullable(name), class: choice(ROAD_CLASSES), walkable: flag, bridge: flag, widthM: number('m', 0.5, 150), provenance,
  },
  railways: { id, name: nullable(name), provenance },
  water: { id, name: nullable(name), kind: choice(WATER_KINDS), provenance },
  greens: { id, name: nullable(name), kind: choice(GREEN_KINDS), provenance },
  blocks: { id, landUse: choice(LAND_USES), provenance },
  'context-buildings': { id, heightM: number('m', 1, 700), landUse: choice(LAND_USES), provenance },
  landmarks: {
    id, name, nameEn: name,
    kind: choice(['government', 'school', 'hospital', 'station', 'market', 'park', 'culture', 'factory']), provenance,
  },
  'spare-spaces': {
    id, name, kind: choice(SPARE_SPACE_KINDS), registeredAreaM2: internal(nullable(number('m2', 0.1, 10_000_000))),
    floorAreaM2: nullable(number('m2', 0.1, 1_000_000)), storey: nullable(integer(null, -5, 60)),
    tenure: internal(choice(TENURES)), holder: internal(nullable(name)),
    landUseCode: nullable(text(12)), plannedUseCode: internal(nullable(text(12))),
    communityId: nullable(reference('communities')), availableYears: nullable(number('year', 0, 100)),
    surveyState: choice(SURVEY_STATES), published: flag, provenance,
  },
  facilities: {
    id, name, type: choice(FACILITY_TYPES), floorAreaM2: nullable(number('m2', 0, 1_000_000)),
    capacity: nullable(integer(null, 0, 100_000)), provenance,
  },
  residences: {
    id, name: nullable(name), households, personsPerHousehold: internal(nullable(number('person', 0.5, 20))),
    share60Plus: internal(nullable(share)), shareUnder3: internal(nullable(share)), provenance,
  },
  hazards: { id, name: nullable(name), kind: choice(HAZARD_KINDS), provenance },
  gates: { id, communityId: reference('communities'), provenance },
  'proposed-sites': {
    id, name, facility: choice(FACILITY_TYPES), landAreaM2: nullable(number('m2', 0.1, 10_000_000)),
    reachedPeople: nullable(people), newlyReachedPeople: nullable(people),
    spaceIds: internal(texts), provenance,
  },
}

/** Allowed geometry types of each GeoJSON dataset. */
export const GEOMETRY_TYPES: { readonly [D in FeatureDatasetId]: readonly FeatureRecords[D]['geometry']['type'][] } = {
  communities: ['Polygon', 'MultiPolygon'],
  buildings: ['Polygon', 'MultiPolygon'],
  roads: ['LineString'],
  railways: ['LineString'],
  water: ['Polygon', 'MultiPolygon'],
  greens: ['Polygon', 'MultiPolygon'],
  blocks: ['Polygon'],
  'context-buildings': ['Polygon'],
  landmarks: ['Point'],
  'spare-spaces': ['Polygon', 'MultiPolygon'],
  facilities: ['Point'],
  residences: ['Point'],
  hazards: ['Point', 'LineString'],
  gates: ['Point'],
  'proposed-sites': ['Polygon', 'MultiPolygon'],
}

/** Columns of the CSV datasets, in the order in which they are written. */
export const ROW_FIELDS: { readonly [D in keyof RowRecords]: FieldTable<RowRecords[D]> } = {
  baseline: {
    communityId: reference('communities'), itemCode: reference('items'), plannedStart: day, plannedFinish: day,
    weight: number(null, 0.001, 1000),
  },
  ledger: {
    reportedOn: day, communityId: reference('communities'), buildingId: nullable(reference('buildings')), kind: choice(REPORT_KINDS),
    subject: nullable(text(60)), doneShare: nullable(share), date: nullable(day), note: internal(remark()),
  },
}

/** Records of these datasets are public only if the named field is true. */
export const PUBLISHED_FLAG: { readonly [D in DatasetId]?: string } = { 'spare-spaces': 'published' }

const pairs = new WeakMap<object, [name: string, field: Field][]>()

/** The fields of a table as pairs, for code that does not care which dataset it is; made once per table. */
export function fieldsOf(table: object): readonly [name: string, field: Field][] {
  const known = pairs.get(table)
  if (known) return known
  const made = Object.entries(table) as [string, Field][]
  pairs.set(table, made)
  return made
}

/** The name a dataset's file has unless its manifest says otherwise. */
export function defaultPath(dataset: DatasetId): string {
  if (dataset === 'plan' || dataset === 'land-rules' || dataset === 'tour') return `${dataset}.json`
  return dataset in ROW_FIELDS ? `${dataset}.csv` : `${dataset}.geojson`
}
