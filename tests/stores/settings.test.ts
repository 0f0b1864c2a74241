import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, it } from 'vitest'
import { useSettingsStore } from '@/stores/settings'

beforeEach(() => setActivePinia(createPinia()))

it('follows the system until a person chooses', () => {
  const settings = useSettingsStore()
  expect([settings.themeChoice, settings.theme, settings.language]).toEqual(['system', 'light', 'zh'])
  settings.systemIsDark = true
  expect(settings.theme).toBe('dark')
  settings.themeChoice = 'light'
  expect(settings.theme).toBe('light')
  settings.systemIsDark = false
  settings.themeChoice = 'dark'
  expect(settings.theme).toBe('dark')
})
