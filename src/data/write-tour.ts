import type { TourFile, WindowInFile } from '@/data/tour-shape'
import { formatDay } from '@/domain/day'
import type { DailyWindow, MinuteOfDay, Tour } from '@/domain/tour'

/** The text of `tour.json`: days as `YYYY-MM-DD`, times of the day as `HH:MM`, two spaces, newline at the end. */
export function tourText(tour: Tour): string {
  const scenes = tour.scenes.map((scene) => ({ ...scene, day: scene.day === null ? null : formatDay(scene.day) }))
  const file: Omit<TourFile, 'scenes'> = { ...tour, night: toFile(tour.night), updateWindow: toFile(tour.updateWindow) }
  return `${JSON.stringify({ ...file, scenes }, null, 2)}\n`
}

function toFile(hours: DailyWindow | null): WindowInFile | null {
  return hours && { from: toTime(hours.fromMin), to: toTime(hours.toMin) }
}

function toTime(minute: MinuteOfDay): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`
}
