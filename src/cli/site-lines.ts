import type { LandInput } from '@/analysis/land/land-input'
import type { CliLanguage } from '@/cli/print-findings'
import type { Coverage, LandAnswer, SiteAnswer } from '@/domain/land'
import type { DatasetId } from '@/domain/manifest'
import { en } from '@/i18n/en'
import { landEn } from '@/i18n/land-en'
import { landZh, type LandText } from '@/i18n/land-zh'
import { zh } from '@/i18n/zh'

/** More rows than this nobody reads in a terminal; the chosen ones are always shown. */
const SHOWN_SITES = 15
const SHOWN_COMMUNITIES = 20

export const landTextOf = (lang: CliLanguage): LandText => (lang === 'en' ? landEn : landZh)

const WORDS = {
  zh: {
    columns: ['名次', '名称', '组成', '用地 ㎡', '缝隙 ㎡', '新增人数', '得分', '选中'],
    more: (n: number) => `… 另有 ${n} 处（--out 或 --json 列出全部）`,
    counts: (sites: number, excluded: number) => `合格 ${sites} 处，不合格 ${excluded} 处`,
    question: (facility: string, mode: string, radius: string, k: number, gap: string) => `${facility}，${mode} ${radius} m 以内，拼合间距 ${gap} m，选 ${k} 处`,
    coverage: (group: string, all: string, before: string, after: string, more: string) => `${group} ${all} 人：选址前覆盖 ${before}，选址后覆盖 ${after}，新增 ${more} 人`,
    people: (n: string, share: string) => `${n} 人（${share}）`,
    bound: (bound: string, gap: string) => `上限 ${bound} 人，相差 ${gap}`,
    uncovered: (n: number) => `仍未全部覆盖的小区 ${n} 个：`,
    community: (name: string, people: string, nearest: string) => `  ${name}：${people} 人未覆盖，最近设施 ${nearest}`,
    moreCommunities: (n: number) => `  … 另有 ${n} 个`,
    unreachable: '走不到', unscored: '未评分', note: '说明：', missing: (names: string) => `缺少数据：${names}`, synthetic: '示意数据，非实测。',
  },
  en: {
    columns: ['rank', 'name', 'parts', 'land m²', 'gap m²', 'new people', 'score', 'chosen'],
    more: (n: number) => `… ${n} more (--out or --json lists all)`,
    counts: (sites: number, excluded: number) => `${sites} sites pass, ${excluded} are out`,
    question: (facility: string, mode: string, radius: string, k: number, gap: string) => `${facility}, ${mode} ${radius} m, fragments up to ${gap} m apart, choose ${k}`,
    coverage: (group: string, all: string, before: string, after: string, more: string) => `${group}, ${all} people: covered before ${before}, after ${after}, newly ${more}`,
    people: (n: string, share: string) => `${n} (${share})`,
    bound: (bound: string, gap: string) => `bound ${bound} people, gap ${gap}`,
    uncovered: (n: number) => `Communities not covered entirely, ${n}:`,
    community: (name: string, people: string, nearest: string) => `  ${name}: ${people} people uncovered, nearest facility ${nearest}`,
    moreCommunities: (n: number) => `  … ${n} more`,
    unreachable: 'out of reach', unscored: 'unscored', note: 'note: ', missing: (names: string) => `not in the folder: ${names}`, synthetic: 'Synthetic data, not measured.',
  },
}

/** The answer for the terminal: question, ranking, coverage, proof, who stays uncovered, notes. */
export function siteLines(answer: LandAnswer, input: LandInput, missing: readonly DatasetId[], lang: CliLanguage): string[] {
  const [words, text] = [WORDS[lang], landTextOf(lang)]
  const names = (lang === 'en' ? en : zh).datasets
  const { question, sites, exclusions } = answer
  const mode = answer.mode === 'walk' ? text.demand.walk : text.demand.lineRadius
  const shown = sites.filter(({ isChosen }, i) => i < SHOWN_SITES || isChosen)
  return [
    words.question(text.facility[question.facilityType], mode, count(question.radiusM), question.siteCount, String(question.gapM)),
    words.counts(sites.length, exclusions.length),
    ...(shown.length > 0 ? table([words.columns, ...shown.map((site) => rowOf(site, words.unscored))]) : []),
    ...(shown.length < sites.length ? [words.more(sites.length - shown.length)] : []),
    ...choiceLines(answer, lang),
    ...communityLines(answer, input, lang),
    ...answer.notes.map(({ code, params }) => words.note + (text.note[code]?.(String(params['count'] ?? '')) ?? code)
      + (params['ids'] === undefined ? '' : lang === 'en' ? ` (${params['ids']})` : `（${params['ids']}）`)),
    ...(missing.length > 0 ? [words.note + words.missing(missing.map((id) => names[id]).join(lang === 'en' ? ', ' : '、'))] : []),
    ...(answer.provenance.isSynthetic ? [words.synthetic] : []),
    // In Chinese in any language: it is the word of law on every export.
    answer.provenance.disclaimer,
  ]
}

function rowOf(site: SiteAnswer, unscored: string): string[] {
  return [
    site.rank === null ? '—' : String(site.rank), site.name, site.partIds.join('+'), count(site.landAreaM2), count(site.gapAreaM2), count(site.newlyReachedPeople),
    site.score === null ? unscored : site.score.toFixed(1), site.isChosen ? '✓' : '',
  ]
}

function choiceLines({ choice, before, after, group }: LandAnswer, lang: CliLanguage): string[] {
  const [words, text] = [WORDS[lang], landTextOf(lang)]
  const covered = ({ people, coveredPeople }: Coverage) => words.people(count(coveredPeople), percent(people === 0 ? null : coveredPeople / people))
  const k = String(choice.siteIds.length)
  const proof = choice.isProven ? text.coverage.proven(k) : text.coverage.notProven(k, percent(choice.gapShare))
  const lines = [
    words.coverage(text.group[group], count(after.people), covered(before), covered(after), count(choice.newlyCoveredPeople)),
    choice.siteIds.length === 0 ? text.coverage.none : `${proof}；${words.bound(count(choice.bound), percent(choice.gapShare))}`.replace('；', lang === 'en' ? '; ' : '；'),
  ]
  if (choice.fewestSites) {
    const { wantedShare, siteCount, isProven } = choice.fewestSites
    const share = percent(wantedShare)
    lines.push(siteCount === null ? text.coverage.impossible(share) : text.coverage[isProven ? 'fewest' : 'fewestNotProven'](share, String(siteCount)))
  }
  if (choice.problem) lines.push(text.problem[choice.problem])
  for (const { kind, to, newlyCoveredPeople } of choice.relaxations) lines.push(`  ${text.relax[kind](String(to), count(newlyCoveredPeople))}`)
  return lines
}

/** Most uncovered people first. Half a person is nobody. */
function communityLines({ communities }: LandAnswer, { communities: places }: LandInput, lang: CliLanguage): string[] {
  const words = WORDS[lang]
  const left = communities.map((community) => ({ ...community, uncovered: community.people - community.servedAfterPeople }))
    .filter(({ uncovered }) => uncovered >= 0.5)
    .sort((a, b) => b.uncovered - a.uncovered || (a.communityId < b.communityId ? -1 : 1))
  if (left.length === 0) return []
  return [
    words.uncovered(left.length),
    ...left.slice(0, SHOWN_COMMUNITIES).map(({ communityId, uncovered, nearestDistanceM }) => words.community(
      places.find(({ id }) => id === communityId)?.name ?? communityId, count(uncovered),
      nearestDistanceM === null ? words.unreachable : `${count(nearestDistanceM)} m`)),
    ...(left.length > SHOWN_COMMUNITIES ? [words.moreCommunities(left.length - SHOWN_COMMUNITIES)] : []),
  ]
}

/** Columns of equal width; numbers to the right. A Chinese character is as wide as two letters. */
function table(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => widthOf(row[column]!))))
  const isLeft = (column: number) => column === 1 || column === 2
  return rows.map((row) => row.map((cell, column) => {
    const blank = ' '.repeat(widths[column]! - widthOf(cell))
    return isLeft(column) ? cell + blank : blank + cell
  }).join('  ').trimEnd())
}

const widthOf = (cell: string): number => [...cell].reduce((width, sign) => width + (/[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60㎡]/.test(sign) ? 2 : 1), 0)
const count = (value: number): string => Math.round(value).toLocaleString('en-US')

/** With one decimal; not quite everything is never 100 %, not quite nothing never 0 %. */
function percent(share: number | null): string {
  if (share === null) return '—'
  const tenths = Math.round(share * 1000)
  if (tenths >= 1000 && share < 1) return '99.9%'
  return `${tenths === 0 && share > 0 ? 0.1 : tenths / 10}%`
}
