import type { ProgrammeIndex } from '@/analysis/progress/index-programme'
import { listFinished } from '@/analysis/progress/list-finished'
import { measureProgress } from '@/analysis/progress/measure-progress'
import { BUILT_IN_TOUR } from '@/analysis/show/built-in-tour'
import type { Colouring } from '@/domain/colouring'
import type { Day } from '@/domain/day'
import type { ProposedSite } from '@/domain/place'
import type { Programme } from '@/domain/programme'
import type { ProgrammeProgress } from '@/domain/progress'
import type { Scene, SceneEntry, Tour } from '@/domain/tour'

/** How many of the latest finished communities a scene is about. */
export const FINISHED_AT_MOST = 6

export interface SceneFacts {
  tour: Tour
  programme: Programme
  index: ProgrammeIndex
  /** First day there are figures of: where a replay begins. */
  firstDay: Day
  proposedSites: readonly ProposedSite[]
}

/** What a scene of one entry is about; null fields are those of the whole programme. */
type Focus = Pick<Scene, 'districtId' | 'communityIds' | 'fromDay' | 'photos'> & { placeId: string | null }

/**
 * The scenes of a tour that have something to show, in its order: none of a district without
 * communities, none of what is finished before anything is. An id is given once.
 *
 * The wall is public. A scene about what is behind plan is about all communities, and no scene is
 * coloured by lamp, which would point at those that are late, nor by change, which needs a second
 * day. No scene is later than the data.
 *
 * @returns Empty only if there are no communities at all; a tour with nothing to show becomes the overview.
 */
export function planScenes(facts: SceneFacts): Scene[] {
  if (facts.programme.communities.length === 0) return []
  const scenes = facts.tour.scenes.flatMap((entry) => scenesOf(entry, facts))
  const seen = new Set<string>()
  const once = scenes.filter(({ id }) => !seen.has(id) && seen.add(id))
  return once.length > 0 ? once : scenesOf(BUILT_IN_TOUR.scenes[0]!, facts)
}

function scenesOf(entry: SceneEntry, facts: SceneFacts): Scene[] {
  const { dataDate } = facts.programme
  const day = Math.max(Math.min(entry.day ?? dataDate, dataDate), Math.min(facts.firstDay, dataDate))
  const { id, kind, camera, colouring, caption, captionEn, dwellS, transition } = entry
  return focusesOf(entry, day, facts).map(({ placeId, ...focus }) => ({
    id: placeId === null ? id : `${id}-${placeId}`, kind, camera, colouring: isForWall(colouring) ? colouring : 'progress', day,
    caption, captionEn, dwellMs: dwellS * 1000, transition, news: null, ...focus,
  }))
}

const isForWall = (colouring: Colouring): boolean => colouring !== 'lamp' && colouring !== 'change'

function focusesOf(entry: SceneEntry, day: Day, facts: SceneFacts): Focus[] {
  const { programme, tour } = facts
  const whole: Focus = { placeId: null, districtId: null, communityIds: programme.communities.map(({ id }) => id), fromDay: null, photos: null }
  switch (entry.kind) {
    case 'overview': case 'plan': return [whole]
    case 'district': return districtFocuses(entry, facts, whole)
    case 'showcase': return showcaseIds(entry, programme).map((id) => (
      { ...whole, placeId: id, communityIds: [id], photos: tour.photos.find(({ communityId }) => communityId === id) ?? null }
    ))
    case 'finished': {
      const latest = listFinished(progressOn(day, facts).communities.values()).slice(0, FINISHED_AT_MOST)
      const communityIds = latest.map(({ communityId }) => communityId)
      return communityIds.length > 0 ? [{ ...whole, communityIds }] : []
    }
    case 'behind': return isAnyBehind(progressOn(day, facts)) ? [whole] : []
    case 'replay': return facts.firstDay < day ? [{ ...whole, fromDay: facts.firstDay }] : []
    case 'sites': return facts.proposedSites.length > 0 ? [whole] : []
  }
}

function districtFocuses({ places }: SceneEntry, { programme: { plan, communities } }: SceneFacts, whole: Focus): Focus[] {
  const ids = places ?? plan.districts.map(({ id }) => id)
  return ids.flatMap((districtId) => {
    const communityIds = communities.filter((community) => community.districtId === districtId).map(({ id }) => id)
    return communityIds.length > 0 ? [{ ...whole, placeId: districtId, districtId, communityIds }] : []
  })
}

function showcaseIds({ places }: SceneEntry, { communities }: Programme): string[] {
  if (places) return places.filter((id) => communities.some((community) => community.id === id))
  return communities.filter(({ showcase }) => showcase).map(({ id }) => id)
}

function isAnyBehind({ communities }: ProgrammeProgress): boolean {
  return [...communities.values()].some(({ lamp }) => lamp === 'warning' || lamp === 'late')
}

function progressOn(day: Day, { index }: SceneFacts): ProgrammeProgress {
  return measureProgress(index, day)
}
