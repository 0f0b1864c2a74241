import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { countFindings, findingLines, findingsJson, type CliLanguage } from '@/cli/print-findings'
import { synthesize } from '@/cli/synthesize/main'
import { PROGRAMME_SEED } from '@/cli/synthesize/programme-specs'
import { checkFolder } from '@/data/check-folder'
import { readLedger } from '@/data/read-ledger'
import { MANIFEST_PATH, readManifest } from '@/data/read-manifest'
import { manifestText, refreshManifest } from '@/data/refresh-manifest'
import { parseDay, type Day } from '@/domain/day'

const USAGE = `npm run geodata -- check [DIR] [--json] [--all] [--lang zh|en]
npm run geodata -- manifest [DIR] [--data-date YYYY-MM-DD]
npm run geodata -- synthesize [DIR] [--seed N]`

const OPTIONS: Record<string, readonly string[]> = {
  check: ['--json', '--all', '--lang'],
  manifest: ['--data-date'],
  synthesize: ['--seed'],
}
const WITH_VALUE: readonly string[] = ['--lang', '--data-date', '--seed']

/** Bad arguments: one line for the person who typed them. */
class UsageError extends Error {}

interface Arguments {
  command: string
  dir: string
  options: ReadonlyMap<string, string>
}

/**
 * Check, complete or make a `geodata` folder.
 *
 * @returns Exit code: 0 good, 1 the data have errors, 2 bad arguments.
 */
export async function main(args: readonly string[], print: (line: string) => void = printToTerminal): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    print(USAGE)
    return 0
  }
  try {
    const parsed = parseArguments(args)
    if (parsed.command === 'synthesize') return await runSynthesize(parsed, print)
    if (!existsSync(parsed.dir) || !statSync(parsed.dir).isDirectory()) throw new UsageError(`找不到文件夹 ${parsed.dir} / no such folder`)
    return parsed.command === 'check' ? await runCheck(parsed, print) : runManifest(parsed, print)
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    print(error.message)
    return 2
  }
}

/** `| head` closes the pipe before all is written, which is no fault. */
function printToTerminal(line: string): void {
  if (process.stdout.listenerCount('error') === 0) process.stdout.on('error', () => process.exit())
  console.log(line)
}

function parseArguments(args: readonly string[]): Arguments {
  const [command = '', ...rest] = args
  const allowed = OPTIONS[command]
  if (!allowed) {
    const problem = command === '' ? '缺少命令 / no command' : `没有命令 ${command} / no such command`
    throw new UsageError(`${problem}: check | manifest | synthesize`)
  }
  const options = new Map<string, string>()
  const dirs: string[] = []
  for (let i = 0; i < rest.length; i++) {
    const [name, inline] = rest[i]!.split('=', 2) as [string, string?]
    if (!name.startsWith('-')) dirs.push(rest[i]!)
    else if (!allowed.includes(name)) throw new UsageError(`${command} 没有选项 ${name} / has no option ${name}`)
    else options.set(name, inline ?? (WITH_VALUE.includes(name) ? (rest[++i] ?? '') : 'true'))
  }
  if (dirs.length > 1) throw new UsageError(`只能给一个文件夹 / one folder only: ${dirs.join(' ')}`)
  return { command, dir: dirs[0] ?? 'geodata', options }
}

async function runCheck({ dir, options }: Arguments, print: (line: string) => void): Promise<number> {
  const lang = options.get('--lang') ?? 'zh'
  if (lang !== 'zh' && lang !== 'en') throw new UsageError(`--lang ${lang}: zh | en`)
  const findings = await checkFolder(async (path) => readIfThere(dir, path), filesIn(dir))
  if (options.has('--json')) print(findingsJson(findings, lang satisfies CliLanguage))
  else findingLines(findings, lang, options.has('--all')).forEach((line) => print(line))
  return countFindings(findings).errors > 0 ? 1 : 0
}

function runManifest({ dir, options }: Arguments, print: (line: string) => void): number {
  const day = options.has('--data-date') ? parseDay(options.get('--data-date')!) : null
  if (options.has('--data-date') && day === null) throw new UsageError(`--data-date ${options.get('--data-date')}: YYYY-MM-DD`)
  const old = readIfThere(dir, MANIFEST_PATH)
  const previous = old ? readManifest(old.toString('utf8')).value : null
  const folder = filesIn(dir).filter((path) => path !== MANIFEST_PATH).map((path) => ({ path, bytes: readFileSync(join(dir, path)) }))
  const ledger = folder.find(({ path }) => path === 'ledger.csv')
  const manifest = refreshManifest(previous, folder, { dataDate: day ?? lastReport(ledger?.bytes), provenance: 'reported' })
  const dated = day === null ? manifest : {
    ...manifest, dataDate: day, files: manifest.files.map((file) => (file.id === 'ledger' ? { ...file, dataDate: day } : file)),
  }
  writeFileSync(join(dir, MANIFEST_PATH), manifestText(dated))
  print(`${join(dir, MANIFEST_PATH)}: ${dated.files.length}`)
  return 0
}

/** The day a folder without a manifest speaks of: that of its last report. */
function lastReport(ledger: Buffer | undefined): Day {
  const reports = ledger ? readLedger(ledger.toString('utf8'), 'ledger.csv').value : null
  return reports?.length ? Math.max(...reports.map(({ reportedOn }) => reportedOn)) : 0
}

async function runSynthesize({ dir, options }: Arguments, print: (line: string) => void): Promise<number> {
  const seed = options.has('--seed') ? Number(options.get('--seed')) : PROGRAMME_SEED
  if (!Number.isSafeInteger(seed) || options.get('--seed') === '') throw new UsageError(`--seed ${options.get('--seed')}: 0, 1, 2 …`)
  await synthesize(dir, seed)
  print(dir)
  return 0
}

function readIfThere(dir: string, path: string): Buffer | null {
  const full = join(dir, path)
  return existsSync(full) && statSync(full).isFile() ? readFileSync(full) : null
}

/** Files below the folder with `/` between names; hidden ones are the system's own. */
function filesIn(dir: string): string[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => relative(dir, join(entry.parentPath ?? entry.path, entry.name)).split(sep).join('/'))
    .sort()
}
