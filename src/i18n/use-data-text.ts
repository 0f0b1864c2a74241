import { computed, type ComputedRef } from 'vue'
import { dataEn } from '@/i18n/data-en'
import { dataZh, type DataText } from '@/i18n/data-zh'
import { useLanguage } from '@/i18n/use-text'

/** Text of the clerks' view in the current language; only that view imports it, so that the first one stays small. */
export function useDataText(): ComputedRef<DataText> {
  const language = useLanguage()
  return computed(() => (language.value === 'en' ? dataEn : dataZh))
}
