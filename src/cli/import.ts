import { existsSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { UsageError } from '@/cli/arguments'
import { putFolder, readFolderFiles, refuseOtherFolder } from '@/cli/folder-files'
import { readImportRequest, type ImportRequest } from '@/cli/import-arguments'
import { firstDecisions, nextDecisions } from '@/cli/import-decisions'
import { allFindings, importJson, importLines, type ImportReport } from '@/cli/import-report'
import { countFindings, findingLines } from '@/cli/print-findings'
import { readDroppedFiles } from '@/cli/read-dropped-files'
import { loadProjection } from '@/data/crs/projection'
import { readSources } from '@/data/import/read-sources'
import { readCurrentFolder, type CurrentFolder } from '@/data/import/current-folder'
import { judgeImport, type ImportAnswer } from '@/data/import/judge-import'
import { readMappings } from '@/data/import/mapping-file'
import { parseDay, type Day } from '@/domain/day'
import type { TableMapping } from '@/domain/import'
import type { Encoding, SourceFile } from '@/domain/source-file'

type Print = (line: string) => void

/** Names may be answered first, then repairs, then corrections of what was repaired; more rounds would answer nothing. */
const ROUNDS = 5

/**
 * `geodata import FILE… [--out DIR]`: the page's import from a terminal, with the same code and the same findings.
 *
 * Without `--out` nothing is written. A question that no option answers is listed, and then nothing is written either.
 *
 * @returns Exit code: 0 good, 1 errors or open questions.
 * @throws {UsageError} A file, folder or option that is none.
 */
export async function runImport(paths: readonly string[], options: ReadonlyMap<string, string>, print: Print, now: Day = localToday()): Promise<number> {
  const request = readImportRequest(paths, options, now)
  const current = await readCurrent(request.into)
  if (request.out !== null) refuseOtherFolder(request.out, current.files.keys())
  const remembered = readRemembered(request, print)
  if (remembered === null) return 1
  const sources = await readAll(request)
  const { judgement, files } = await judgeAll(request, sources, current, remembered)
  const hasErrors = countFindings(allFindings(judgement)).errors > 0 || judgement.files.some(({ verdict }) => verdict === 'rejected')
  // With nothing to change and nothing wrong the folder is what was asked for as it is.
  const isWritten = request.out !== null && judgement.openQuestionCount === 0 && (files !== null || !hasErrors)
  if (isWritten) putFolder(new Map([...current.files, ...(files ?? [])]), request.out!)
  const report: ImportReport = { judgement, sources, written: isWritten ? request.out : null }
  if (request.isJson) print(importJson(report, request.language))
  else importLines(report, request.language, request.isAll).forEach((line) => print(line))
  return hasErrors || judgement.openQuestionCount > 0 ? 1 : 0
}

async function readCurrent(dir: string): Promise<CurrentFolder> {
  const current = await readCurrentFolder(readFolderFiles(dir))
  if (!current) throw new UsageError(`--into ${dir}: 不是数据文件夹（没有可用的 manifest.json） / is no data folder (no manifest.json that can be used)`)
  return current
}

/** Null if the file of mappings has errors, which are then printed. */
function readRemembered({ mappingPath, language, isAll }: ImportRequest, print: Print): TableMapping[] | null {
  if (mappingPath === null) return []
  if (!existsSync(mappingPath)) throw new UsageError(`--mapping: 找不到文件 ${mappingPath} / no such file`)
  const { value, findings } = readMappings(readFileSync(mappingPath, 'utf8'), basename(mappingPath))
  if (value) return value
  findingLines(findings, language, isAll).forEach((line) => print(line))
  return null
}

/** The files as read; read anew where an encoding was named and the file has a choice. */
async function readAll({ paths, encoding }: ImportRequest): Promise<SourceFile[]> {
  const dropped = readDroppedFiles(paths)
  const sources = await readSources(dropped, { encodings: {} })
  if (encoding === null) return sources
  const chosen = sources.filter(({ format }) => format === 'csv' || format === 'shapefile').map(({ id }): [string, Encoding] => [id, encoding])
  return chosen.length === 0 ? sources : readSources(dropped, { encodings: Object.fromEntries(chosen) })
}

async function judgeAll(request: ImportRequest, sources: readonly SourceFile[], current: CurrentFolder, remembered: readonly TableMapping[]): Promise<ImportAnswer> {
  const projection = await loadProjection()
  const judge = (decided: typeof decisions) => judgeImport({ sources, decisions: decided, current, remembered, projection, today: request.today })
  let decisions = firstDecisions(request, sources, remembered, current.values.plan ?? null)
  let answer = judge(decisions)
  for (let round = 0; round < ROUNDS; round++) {
    const next = nextDecisions(request, answer.judgement, decisions)
    if (next === decisions) break
    decisions = next
    answer = judge(decisions)
  }
  return answer
}

/** The day by the clock of this machine, where the office is. */
function localToday(): Day {
  const now = new Date()
  const two = (number: number) => String(number).padStart(2, '0')
  return parseDay(`${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`) ?? 0
}
