import { findingLines, type CliLanguage } from '@/cli/print-findings'
import { mappedField } from '@/data/import/mapping-fields'
import type { Finding } from '@/domain/finding'
import type { FileSummary, Headline, ImportJudgement, LayerSummary } from '@/domain/import'
import type { SourceFile } from '@/domain/source-file'
import { dataEn } from '@/i18n/data-en'
import { dataZh } from '@/i18n/data-zh'
import { findingText } from '@/i18n/finding-messages'

export interface ImportReport {
  judgement: ImportJudgement
  sources: readonly SourceFile[]
  /** Folder that was written, null if none was. */
  written: string | null
}

const WORDS = {
  zh: {
    verdict: { accepted: '可用', repaired: '修复后可用', rejected: '不可用' }, rows: (layer: LayerSummary) => `${layer.rowCount} 行：采用 ${layer.accepted}，修复 ${layer.repaired}，待定 ${layer.open}，不采用 ${layer.rejected}`,
    noMeaning: '没有认出含义，未使用', crs: '坐标系', open: '待定', question: '待定问题', name: (name: string, takenAs: string) => `“${name}” 是哪一个？${takenAs}`,
    suggested: (list: string) => (list === '' ? '没有相近的名称' : `相近：${list}`), unit: (column: string, units: readonly string[]) => `“${column}” 的单位是什么？用 --units "${column}=${units[0]}" 回答（可以是 ${units.join('、')}）`,
    crsOpen: '坐标系没有说明或与位置不符，用 --crs 回答。可能的有：', repair: '需要确认的修复：用 --accept-repairs 接受', correction: '与以前的填报矛盾：用 --accept-corrections 作为更正接受',
    names: '用 --names "名称=编号" 或 --accept-names 回答', change: (target: string, added: number, changed: number, gone: number, same: number) => `${target}：新增 ${added}，改动 ${changed}，删去 ${gone}，相同 ${same}`,
    headline: '总进度、完工小区、完工楼栋', written: (dir: string) => `已写入 ${dir}`, notWritten: '没有写入任何内容', far: (m: number | null, inside: number, all: number) => `${m === null ? '' : `距已知小区 ${Math.round(m)} m，`}${inside}/${all} 个在小区内`,
  },
  en: {
    verdict: { accepted: 'accepted', repaired: 'repaired', rejected: 'rejected' }, rows: (layer: LayerSummary) => `${layer.rowCount} rows: ${layer.accepted} used, ${layer.repaired} repaired, ${layer.open} open, ${layer.rejected} not used`,
    noMeaning: 'meaning not known, not used', crs: 'coordinates', open: 'open', question: 'Open questions', name: (name: string, takenAs: string) => `Which one is "${name}"? ${takenAs}`,
    suggested: (list: string) => (list === '' ? 'nothing similar is known' : `similar: ${list}`), unit: (column: string, units: readonly string[]) => `What is the unit of "${column}"? Answer with --units "${column}=${units[0]}" (possible: ${units.join(', ')})`,
    crsOpen: 'The coordinate system is not stated or does not fit the place, answer with --crs. It could be:', repair: 'Repairs that need a yes: --accept-repairs', correction: 'Contradicts earlier reports: --accept-corrections takes them as corrections',
    names: 'Answer with --names "NAME=ID" or --accept-names', change: (target: string, added: number, changed: number, gone: number, same: number) => `${target}: ${added} new, ${changed} changed, ${gone} gone, ${same} the same`,
    headline: 'Done, finished communities, finished buildings', written: (dir: string) => `Written to ${dir}`, notWritten: 'Nothing was written', far: (m: number | null, inside: number, all: number) => `${m === null ? '' : `${Math.round(m)} m from known communities, `}${inside} of ${all} inside one`,
  },
}

/** Findings about one file: of the file itself, and of its rows. Each once. */
export function findingsOf(file: FileSummary, { findings, rows }: ImportJudgement): Finding[] {
  const layers = new Set(file.layers.map(({ id }) => id))
  const all = [...file.findings, ...rows.filter(({ layerId }) => layers.has(layerId)).flatMap((row) => row.findings), ...findings.filter((finding) => finding.file === file.name)]
  return distinct(all)
}

/** Every finding of an import, each once. */
export function allFindings({ files, findings, rows }: ImportJudgement): Finding[] {
  return distinct([...files.flatMap((file) => file.findings), ...rows.flatMap((row) => row.findings), ...findings])
}

function distinct(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values()]
}

/** For programs: per file its verdict, kind, encoding, coordinate system, number of features and findings; then the rest. */
export function importJson({ judgement, sources, written }: ImportReport, language: CliLanguage): string {
  const { names, changes, comparison, before, after, usedRowCount, openQuestionCount } = judgement
  const files = judgement.files.map((file) => {
    const layers = (sources.find(({ id }) => id === file.id)?.layers ?? []).map((layer) => {
      const summary = file.layers.find(({ id }) => id === layer.id)
      const choice = summary?.crs.choice ?? layer.declaredCrs?.choice ?? null
      return {
        name: layer.name, target: summary?.mapping?.target ?? null, rowCount: summary?.rowCount ?? layer.rows.length,
        crs: choice?.crs ?? null, crsBy: choice === null ? null : summary?.crs.choice ? summary.crs.by : layer.declaredCrs?.by ?? null, isSwapped: choice?.isSwapped ?? false,
        crsCandidates: summary?.crs.isOpen ? summary.crs.candidates : [], accepted: summary?.accepted ?? 0, repaired: summary?.repaired ?? 0, open: summary?.open ?? 0,
        rejected: summary?.rejected ?? 0, openUnits: summary?.openUnits ?? [], mapping: summary?.mapping ?? null,
      }
    })
    const found = findingsOf(file, judgement)
    return {
      file: file.name, verdict: file.verdict, kind: file.format, encoding: file.encoding?.encoding ?? null, encodingBy: file.encoding?.by ?? null,
      crs: layers.find(({ crs }) => crs !== null)?.crs ?? null, featureCount: layers.reduce((sum, { rowCount }) => sum + rowCount, 0), layers,
      errors: found.filter(({ severity }) => severity === 'error').length, warnings: found.filter(({ severity }) => severity === 'warning').length,
      findings: found.map((finding) => ({ ...finding, ...findingText(finding, language) })),
    }
  })
  const ofFiles = new Set(judgement.files.map(({ name }) => name))
  const folderFindings = distinct(judgement.findings.filter(({ file }) => !ofFiles.has(file))).map((finding) => ({ ...finding, ...findingText(finding, language) }))
  return JSON.stringify({
    files, folderFindings, openQuestionCount, openNames: names.filter(({ isOpen }) => isOpen), changes, comparison, before, after, usedRowCount, written,
  }, null, 2)
}

/** The same for people: files, findings, open questions with the option that answers each, what would change. */
export function importLines({ judgement, written }: ImportReport, language: CliLanguage, isAll: boolean): string[] {
  const words = WORDS[language]
  const files = judgement.files.flatMap((file) => {
    const kind = [file.format, file.encoding?.encoding].filter((part) => part).join(', ')
    return [`${file.name}: ${words.verdict[file.verdict]}${kind === '' ? '' : ` (${kind})`}`, ...file.layers.map((layer) => `  ${layerText(layer, words)}`)]
  })
  const changes = judgement.changes.map(({ target, added, changed, gone, sameCount }) => words.change(target, added.length, changed.length, gone.length, sameCount))
  const headline = judgement.before && judgement.after ? [`${words.headline}: ${headlineText(judgement.before)} → ${headlineText(judgement.after)}`] : []
  return [
    ...files, ...findingLines(allFindings(judgement), language, isAll), ...questionLines(judgement, words), ...changes, ...comparisonLines(judgement, language), ...headline,
    written === null ? words.notWritten : words.written(written),
  ]
}

function layerText(layer: LayerSummary, words: typeof WORDS['zh'] | typeof WORDS['en']): string {
  if (!layer.mapping) return `${layer.name}: ${words.noMeaning} (${layer.rowCount})`
  const crs = layer.crs.choice ? `; ${words.crs} ${layer.crs.choice.crs}${layer.crs.isOpen ? ` (${words.open})` : ''}` : ''
  return `${layer.name} → ${layer.mapping.target}; ${words.rows(layer)}${crs}`
}

/** What differs from the plan, and which features explain it; nothing where all totals agree. */
function comparisonLines({ comparison }: ImportJudgement, language: CliLanguage): string[] {
  if (!comparison) return []
  const words = (language === 'zh' ? dataZh : dataEn).comparison
  const totals = comparison.totals.filter(({ difference }) => difference !== 0).map(({ key, planned, found, difference, isRounding }) =>
    `  ${key}: ${words.columns.planned} ${planned}, ${words.columns.found} ${found ?? words.unknown}, ${words.columns.difference} ${difference ?? words.unknown}${isRounding ? ` (${words.rounding})` : ''}`)
  const causes = comparison.explanations.map(({ kind, id, label, conflict }) =>
    `  ${words.kind[kind]}: ${label}${id === null ? '' : ` (${id})`}${conflict ? `; ${words.conflict(conflict.field, conflict.one, conflict.oneSource, conflict.other, conflict.otherSource)}` : ''}`)
  return totals.length + causes.length === 0 ? [] : [`${words.title}:`, ...totals, ...causes]
}

const headlineText = ({ actualShare, finishedCommunities, finishedBuildings }: Headline): string =>
  `${actualShare === null ? '–' : `${(actualShare * 100).toFixed(1)}%`}, ${finishedCommunities}, ${finishedBuildings}`

/** What may be answered. */
function unitsOf({ mapping }: LayerSummary, column: string): readonly string[] {
  const field = mapping?.columns.find((one) => one.column === column)?.field
  return (mapping && field && mappedField(mapping.target, field)?.units) || []
}

function questionLines({ files, names, rows, changes, openQuestionCount }: ImportJudgement, words: typeof WORDS['zh'] | typeof WORDS['en']): string[] {
  if (openQuestionCount === 0) return []
  const layers = files.flatMap((file) => file.layers)
  const crs = layers.filter((layer) => layer.crs.isOpen).flatMap((layer) => [
    `  ${layer.name}: ${words.crsOpen}`,
    ...layer.crs.candidates.slice(0, 5).map(({ choice, distanceM, insideCount, featureCount }) =>
      `    --crs ${choice.crs}${choice.isSwapped ? ' --swap-axes' : ''}: ${words.far(distanceM, insideCount, featureCount)}`),
  ])
  const open = names.filter(({ isOpen }) => isOpen)
  const named = open.map(({ name, suggestions }) => `  ${words.name(name, words.suggested(suggestions.slice(0, 3).map((one) => `${one.name} (${one.id})`).join(', ')))}`)
  const repairs = rows.filter(({ verdict, repairs: own }) => verdict === 'open' && own.length > 0)
  const corrections = changes.flatMap(({ contradicting }) => contradicting)
  return [
    `${words.question}: ${openQuestionCount}`, ...crs, ...layers.flatMap((layer) => layer.openUnits.map((column) => `  ${words.unit(column, unitsOf(layer, column))}`)),
    ...named, ...(open.length > 0 ? [`  ${words.names}`] : []), ...(repairs.length > 0 ? [`  ${words.repair} (${repairs.length})`] : []),
    ...(corrections.length > 0 ? [`  ${words.correction} (${corrections.length})`] : []),
  ]
}
