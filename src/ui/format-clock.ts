import type { Language } from '@/i18n/use-text'

const two = (value: number): string => String(value).padStart(2, '0')

/** Time of the day on the machine's clock, `10:24`. @param epochMs - ms since 1970. */
export function formatTime(epochMs: number): string {
  const at = new Date(epochMs)
  return `${two(at.getHours())}:${two(at.getMinutes())}`
}

/** Time of the day with seconds, `10:24:07`. */
export function formatTimeWithSeconds(epochMs: number): string {
  return `${formatTime(epochMs)}:${two(new Date(epochMs).getSeconds())}`
}

/** A moment that may lie on another day: `14:32` today, else `8 月 26 日 14:32`, `26 Aug 14:32`. */
export function formatMoment(epochMs: number, nowEpochMs: number, language: Language): string {
  const [at, now] = [new Date(epochMs), new Date(nowEpochMs)]
  if (at.toDateString() === now.toDateString()) return formatTime(epochMs)
  return `${shortDate(at, language)} ${formatTime(epochMs)}`
}

/** The machine's date in words: `2024 年 8 月 26 日`, `26 August 2024`. */
export function formatClockDate(epochMs: number, language: Language): string {
  const at = new Date(epochMs)
  return language === 'zh'
    ? `${at.getFullYear()} 年 ${at.getMonth() + 1} 月 ${at.getDate()} 日`
    : `${at.getDate()} ${MONTHS[at.getMonth()]!} ${at.getFullYear()}`
}

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

function shortDate(at: Date, language: Language): string {
  return language === 'zh' ? `${at.getMonth() + 1} 月 ${at.getDate()} 日` : `${at.getDate()} ${MONTHS[at.getMonth()]!.slice(0, 3)}`
}
