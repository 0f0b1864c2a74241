import { dayOf } from '@/cli/synthesize/day-of'
import type { Hold, Story } from '@/cli/synthesize/ledger-stories'
import { PLAN_ITEMS } from '@/cli/synthesize/plan-items'
import type { CommunitySpec } from '@/cli/synthesize/specs'
import type { Day } from '@/domain/day'
import type { BaselineRow } from '@/domain/programme'

/** First and last day that are simulated: the week of the first report to the data date. */
export const FIRST_DAY = dayOf('2024-05-06')
export const LAST_DAY = dayOf('2024-10-28')

/** Planned start of all works. */
const PLANNED_START = dayOf('2024-06-15')

/** From the last pipe laid to the first paving; also the time until everyone has reported it. */
const SETTLING_DAYS = 7

/** One piece of work: an item of a community, or of one building where the item is done per building. */
export interface Task {
  itemCode: string
  buildingId: string | null
  plannedStart: Day
  plannedFinish: Day
  /** Share done at the end of each day from FIRST_DAY on, 0…1, never decreasing. */
  shares: number[]
}

export interface Site {
  /** Day the works started on site. */
  startedOn: Day
  tasks: Task[]
}

/** Pace of all sites per week from FIRST_DAY on, 1 = usual: rain in July and August slows everyone. */
export function makeWeather(random: () => number): number[] {
  const isRainy = (week: number) => week >= 9 && week <= 15
  return Array.from({ length: weekOf(LAST_DAY) + 1 }, (_, week) => (isRainy(week) ? 0.84 : 0.97) + 0.12 * random())
}

/**
 * Run the works of one community day by day.
 *
 * A task advances at its planned pace times the speed of the story, the weather and chance. It
 * waits for the start of works, for the items that must come first, and while the site is stopped.
 */
export function simulateSite(
  spec: CommunitySpec, rows: readonly BaselineRow[], story: Story, weather: readonly number[], random: () => number,
): Site {
  const startedOn = story.startedOn ? dayOf(story.startedOn) : dayOf('2024-06-12') + Math.floor(4 * random())
  const speed = story.speed ?? 0.95 + 0.07 * random()
  const tasks = rows.flatMap((row) => tasksOf(row, spec))
  const luck = tasks.map(() => weather.map(() => 0.75 + 0.5 * random()))

  for (let day = FIRST_DAY; day <= LAST_DAY; day++) {
    const week = weekOf(day)
    const open = !isStopped(story, day)
    tasks.forEach((task, index) => {
      const done = task.shares.at(-1) ?? 0
      const free = day >= beginsOn(task, startedOn, speed) && open && isReady(task, tasks, story, day)
      const usualPace = 1 / (task.plannedFinish - task.plannedStart)
      const pace = free ? usualPace * speed * weather[week]! * luck[index]![week]! : 0
      const limit = limitOf(task, spec, story.holds ?? [], day)
      const next = Math.max(done, Math.min(done + pace, limit))
      task.shares.push(next > 0.985 ? 1 : next)
    })
  }
  return { startedOn, tasks }
}

/** Crews that are fast or slow stretch the whole calendar of the works, not only the task in hand. */
function beginsOn({ itemCode, plannedStart }: Task, startedOn: Day, speed: number): Day {
  return itemCode === 'J01' ? plannedStart : startedOn + (plannedStart - PLANNED_START) / speed
}

/** Share of a task on a day, 0 before the simulation begins. */
export function shareOn(task: Task, day: Day): number {
  return task.shares[day - FIRST_DAY] ?? 0
}

/** First day on which all these tasks are done; null if they are not done by the end. */
export function finishedOn(tasks: readonly Task[]): Day | null {
  for (let day = FIRST_DAY; day <= LAST_DAY; day++) {
    if (tasks.every((task) => shareOn(task, day) >= 1)) return day
  }
  return null
}

/** A building item becomes one task per building; crews move on from building to building. */
function tasksOf(row: BaselineRow, { buildings }: CommunitySpec): Task[] {
  const { itemCode, plannedStart, plannedFinish } = row
  if (itemOf(itemCode).scope !== 'building') {
    return [{ itemCode, buildingId: null, plannedStart, plannedFinish, shares: [] }]
  }
  const length = plannedFinish - plannedStart
  const spread = (0.5 * length) / buildings.length
  return buildings.map(({ id }, index) => ({
    itemCode,
    buildingId: id,
    plannedStart: plannedStart + Math.round(spread * index),
    plannedFinish: plannedFinish - Math.round(spread * (buildings.length - 1 - index)),
    shares: [],
  }))
}

/**
 * The road surface waits for every pipe and cable below it, also for those its plan does not name,
 * until the trench has settled; unless a story says that nobody waited.
 */
function isReady({ itemCode }: Task, tasks: readonly Task[], { doesNotWaitFor }: Story, day: Day): boolean {
  if (itemOf(itemCode).after.length === 0) return true
  const below = tasks.filter((task) => itemOf(task.itemCode).underground && !doesNotWaitFor?.includes(task.itemCode))
  return below.every((task) => shareOn(task, day - SETTLING_DAYS) >= 1)
}

function isStopped({ stop }: Story, day: Day): boolean {
  return !!stop && day >= dayOf(stop.on) && (stop.resumedOn === null || day < dayOf(stop.resumedOn))
}

/** How far a task can get while it is held; a held building item finishes one building after the other. */
function limitOf({ itemCode, buildingId }: Task, { buildings }: CommunitySpec, holds: readonly Hold[], day: Day): number {
  const hold = holds.find((other) => other.itemCode === itemCode && (other.until === null || day < dayOf(other.until)))
  if (!hold) return 1
  if (buildingId === null) return hold.share
  const index = buildings.findIndex(({ id }) => id === buildingId)
  return Math.min(1, Math.max(0, hold.share * buildings.length - index))
}

function itemOf(code: string) {
  return PLAN_ITEMS.find((item) => item.code === code)!
}

function weekOf(day: Day): number {
  return Math.floor((day - FIRST_DAY) / 7)
}
