import {
  choice, day, flag, integer, nullable, number, remark, share, text, texts, type FieldTable,
} from '@/data/field'
import {
  ITEM_CLASSES, ITEM_SCOPES, MILESTONE_PHASES,
  type ControlTotals, type DemandDefaults, type District, type Item, type ItemClassInfo, type Milestone, type Plan, type Thresholds,
} from '@/domain/plan'

/** The fields of `plan.json`, one table per object in it. The whole plan is public: it was published. */

type PlanScalars = Pick<Plan, 'title' | 'titleEn' | 'source' | 'adcode' | 'showcaseNames' | 'itemsNote' | 'mapApprovalNumber'>

export const PLAN_SCALARS: FieldTable<PlanScalars> = {
  title: text(), titleEn: text(), source: text(500), adcode: text(12), showcaseNames: texts,
  itemsNote: remark(), mapApprovalNumber: nullable(text(60)),
}

/** Objects of the plan. */
export const PLAN_OBJECTS: {
  controlTotals: FieldTable<ControlTotals>
  thresholds: FieldTable<Thresholds>
  demandDefaults: FieldTable<DemandDefaults>
} = {
  controlTotals: {
    communities: integer('community', 1, 100_000), buildings: integer('building', 1, 1_000_000),
    households: integer('household', 1, 10_000_000), floorAreaM2: number('m2', 1, 10_000_000_000),
  },
  thresholds: {
    warningGapShare: share, lateGapShare: share, lateOverdueDays: integer('day', 0, 3660), silentDays: integer('day', 1, 3660),
  },
  demandDefaults: {
    personsPerHousehold: number('person', 0.5, 20), share60Plus: share, share65Plus: share, share0To14: share, shareUnder3: share,
  },
}

/** Lists of the plan; each entry is known by its `id` or `code`. */
export const PLAN_LISTS: {
  districts: FieldTable<District>
  classes: FieldTable<ItemClassInfo>
  items: FieldTable<Item>
  milestones: FieldTable<Milestone>
} = {
  districts: { id: text(60), name: text(), nameEn: text() },
  classes: { id: choice(ITEM_CLASSES), name: text(), nameEn: text(), verb: text(), verbEn: text() },
  items: {
    code: text(60), name: text(), shortName: text(), nameEn: text(), class: choice(ITEM_CLASSES), scope: choice(ITEM_SCOPES),
    unit: text(20), lead: text(), inPlan: flag, underground: flag, after: texts, needsConsent: flag,
  },
  milestones: {
    code: text(60), name: text(), shortName: text(), nameEn: text(), phase: choice(MILESTONE_PHASES), plannedOn: day,
    owner: text(), assumed: flag,
  },
}
