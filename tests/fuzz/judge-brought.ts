import { loadProjection } from '@/data/crs/projection'
import { checkFolder } from '@/data/check-folder'
import { judgeImport, type ImportAnswer } from '@/data/import/judge-import'
import { parseDay } from '@/domain/day'
import { NO_DECISIONS, type ImportDecisions } from '@/domain/import'
import type { SourceFile } from '@/domain/source-file'
import { folderOf } from '../fixtures/import-town'
import { filesOf, smallGeodata } from '../fixtures/small-geodata'

/** What may be accepted all the same: data that do not add up to the plan, and buildings that a new outline leaves outside. The page shows both. */
const TOLD = ['total-differs', 'community-sum-differs', 'building-missing', 'showcase-missing', 'building-outside-community']
/** Told by the check of the folder, not yet by the import: a proposed site whose space is no longer published. */
const encoder = new TextEncoder()
const town = new Map([...filesOf(smallGeodata())].map(([path, text]) => [path, encoder.encode(text)]))
const current = folderOf(smallGeodata())
const projection = loadProjection()

/**
 * Judge what was read, first as it came, then with yes to every question. Throws if a folder that may be accepted has
 * errors, or if a question has no answer in the rows.
 */
export async function judgeBrought(sources: readonly SourceFile[]): Promise<readonly SourceFile[]> {
  const judge = async (decisions: ImportDecisions): Promise<ImportAnswer> =>
    judgeImport({ sources, decisions, current: await current, remembered: [], projection: await projection, today: parseDay('2024-11-01')! })
  const first = await judge(NO_DECISIONS)
  await expectWholeFolder(first)
  const keys = first.judgement.rows.map(({ key }) => key)
  const yes = Object.fromEntries(keys.map((key) => [key, true]))
  const names = Object.fromEntries(first.judgement.names.filter(({ isOpen }) => isOpen).map(({ key, suggestions }) => [key, suggestions[0]?.id ?? null]))
  const layers = first.judgement.files.flatMap((file) => file.layers)
  const crs = Object.fromEntries(layers.filter((layer) => layer.crs.isOpen).map(({ id }) => [id, { crs: 'EPSG:4326' as const, isSwapped: false }]))
  const modes = Object.fromEntries(layers.map(({ id }, at) => [id, at % 2 ? 'replace' as const : 'update' as const]))
  await expectWholeFolder(await judge({ ...NO_DECISIONS, repairs: yes, corrections: yes, names, crs, modes }))
  return sources
}

/** An import is whole or nothing: what may be accepted makes a folder without errors. */
async function expectWholeFolder({ judgement, files }: ImportAnswer): Promise<void> {
  if (!judgement.canAccept || !files) return
  const folder = new Map([...town, ...files])
  const found = (await checkFolder(async (path) => folder.get(path) ?? null, [...folder.keys()])).filter(({ severity, code }) => severity === 'error' && !TOLD.includes(code))
  if (found.length > 0) throw new Error(`accepted folder: ${[...new Set(found.map(({ code, file, field }) => `${code} ${file} ${field ?? ''}`))].slice(0, 3).join('; ')}`)
}
