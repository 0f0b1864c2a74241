import type { Language } from '@/i18n/use-text'
import { linkTo } from '@/ui/hash-address'
import { preferredLanguage } from '@/ui/preferred-language'

/** The views, in the order of the top bar; each is a path behind `#`. */
export const VIEWS = ['progress', 'land', 'data'] as const
export type ViewId = (typeof VIEWS)[number]

/** Paths behind `#` of the views that are not the first one; any other path is the first one. */
export const OTHER_PATHS = ['/land', '/data', '/display', '/remote'] as const
export type OtherPath = (typeof OTHER_PATHS)[number]

/** Whether an address belongs to a view that is not the first one. */
export const isOtherPath = (path: string): path is OtherPath => OTHER_PATHS.some((other) => other === path)

/** Link to a view as it was left, in the language and appearance of now. */
export function viewLink(view: ViewId, themeChoice: 'light' | 'dark' | 'system', language: Language): string {
  return linkTo(`/${view}`, {
    ...(themeChoice === 'system' ? {} : { theme: themeChoice }),
    ...(language === preferredLanguage() ? {} : { lang: language }),
  })
}
