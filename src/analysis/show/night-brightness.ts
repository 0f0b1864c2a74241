import type { MinuteOfDay, Tour } from '@/domain/tour'

const MIN_PER_DAY = 1440
/** Nobody should see it change: so many minutes from one brightness to the other, inside the night. */
const FADE_MIN = 20

/** Brightness of the wall at a time of the day, from `nightBrightness` to 1. Minutes may have fractions. */
export function nightBrightness({ night, nightBrightness: dark }: Pick<Tour, 'night' | 'nightBrightness'>, minute: MinuteOfDay): number {
  if (!night) return 1
  const lengthMin = (night.toMin - night.fromMin + MIN_PER_DAY) % MIN_PER_DAY
  const sinceMin = (minute - night.fromMin + MIN_PER_DAY) % MIN_PER_DAY
  if (sinceMin >= lengthMin) return 1
  const fadeMin = Math.min(FADE_MIN, lengthMin / 2)
  const depth = Math.min(1, sinceMin / fadeMin, (lengthMin - sinceMin) / fadeMin)
  return 1 - depth * (1 - dark)
}
