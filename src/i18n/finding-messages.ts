import type { Finding } from '@/domain/finding'
import { EN } from '@/i18n/finding-messages-en'
import { ZH } from '@/i18n/finding-messages-zh'
import type { FindingMessages, FindingText } from '@/i18n/finding-sentences'

/** The sentences for one finding, the same on page and terminal. */
export function findingText(finding: Finding, lang: 'zh' | 'en'): FindingText {
  const messages: FindingMessages = lang === 'zh' ? ZH : EN
  return messages[finding.code]({
    param: (name) => String(finding.params[name] ?? ''),
    field: finding.field ?? '',
    feature: finding.feature ?? '',
  })
}
