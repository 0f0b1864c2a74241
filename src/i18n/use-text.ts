import { computed, ref, shallowRef, type ComputedRef } from 'vue'
import { zh, type Text } from '@/i18n/zh'

export const LANGUAGES = ['zh', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

const language = ref<Language>('zh')
const texts = shallowRef<Partial<Record<Language, Text>>>({ zh })
const text = computed(() => texts.value[language.value] ?? zh)

/** The text of the current language; templates read `text.totals.households`. */
export function useText(): ComputedRef<Text> {
  return text
}

/** The current language, for formatting numbers and dates and for data with two names. */
export function useLanguage(): Readonly<typeof language> {
  return language
}

/** Change the language of the whole page. English is read when it is first wanted; until then Chinese stays. */
export async function setLanguage(next: Language): Promise<void> {
  if (next === 'en' && !texts.value.en) {
    const { en } = await import('@/i18n/en')
    texts.value = { ...texts.value, en }
  }
  language.value = next
}
