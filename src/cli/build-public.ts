import { chmodSync, existsSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { parseArguments, UsageError } from '@/cli/arguments'
import { PublicationError, readPublicEdition, refuseOverlap, summaryLines, writeFiles } from '@/cli/publish'

const USAGE = 'npm run build:public [-- --geodata DIR --out DIR]'
const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const DEFAULT_OUT = 'dist-public'

type Print = (line: string) => void

/**
 * `npm run build:public [-- --geodata DIR --out dist-public]`: a folder for any static web server that holds the wall and
 * what is public, and nothing else.
 *
 * The data are made first: without them nothing is built. The folder appears as a whole, in the place of an older one.
 *
 * @returns Exit code: 0 built, 1 refused because of the data, 2 bad arguments.
 */
export async function main(args: readonly string[], print: Print = (line) => console.log(line), printError: Print = (line) => console.error(line)): Promise<number> {
  try {
    const { options, target } = parseArguments(['build', ...args], { build: { '--geodata': true, '--out': true } })
    if (target !== null) throw new UsageError(`${target}: ${USAGE}`)
    const source = options.get('--geodata') ?? join(ROOT, 'geodata')
    const out = resolve(options.get('--out') || DEFAULT_OUT)
    if (!existsSync(source) || !statSync(source).isDirectory()) throw new UsageError(`找不到文件夹 ${source} / no such folder`)
    refuseOverlap(source, out)
    refuseOtherFolder(out)
    const edition = await readPublicEdition(source)
    await buildInto(out, (draft) => writeFiles(edition.files, join(draft, 'geodata')))
    summaryLines(edition).forEach((line) => print(line))
    print(`${out}: ${edition.files.length} 个数据文件 / data files`)
    return 0
  } catch (error) {
    if (!(error instanceof UsageError) && !(error instanceof PublicationError)) throw error
    error.message.split('\n').forEach((line) => printError(line))
    return error instanceof UsageError ? 2 : 1
  }
}

/** Build beside the target and change places at the end, so that a folder that is served is never half one. */
async function buildInto(out: string, writeData: (draft: string) => void): Promise<void> {
  const draft = mkdtempSync(join(dirname(out), `.${basename(out)}-`))
  const old = `${draft}-old`
  // What Vue leaves out of a finished program is left out by this alone.
  process.env.NODE_ENV = 'production'
  try {
    await build({
      root: ROOT, configFile: join(ROOT, 'vite.config.ts'), mode: 'public', logLevel: 'warn', build: { outDir: draft, emptyOutDir: true },
    })
    writeData(draft)
    // Folders for a short while are for their owner alone; a web server is somebody else.
    chmodSync(draft, 0o755)
    if (existsSync(out)) renameSync(out, old)
    renameSync(draft, out)
  } finally {
    rmSync(draft, { recursive: true, force: true })
    rmSync(old, { recursive: true, force: true })
  }
}

/** @throws {UsageError} The target holds something else, which would be lost. */
function refuseOtherFolder(out: string): void {
  if (!existsSync(dirname(out))) throw new UsageError(`--out ${out}: 找不到上级文件夹 / no such parent folder`)
  if (!existsSync(out)) return
  const isOwn = statSync(out).isDirectory() && ['index.html', 'version.json', 'geodata'].every((name) => existsSync(join(out, name)))
  const isEmpty = statSync(out).isDirectory() && readdirSync(out).length === 0
  if (!isOwn && !isEmpty) throw new UsageError(`--out ${out}: 已有其他内容 / holds something else`)
}
