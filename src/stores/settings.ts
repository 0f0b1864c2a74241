import { defineStore } from 'pinia'
import { computed, ref } from 'vue'

export const THEMES = ['light', 'dark', 'system'] as const
export type ThemeChoice = (typeof THEMES)[number]
export type LanguageChoice = 'zh' | 'en'

/** Appearance and language: what the person chose, and what follows from the system. */
export const useSettingsStore = defineStore('settings', () => {
  const themeChoice = ref<ThemeChoice>('system')
  const systemIsDark = ref(false)
  const language = ref<LanguageChoice>('zh')
  const theme = computed(() =>
    themeChoice.value === 'system' ? (systemIsDark.value ? 'dark' : 'light') : themeChoice.value,
  )
  return { themeChoice, systemIsDark, language, theme }
})
