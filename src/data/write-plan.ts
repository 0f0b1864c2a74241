import { PLAN_LISTS, PLAN_OBJECTS, PLAN_SCALARS } from '@/data/plan-fields'
import { writeFields } from '@/data/write-fields'
import type { Audience } from '@/domain/manifest'
import type { Plan } from '@/domain/plan'

/** The text of `plan.json` with the fields of the plan alone: a remark that somebody put into the file stays behind. */
export function writePlan(plan: Plan, audience: Audience): string {
  const fieldsOf = (name: keyof typeof PLAN_OBJECTS) => writeFields(PLAN_OBJECTS[name], plan[name], audience)
  const listOf = (name: keyof typeof PLAN_LISTS) => plan[name].map((entry) => writeFields(PLAN_LISTS[name], entry, audience))
  const file = {
    ...writeFields(PLAN_SCALARS, plan, audience), bounds: plan.bounds,
    controlTotals: fieldsOf('controlTotals'), thresholds: fieldsOf('thresholds'), demandDefaults: fieldsOf('demandDefaults'),
    districts: listOf('districts'), classes: listOf('classes'), items: listOf('items'), milestones: listOf('milestones'),
  }
  return `${JSON.stringify(file, null, 2)}\n`
}
