import { computed, type ComputedRef } from 'vue'
import { landScenarioEn } from '@/i18n/land-scenario-en'
import { landScenarioZh, type LandScenarioText } from '@/i18n/land-scenario-zh'
import { useLanguage } from '@/i18n/use-text'

/** Text of what is done with an answer, in the current language; read when one of these panels is first opened. */
export function useLandScenarioText(): ComputedRef<LandScenarioText> {
  const language = useLanguage()
  return computed(() => (language.value === 'en' ? landScenarioEn : landScenarioZh))
}
