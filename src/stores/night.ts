import { nightBrightness } from '@/analysis/show/night-brightness'
import type { Tour } from '@/domain/tour'

/** Brightness of the wall, `tour.nightBrightness`…1, at a time of the machine's clock and in its time zone. */
export function nightBrightnessAt(tour: Pick<Tour, 'night' | 'nightBrightness'>, epochMs: number): number {
  const time = new Date(epochMs)
  return nightBrightness(tour, time.getHours() * 60 + time.getMinutes() + time.getSeconds() / 60)
}
