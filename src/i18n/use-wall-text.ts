import { computed, type ComputedRef } from 'vue'
import { useLanguage } from '@/i18n/use-text'
import { wallEn } from '@/i18n/wall-en'
import { wallZh, type WallText } from '@/i18n/wall-zh'

/** Text of the public screen in the current language; only that view imports it, so that the first one stays small. */
export function useWallText(): ComputedRef<WallText> {
  const language = useLanguage()
  return computed(() => (language.value === 'en' ? wallEn : wallZh))
}
