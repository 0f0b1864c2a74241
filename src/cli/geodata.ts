import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { parseArguments, UsageError, type Arguments } from '@/cli/arguments'
import { EXPORT_OPTIONS, EXPORT_USAGE, runExport } from '@/cli/export'
import { runImport } from '@/cli/import'
import { IMPORT_OPTIONS, IMPORT_USAGE } from '@/cli/import-arguments'
import { MCLP_OPTIONS, MCLP_USAGE, runMclp } from '@/cli/mclp'
import { countFindings, findingLines, findingsJson, type CliLanguage } from '@/cli/print-findings'
import { runSite } from '@/cli/site'
import { SITE_OPTIONS } from '@/cli/site-arguments'
import { PROPOSE_OPTIONS, runPropose } from '@/cli/propose'
import { PUBLISH_OPTIONS, runPublish } from '@/cli/publish'
import { synthesize } from '@/cli/synthesize/main'
import { PROGRAMME_SEED } from '@/cli/synthesize/programme-specs'
import { checkFolder } from '@/data/check-folder'
import { readLedger } from '@/data/read-ledger'
import { MANIFEST_PATH, readManifest } from '@/data/read-manifest'
import { manifestText, refreshManifest } from '@/data/refresh-manifest'
import { parseDay, type Day } from '@/domain/day'

const USAGE = `npm run geodata -- check [DIR] [--json] [--all] [--lang zh|en]
npm run geodata -- manifest [DIR] [--data-date YYYY-MM-DD]
npm run geodata -- synthesize [DIR] [--seed N]
npm run geodata -- site [DIR] --facility elderly-care|childcare|health|market|canteen|service-centre [--distance M] [--mode walk|line] [--gap M]
  [--k N] [--out FILE.geojson|FILE.csv] [--min-area M2] [--min-floor-area M2] [--min-width M] [--include IDS] [--exclude IDS] [--capacity]
  [--wanted-share 0.9] [--weights newlyReached=80,sun=0] [--rules FILE] [--internal] [--json] [--lang zh|en]
npm run geodata -- propose [DIR] [--facility elderly-care,childcare] [--k N] [--out FILE]
npm run geodata -- publish [DIR] --out DIR
${IMPORT_USAGE}
${EXPORT_USAGE}
${MCLP_USAGE}`

const COMMANDS = {
  check: { '--json': false, '--all': false, '--lang': true },
  manifest: { '--data-date': true },
  synthesize: { '--seed': true },
  site: SITE_OPTIONS,
  propose: PROPOSE_OPTIONS,
  publish: PUBLISH_OPTIONS,
  mclp: MCLP_OPTIONS,
  import: IMPORT_OPTIONS,
  export: EXPORT_OPTIONS,
}
/** Commands about files, of which there may be several. */
const MANY_FILES = ['import']

interface FolderArguments extends Arguments {
  dir: string
}

/**
 * Check, complete or make a `geodata` folder, or find land in it.
 *
 * @returns Exit code: 0 good, 1 the data have errors, 2 bad arguments.
 */
export async function main(
  args: readonly string[], print: Print = printToTerminal, printError: Print = print === printToTerminal ? console.error : print,
): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    print(USAGE)
    return 0
  }
  try {
    const parsed = parseArguments(args, COMMANDS, MANY_FILES)
    if (parsed.command === 'mclp') return runMclp(parsed.target, parsed.options, print)
    if (parsed.command === 'import') return await runImport(parsed.targets, parsed.options, print)
    const inFolder = { ...parsed, dir: parsed.target ?? 'geodata' }
    if (parsed.command === 'synthesize') return await runSynthesize(inFolder, print)
    if (!existsSync(inFolder.dir) || !statSync(inFolder.dir).isDirectory()) throw new UsageError(`找不到文件夹 ${inFolder.dir} / no such folder`)
    if (parsed.command === 'site') return runSite(inFolder.dir, parsed.options, print, printError)
    if (parsed.command === 'propose') return runPropose(inFolder.dir, parsed.options, print, printError)
    if (parsed.command === 'publish') return await runPublish(inFolder.dir, parsed.options, print, printError)
    if (parsed.command === 'export') return await runExport(inFolder.dir, parsed.options, print, printError)
    return parsed.command === 'check' ? await runCheck(inFolder, print) : runManifest(inFolder, print)
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    printError(error.message)
    return 2
  }
}

type Print = (line: string) => void

let isPipeWatched = false

/** `| head` closes the pipe before all is written, which is no fault. */
function printToTerminal(line: string): void {
  if (!isPipeWatched) process.stdout.on('error', () => process.exit())
  isPipeWatched = true
  console.log(line)
}

async function runCheck({ dir, options }: FolderArguments, print: Print): Promise<number> {
  const lang = options.get('--lang') ?? 'zh'
  if (lang !== 'zh' && lang !== 'en') throw new UsageError(`--lang ${lang}: zh | en`)
  const findings = await checkFolder(async (path) => readIfThere(dir, path), filesIn(dir))
  if (options.has('--json')) print(findingsJson(findings, lang satisfies CliLanguage))
  else findingLines(findings, lang, options.has('--all')).forEach((line) => print(line))
  return countFindings(findings).errors > 0 ? 1 : 0
}

function runManifest({ dir, options }: FolderArguments, print: Print): number {
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

async function runSynthesize({ dir, options }: FolderArguments, print: Print): Promise<number> {
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
