import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { UsageError } from '@/cli/arguments'
import { countFindings, findingLines } from '@/cli/print-findings'
import { checkFolder } from '@/data/check-folder'
import { defaultPath } from '@/data/fields'
import { makePublicEdition, UnprotectedCountError, type PublicEdition, type PublicParts } from '@/data/public-edition'
import { readDataset } from '@/data/read-dataset'
import { MANIFEST_PATH, readManifest } from '@/data/read-manifest'
import { stripPhoto } from '@/data/strip-photo'
import { decodeUtf8 } from '@/data/verify-bytes'
import type { FolderFile } from '@/data/refresh-manifest'
import { DATASETS, PUBLIC_DATASETS, type Manifest } from '@/domain/manifest'

/** Options of `geodata publish`; true: a value follows. */
export const PUBLISH_OPTIONS = { '--out': true }

type Print = (line: string) => void

/** Why nothing was published, as lines for the person who asked: what, where, how to put it right. */
export class PublicationError extends Error {
  readonly lines: readonly string[]
  constructor(lines: readonly string[]) {
    super(lines.join('\n'))
    this.lines = lines
  }
}

/**
 * `geodata publish [DIR] --out DIR`: writes the public edition of a folder, and nothing else, into a folder of its own.
 *
 * A wall that is hung up there sees either the old edition or the new one: the manifest comes last.
 *
 * @returns Exit code: 0 written, 1 refused because of the data.
 * @throws {UsageError} No target, or one that is no folder for a public edition.
 */
export async function runPublish(dir: string, options: ReadonlyMap<string, string>, print: Print, printError: Print): Promise<number> {
  const out = options.get('--out') ?? ''
  if (out === '') throw new UsageError('publish: --out 缺少文件夹 / a folder is missing')
  refuseOverlap(dir, out)
  refuseStrangers(out)
  try {
    const edition = await readPublicEdition(dir)
    replaceEdition(edition.files, out)
    summaryLines(edition).forEach((line) => print(line))
    print(`${out}: ${edition.files.length}`)
    return 0
  } catch (error) {
    if (!(error instanceof PublicationError)) throw error
    error.lines.forEach((line) => printError(line))
    return 1
  }
}

/** What was left out of an edition, and what a wall will miss in it. */
export function summaryLines({ files, suppressedCommunityIds }: PublicEdition): string[] {
  const missing = PUBLIC_DATASETS.filter((id) => !files.some(({ path }) => path === defaultPath(id)))
  return [
    ...(suppressedCommunityIds.length > 0 ? [`户数不公开的小区 / households not told: ${suppressedCommunityIds.join(', ')}`] : []),
    ...(missing.length > 0 ? [`来源中没有 / not in the source: ${missing.join(', ')}`] : []),
  ]
}

/**
 * Make the public edition of a folder in memory, and check it as a reader would.
 *
 * @throws {PublicationError} The source has errors, a photo cannot be stripped, a small count cannot be protected, or the
 * edition itself is not sound.
 */
export async function readPublicEdition(dir: string): Promise<PublicEdition> {
  const readFile = async (path: string) => readIfThere(join(dir, path))
  refuseErrors(await checkFolder(readFile, filesIn(dir)), dir)
  const edition = editionOf(readParts(dir))
  const byPath = new Map(edition.files.map(({ path, bytes }) => [path, bytes]))
  // Written by other code than what reads it: a slip in either is found here.
  refuseErrors(await checkFolder(async (path) => byPath.get(path) ?? null, [...byPath.keys()]), '公开版 / public edition')
  return edition
}

function editionOf(parts: PublicParts): PublicEdition {
  try {
    return makePublicEdition(parts)
  } catch (error) {
    if (!(error instanceof UnprotectedCountError)) throw error
    throw new PublicationError([
      `错误 / error plan.json › ${error.message}`,
      '  户数总数太小，公开后可推出单个小区的户数；不能公开。 / The total of households is so small that it gives a community away; it cannot be published.',
    ])
  }
}

/** The public datasets of a folder without errors, and the photos that its tour names. */
function readParts(dir: string): PublicParts {
  const manifest: Manifest = readManifest(readFileSync(join(dir, MANIFEST_PATH), 'utf8')).value!
  const values: PublicParts['values'] = {}
  for (const id of DATASETS.filter((one) => PUBLIC_DATASETS.includes(one))) {
    const file = manifest.files.find((entry) => entry.id === id)
    const text = file ? decodeUtf8(readFileSync(join(dir, file.path))) : null
    if (!file || text === null) continue
    const { value } = readDataset(id, text, { file: file.path, bounds: values.plan?.bounds ?? null, audience: file.audience })
    if (value !== null) Object.assign(values, { [id]: value })
  }
  const paths = (values.tour?.photos ?? []).flatMap(({ before, after }) => [before, after]).filter((path) => path !== null)
  return { manifest, values, photos: new Map(paths.map((path) => [path, photoAt(dir, path)])) }
}

function photoAt(dir: string, path: string): { bytes: Uint8Array; extension: string } {
  const bytes = readIfThere(join(dir, path))
  const stripped = bytes && stripPhoto(bytes)
  if (stripped) return stripped
  throw new PublicationError([
    `错误 / error ${path}`,
    '  问题 / what: 不是完整的 JPEG、PNG 或 WebP 照片，去不掉其中的拍摄地点等信息。 / No whole JPEG, PNG or WebP: what it says of place and device cannot be removed.',
    '  处理 / fix: 用看图软件另存为 JPEG 后重试。 / Save it as JPEG with an image viewer and try again.',
  ])
}

function refuseErrors(findings: Parameters<typeof findingLines>[0], where: string): void {
  const errors = findings.filter(({ severity }) => severity === 'error')
  if (countFindings(errors).errors === 0) return
  throw new PublicationError([...findingLines(errors, 'zh', false), `${where}：有错误，未公开任何内容 / has errors, nothing was published`])
}

/** Put an edition in the place of an older one: files first, the manifest last, then what is no longer public goes. */
function replaceEdition(files: readonly FolderFile[], out: string): void {
  const old = existsSync(out) ? filesIn(out) : []
  mkdirSync(out, { recursive: true })
  // Beside the target, so that every file changes by one renaming and a wall never reads half of it.
  const draft = mkdtempSync(join(dirname(resolve(out)), `.${basename(resolve(out))}-`))
  try {
    writeFiles(files, draft)
    for (const { path } of files) {
      mkdirSync(dirname(join(out, path)), { recursive: true })
      renameSync(join(draft, path), join(out, path))
    }
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
  const kept = new Set(files.map(({ path }) => path))
  for (const path of old) if (!kept.has(path)) rmSync(join(out, path))
  if (existsSync(join(out, 'photos')) && readdirSync(join(out, 'photos')).length === 0) rmdirSync(join(out, 'photos'))
}

/** Write files below a folder. */
export function writeFiles(files: readonly FolderFile[], dir: string): void {
  for (const { path, bytes } of files) {
    mkdirSync(dirname(join(dir, path)), { recursive: true })
    writeFileSync(join(dir, path), bytes)
  }
}

/** @throws {UsageError} One folder lies in the other: published files would mix with their source. */
export function refuseOverlap(source: string, out: string): void {
  const [a, b] = [resolve(source) + sep, resolve(out) + sep]
  if (a.startsWith(b) || b.startsWith(a)) throw new UsageError(`--out ${out}: 与数据文件夹重叠 / overlaps the data folder ${source}`)
}

/**
 * A folder with anything else in it is no folder for a public edition: nobody would know what lies beside it.
 *
 * @throws {UsageError} The target holds anything but a public edition, or cannot be made.
 */
function refuseStrangers(out: string): void {
  if (!existsSync(dirname(resolve(out)))) throw new UsageError(`--out ${out}: 找不到上级文件夹 / no such parent folder`)
  if (existsSync(out) && !statSync(out).isDirectory()) throw new UsageError(`--out ${out}: 不是文件夹 / is no folder`)
  const paths = existsSync(out) ? filesIn(out) : []
  if (paths.length === 0) return
  const text = readIfThere(join(out, MANIFEST_PATH))
  const manifest = text && readManifest(new TextDecoder().decode(text)).value
  const isPublic = manifest !== null && manifest.files.every(({ audience }) => audience === 'public')
  const own = new Set([MANIFEST_PATH, ...DATASETS.map(defaultPath)])
  const strangers = paths.filter((path) => !isPublic || !(own.has(path) || /^photos\/[0-9a-f]{16}\.(jpg|png|webp)$/.test(path)))
  if (strangers.length === 0) return
  throw new UsageError(`--out ${out}: 有不属于公开版的文件，请换空文件夹 / holds other files, name an empty folder: ${strangers.slice(0, 3).join(', ')}`)
}

function readIfThere(path: string): Uint8Array | null {
  return existsSync(path) && statSync(path).isFile() ? readFileSync(path) : null
}

/** All files below a folder, also hidden ones, with `/` between names. */
function filesIn(dir: string): string[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    .map((entry) => relative(dir, join(entry.parentPath ?? entry.path, entry.name)).split(sep).join('/')).sort()
}
