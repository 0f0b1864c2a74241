import { computed, type ComputedRef } from 'vue'
import { useLanguage } from '@/i18n/use-text'
import { wallSetupEn } from '@/i18n/wall-setup-en'
import { wallSetupZh, type WallSetupText } from '@/i18n/wall-setup-zh'

/** Text of set-up, remote and printed page in the current language; read with the wall or the remote. */
export function useWallSetupText(): ComputedRef<WallSetupText> {
  const language = useLanguage()
  return computed(() => (language.value === 'en' ? wallSetupEn : wallSetupZh))
}
