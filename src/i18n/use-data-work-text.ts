import { computed, type ComputedRef } from 'vue'
import { dataWorkEn } from '@/i18n/data-work-en'
import { dataWorkZh, type DataWorkText } from '@/i18n/data-work-zh'
import { useLanguage } from '@/i18n/use-text'

/** Text of history, editing and export in the current language; read with the clerks' view. */
export function useDataWorkText(): ComputedRef<DataWorkText> {
  const language = useLanguage()
  return computed(() => (language.value === 'en' ? dataWorkEn : dataWorkZh))
}
