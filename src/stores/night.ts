import { nightBrightness } from '@/analysis/show/night-brightness'
import type { Tour } from '@/domain/tour'
import { minuteOfDayAt } from '@/stores/minute-of-day'

/** Brightness of the wall, `tour.nightBrightness`…1, at a time of the machine's clock and in its time zone. */
export function nightBrightnessAt(tour: Pick<Tour, 'night' | 'nightBrightness'>, epochMs: number): number {
  return nightBrightness(tour, minuteOfDayAt(epochMs))
}
