import { shown } from '@/data/check-fields'
import { checkShape, UNUSABLE } from '@/data/check-shape'
import { parseJson } from '@/data/parse-json'
import { TOUR_SHAPE, type TourFile, type WindowInFile } from '@/data/tour-shape'
import type { Checked, Finding } from '@/domain/finding'
import type { DailyWindow, MinuteOfDay, Tour } from '@/domain/tour'

const TIME = /^([01]\d|2[0-3]):([0-5]\d)$/
/** Part of an address, and not the one of the news. */
const SCENE_ID = /^(?!news$)[A-Za-z0-9-]+$/
/** A picture below the folder: no scheme, no root, no way up. */
const PHOTO_PATH = /^(?!\/)(?!(.*\/)?\.{1,2}\/)(?!.*\/\/)[^\\:?#%\u0000-\u001f]+\.(jpe?g|png|webp)$/i
const KINDS_WITH_PLACES: readonly string[] = ['district', 'showcase']

/**
 * Read `tour.json`.
 *
 * All or nothing: a wall that leaves out one scene in silence would not be the tour that was approved,
 * so `value` is null as soon as one field has an error. Fields nobody knows are only warned of.
 */
export function readTour(text: string, file: string): Checked<Tour> {
  const json = parseJson(text, file)
  if (json.findings.length > 0) return { value: null, findings: json.findings }
  const findings: Finding[] = []
  const tour = checkShape<TourFile>(TOUR_SHAPE, json.value, '', { file, feature: null }, findings)
  if (tour === UNUSABLE) return { value: null, findings }
  findings.push(...checkTogether(tour, file))
  if (findings.some(({ severity }) => severity === 'error')) return { value: null, findings }
  return { value: { ...tour, night: toWindow(tour.night), updateWindow: toWindow(tour.updateWindow) }, findings }
}

/** What no field can tell alone. */
function checkTogether(tour: TourFile, file: string): Finding[] {
  const found: Finding[] = []
  const expect = (isRight: boolean, feature: string | null, field: string, expected: string, value: string) => {
    if (!isRight) found.push({ code: 'wrong-type', severity: 'error', file, feature, field, params: { expected, found: shown(value) } })
  }
  const atLeast = (field: 'retryAtMostS' | 'staleAfterMin' | 'oldAfterMin', min: number, max: number, unit: string) => {
    if (tour[field] >= min) return
    found.push({ code: 'out-of-bounds', severity: 'error', file, feature: null, field, params: { found: tour[field], min, max, unit } })
  }
  tour.scenes.forEach(({ id, kind, places }, i) => {
    expect(SCENE_ID.test(id), id, `scenes[${i}].id`, 'scene-id', id)
    if (places === null || KINDS_WITH_PLACES.includes(kind)) return
    found.push({ code: 'unknown-column', severity: 'warning', file, feature: id, field: `scenes[${i}].places`, params: {} })
  })
  tour.photos.forEach((photos, i) => {
    for (const side of ['before', 'after'] as const) {
      const path = photos[side]
      if (path !== null) expect(PHOTO_PATH.test(path), photos.communityId, `photos[${i}].${side}`, 'photo-path', path)
    }
  })
  for (const name of ['night', 'updateWindow'] as const) {
    const { from, to } = tour[name] ?? { from: '00:00', to: '24:00' }
    if (tour[name] === null) continue
    expect(TIME.test(from), null, `${name}.from`, 'time-of-day', from)
    expect(TIME.test(to), null, `${name}.to`, 'time-of-day', to)
    expect(from !== to, null, `${name}.to`, 'other-time', to)
  }
  atLeast('retryAtMostS', tour.refreshEveryS, 86_400, 's')
  // A mark that comes before the next question is due would always be there.
  atLeast('staleAfterMin', tour.refreshEveryS / 60, 100_000, 'min')
  atLeast('oldAfterMin', tour.staleAfterMin, 100_000, 'min')
  return found
}

function toWindow(hours: WindowInFile | null): DailyWindow | null {
  return hours && { fromMin: toMinute(hours.from), toMin: toMinute(hours.to) }
}

function toMinute(time: string): MinuteOfDay {
  const [, hour, minute] = TIME.exec(time)!
  return Number(hour) * 60 + Number(minute)
}
