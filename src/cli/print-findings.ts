import type { Finding } from '@/domain/finding'
import { findingText } from '@/i18n/finding-messages'

export type CliLanguage = 'zh' | 'en'

/** So many findings of one kind in one file say what there is to say. */
const SHOWN_PER_KIND = 50

const WORDS = {
  zh: {
    error: '错误', warning: '提醒', what: '问题：', fix: '处理：',
    more: (count: number, file: string) => `… ${file} 另有 ${count} 条同类问题（加 --all 全部列出）`,
    total: (errors: number, warnings: number) => `检查完毕：${errors} 个错误，${warnings} 个提醒。`,
  },
  en: {
    error: 'error', warning: 'warning', what: 'what: ', fix: 'fix:  ',
    more: (count: number, file: string) => `… ${count} more of this kind in ${file} (--all lists them)`,
    total: (errors: number, warnings: number) =>
      `Checked: ${errors} ${errors === 1 ? 'error' : 'errors'}, ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}.`,
  },
}

/** How many findings there are of each severity. */
export function countFindings(findings: readonly Finding[]): { errors: number; warnings: number } {
  const errors = findings.filter(({ severity }) => severity === 'error').length
  return { errors, warnings: findings.length - errors }
}

/**
 * Lines for the terminal: three per finding (place, what is wrong, how to fix it) and one with the totals.
 *
 * @param all - False: at most 50 of one kind in one file, then how many more.
 */
export function findingLines(findings: readonly Finding[], lang: CliLanguage, all: boolean): string[] {
  const words = WORDS[lang]
  const lines: string[] = []
  const counts = new Map<string, number>()
  const kindOf = ({ file, code }: Finding) => `${file} ${code}`
  for (const finding of findings) counts.set(kindOf(finding), (counts.get(kindOf(finding)) ?? 0) + 1)
  const shown = new Map<string, number>()
  for (const finding of findings) {
    const number = (shown.get(kindOf(finding)) ?? 0) + 1
    shown.set(kindOf(finding), number)
    if (all || number <= SHOWN_PER_KIND) {
      const { what, fix } = findingText(finding, lang)
      const place = [finding.file, finding.feature, finding.field].filter((part) => part !== null).join(' › ')
      lines.push(`${words[finding.severity]} ${place}`, `  ${words.what}${what}`, `  ${words.fix}${fix}`)
    } else if (number === counts.get(kindOf(finding))) {
      lines.push(words.more(number - SHOWN_PER_KIND, finding.file))
    }
  }
  const { errors, warnings } = countFindings(findings)
  return [...lines, words.total(errors, warnings)]
}

/** The same for programs: every finding with its sentences. */
export function findingsJson(findings: readonly Finding[], lang: CliLanguage): string {
  const items = findings.map((finding) => ({ ...finding, ...findingText(finding, lang) }))
  return JSON.stringify({ ...countFindings(findings), findings: items }, null, 2)
}
