import { STAGES, type CommunityProgress, type ProgrammeProgress, type ProgressChange, type Stage } from '@/domain/progress'

/** What changed between two days, by the figures of both. Ids are in the order of the later day's map. */
export function compareDays(earlier: ProgrammeProgress, later: ProgrammeProgress): ProgressChange {
  const changed = (test: (before: CommunityProgress, now: CommunityProgress) => boolean): string[] =>
    [...later.communities.values()].flatMap((now) => {
      const before = earlier.communities.get(now.communityId)
      return before && test(before, now) ? [now.communityId] : []
    })
  const passed = (stage: Stage) => (before: CommunityProgress, now: CommunityProgress) =>
    STAGES.indexOf(before.stage) < STAGES.indexOf(stage) && STAGES.indexOf(now.stage) >= STAGES.indexOf(stage)
  const [before, now] = [earlier.programme.actualShare, later.programme.actualShare]
  return {
    from: earlier.day,
    to: later.day,
    gainedShare: before === null || now === null ? null : now - before,
    started: changed(passed('underConstruction')),
    finished: changed(passed('finished')),
    accepted: changed(passed('accepted')),
    buildingsFinished: later.rates.buildingsFinished.ids.filter((id) => earlier.buildings.get(id)?.isFinished === false),
    newlyLate: changed((b, n) => b.lamp !== 'late' && n.lamp === 'late'),
    newlyWarning: changed((b, n) => b.lamp !== 'warning' && b.lamp !== 'late' && n.lamp === 'warning'),
    eased: changed((b, n) => b.lamp === 'late' && n.lamp === 'warning'),
    recovered: changed((b, n) => (b.lamp === 'late' || b.lamp === 'warning') && n.lamp === 'normal'),
    newlyStopped: changed((b, n) => b.stoppedSince === null && n.stoppedSince !== null),
  }
}
