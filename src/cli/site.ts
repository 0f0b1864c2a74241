import { accessSync, constants, existsSync, statSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { LandInput } from '@/analysis/land/land-input'
import { prepareTown } from '@/analysis/land/prepare-town'
import { answerQuestion } from '@/cli/answer-question'
import { UsageError } from '@/cli/arguments'
import type { CliLanguage } from '@/cli/print-findings'
import { readLandFolder, type LandFolder } from '@/cli/read-land-folder'
import { checkSiteOptions, siteQuestion } from '@/cli/site-arguments'
import { landTextOf, siteLines } from '@/cli/site-lines'
import { exactJson } from '@/data/tidy-number'
import { writeCoverage, writeCoverageCsv } from '@/data/write-coverage'
import { writeSites } from '@/data/write-sites'
import { writeSitesCsv } from '@/data/write-sites-csv'
import type { Finding } from '@/domain/finding'
import type { LandAnswer, LandNote, LandQuestion } from '@/domain/land'
import { findingText } from '@/i18n/finding-messages'
import { ruleFindingText } from '@/i18n/land-findings'
import { landZh } from '@/i18n/land-zh'
import { zh } from '@/i18n/zh'

/** More lines than this hide the answer; `check` prints all. */
const SHOWN_FINDINGS = 20

type Print = (line: string) => void

/**
 * Find land from the terminal: `geodata site [DIR] --facility … --out result.geojson`.
 *
 * @returns Exit code: 0 answered (also if nothing can be chosen: then the answer says why), 1 no answer without a plan.
 * @throws {UsageError} Bad options, before anything is written.
 */
export function runSite(dir: string, options: ReadonlyMap<string, string>, print: Print, printError: Print): number {
  const lang = options.get('--lang') ?? 'zh'
  if (lang !== 'zh' && lang !== 'en') throw new UsageError(`--lang ${lang}: zh | en`)
  checkSiteOptions(options)
  const out = options.get('--out') ?? null
  if (out !== null) checkWritable(out)
  const folder = readLandFolder(dir, options.get('--rules') ?? null)
  errorLines(folder, lang).forEach((line) => printError(line))
  if (folder.input === null) {
    printError(lang === 'en' ? `${dir}: no answer without plan.json` : `${dir}：没有可用的 plan.json，不能计算`)
    return 1
  }
  const answer = answerOf(folder.input, siteQuestion(options, folder.input.rules, folder.input.defaults), folder)
  const written = out === null ? [] : writeFiles(out, answer, folder.input, options.has('--internal'))
  if (options.has('--json')) print(exactJson(answer))
  else [...siteLines(answer, folder.input, folder.missing, lang), ...written].forEach((line) => print(line))
  return 0
}

/** The answer, with what the folder lacks said in it. */
function answerOf(input: LandInput, question: LandQuestion, folder: LandFolder): LandAnswer {
  const answer = answerQuestion(prepareTown(input), input.spaces, question)
  return { ...answer, notes: [...answer.notes, ...notesOf(input, folder)] }
}

/** What the folder lacks beyond what the analysis can see: a feature with an error is left out before it. */
function notesOf({ buildings }: LandInput, { skipped }: LandFolder): LandNote[] {
  const ids = skipped.flatMap((file) => file.ids)
  return [
    ...(buildings.length === 0 ? [{ code: 'no-buildings' as const, params: {} }] : []),
    ...(ids.length > 0 ? [{ code: 'invalid-feature' as const, params: { count: ids.length, ids: ids.slice(0, 5).join(', ') } }] : []),
  ]
}

/** One line per error; warnings change no figure. */
function errorLines({ findings }: LandFolder, lang: CliLanguage): string[] {
  const errors = findings.filter(({ severity }) => severity === 'error')
  const line = (finding: Finding) =>
    `${[finding.file, finding.feature, finding.field].filter((part) => part !== null).join(' › ')}: ${findingText(finding, lang).what}`
  const more = errors.length - SHOWN_FINDINGS
  const rest = lang === 'en' ? `… ${more} more errors: npm run geodata -- check` : `… 另有 ${more} 个错误：npm run geodata -- check`
  return [...errors.slice(0, SHOWN_FINDINGS).map(line), ...(more > 0 ? [rest] : [])]
}

/** Two files: sites, and coverage per residential building beside them. `.csv` writes tables, anything else GeoJSON. */
function writeFiles(out: string, answer: LandAnswer, input: LandInput, isInternal: boolean): string[] {
  const coveragePath = coveragePathOf(out)
  const isCsv = /\.csv$/i.test(out)
  const audience = isInternal ? 'internal' : 'public'
  const sites = isCsv ? writeSitesCsv(answer, wordsOf(input)) : writeSites({ answer, spaces: input.spaces, audience })
  const files: [string, string][] = [[out, sites], [coveragePath, isCsv ? writeCoverageCsv(answer) : writeCoverage(answer)]]
  try {
    for (const [path, text] of files) writeFileSync(path, text)
  } catch (error) {
    throw new UsageError(`--out ${out}: 不能写入 / cannot be written (${error instanceof Error ? error.message : 'unknown'})`)
  }
  return files.map(([path]) => path)
}

/** `result.geojson` → `result.coverage.geojson`. */
function coveragePathOf(out: string): string {
  const [, stem, extension] = /^(.*?)(\.(?:geojson|json|csv))?$/i.exec(out)!
  return `${stem}.coverage${extension ?? '.geojson'}`
}

function wordsOf({ hazards, facilities, rules }: LandInput) {
  const places = new Map([...hazards ?? [], ...facilities ?? []].map((place) => [place.id, place.name ?? ('kind' in place ? landZh.hazardKind[place.kind] : null)]))
  const landUse = (code: string) => rules.landUses.filter(({ codePrefix }) => code.startsWith(codePrefix))
    .sort((a, b) => b.codePrefix.length - a.codePrefix.length)[0]?.name ?? null
  const names = { place: (id: string) => places.get(id) ?? null, landUse }
  const { contact, criterion, fact } = landTextOf('zh')
  return { kind: zh.spareSpaceKind, contact, criterion, fact, finding: (finding: Parameters<typeof ruleFindingText>[0]) => ruleFindingText(finding, landZh, names) }
}

/** Said before the long computation, not after it. */
function checkWritable(out: string): void {
  const refuse = (reason: string) => new UsageError(`--out ${out}: ${reason}`)
  const folder = dirname(resolve(out))
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw refuse('找不到文件夹 / no such folder')
  if (existsSync(out) && statSync(out).isDirectory()) throw refuse('是文件夹 / is a folder')
  try {
    accessSync(existsSync(out) ? out : folder, constants.W_OK)
  } catch {
    throw refuse('不能写入 / cannot be written')
  }
}
