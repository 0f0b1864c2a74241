import { computed, type ComputedRef } from 'vue'
import { landEn } from '@/i18n/land-en'
import { landZh, type LandText } from '@/i18n/land-zh'
import { useLanguage } from '@/i18n/use-text'

/** Text of the planners' view in the current language; only that view imports it, so that the first one stays small. */
export function useLandText(): ComputedRef<LandText> {
  const language = useLanguage()
  return computed(() => (language.value === 'en' ? landEn : landZh))
}
