import { watch } from 'vue'
import { setLanguage, useText } from '@/i18n/use-text'
import { useSettingsStore } from '@/stores/settings'

/** Let theme and language take effect on the page. For the composition roots of both editions; lives as long as the page. */
export function useAppearance(): void {
  const text = useText()
  const settings = useSettingsStore()
  const darkQuery = window.matchMedia('(prefers-color-scheme: dark)')
  settings.systemIsDark = darkQuery.matches
  darkQuery.addEventListener('change', ({ matches }) => (settings.systemIsDark = matches))

  // Before anything that reads colours from the page is computed again.
  watch(() => settings.theme, (theme) => (document.documentElement.dataset.theme = theme), { immediate: true, flush: 'sync' })
  watch(() => settings.language, async (language) => {
    await setLanguage(language)
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
    document.title = text.value.app.name(text.value.app.defaultPlace)
  }, { immediate: true })
}
