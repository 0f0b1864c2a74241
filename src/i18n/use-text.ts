import { computed, ref, type ComputedRef } from 'vue'
import { en } from '@/i18n/en'
import { zh, type Text } from '@/i18n/zh'

export const LANGUAGES = ['zh', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

const TEXTS: Record<Language, Text> = { zh, en }
const language = ref<Language>('zh')
const text = computed(() => TEXTS[language.value])

/** The text of the current language; templates read `text.totals.households`. */
export function useText(): ComputedRef<Text> {
  return text
}

/** The current language, for formatting numbers and dates and for data with two names. */
export function useLanguage(): Readonly<typeof language> {
  return language
}

/** Change the language of the whole page. */
export function setLanguage(next: Language): void {
  language.value = next
}
