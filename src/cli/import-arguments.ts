import { UsageError } from '@/cli/arguments'
import type { CliLanguage } from '@/cli/print-findings'
import { crsOfName } from '@/data/crs/crs-list'
import { parseDay, type Day } from '@/domain/day'
import type { CrsChoice } from '@/domain/crs'
import { IMPORT_TARGETS, type ColumnUnit, type ImportMode, type ImportTarget } from '@/domain/import'
import { ENCODINGS, type Encoding } from '@/domain/source-file'

/** Options of `geodata import`; true: a value follows. */
export const IMPORT_OPTIONS = {
  '--out': true, '--into': true, '--crs': true, '--swap-axes': false, '--encoding': true, '--mapping': true, '--target': true, '--mode': true,
  '--units': true, '--names': true, '--accept-names': false, '--accept-repairs': false, '--accept-corrections': false, '--accept-removals': false, '--today': true,
  '--json': false, '--all': false, '--lang': true,
}

export const IMPORT_USAGE = `npm run geodata -- import FILE… [--out DIR] [--into DIR] [--crs EPSG:4549] [--swap-axes] [--encoding gb18030] [--mapping FILE]
  [--target communities|buildings|…] [--mode update|replace] [--units COLUMN=percent,…] [--names NAME=ID,NAME=new] [--accept-names]
  [--accept-repairs] [--accept-corrections] [--accept-removals] [--today YYYY-MM-DD] [--json] [--all] [--lang zh|en]`

const MODES: readonly ImportMode[] = ['update', 'replace']
const UNITS: readonly ColumnUnit[] = ['m2', '10k-m2', 'mu', 'hectare', 'share', 'percent', 'count', 'm']
const LANGUAGES: readonly CliLanguage[] = ['zh', 'en']

/** What somebody asked for; what is not said is left open and never guessed. */
export interface ImportRequest {
  paths: readonly string[]
  /** Null: only say what would happen. */
  out: string | null
  into: string
  crs: CrsChoice | null
  isSwapped: boolean
  encoding: Encoding | null
  mappingPath: string | null
  target: ImportTarget | null
  mode: ImportMode | null
  /** By column. */
  units: ReadonlyMap<string, ColumnUnit>
  /** By name in a file: the known id, null for a new one. */
  names: ReadonlyMap<string, string | null>
  acceptsNames: boolean
  acceptsRepairs: boolean
  acceptsCorrections: boolean
  acceptsRemovals: boolean
  today: Day
  isJson: boolean
  isAll: boolean
  language: CliLanguage
}

/**
 * Read the options of `geodata import`.
 *
 * @param now - Day on which the command runs; no report may be later.
 * @throws {UsageError} An option without or with a wrong value, or no file.
 */
export function readImportRequest(paths: readonly string[], options: ReadonlyMap<string, string>, now: Day): ImportRequest {
  if (paths.length === 0) throw new UsageError('import: 缺少文件 / no file')
  const crsName = text(options, '--crs')
  const crs = crsName === null ? null : crsOfName(crsName)
  if (crsName !== null && !crs) throw new UsageError(`--crs ${crsName}: EPSG:4490 | EPSG:4549 | EPSG:4528 | … | GCJ-02 | BD-09`)
  const isSwapped = options.has('--swap-axes')
  if (isSwapped && !crs) throw new UsageError('--swap-axes: 须与 --crs 一起使用 / needs --crs')
  const encodingName = text(options, '--encoding')?.toLowerCase() ?? null
  const encoding = encodingName === null ? null : ENCODINGS.find((one) => one === (encodingName === 'gbk' || encodingName === 'gb2312' ? 'gb18030' : encodingName)) ?? null
  if (encodingName !== null && encoding === null) throw new UsageError(`--encoding ${encodingName}: ${ENCODINGS.join(' | ')}`)
  const today = text(options, '--today')
  const day = today === null ? now : parseDay(today)
  if (day === null) throw new UsageError(`--today ${today}: YYYY-MM-DD`)
  return {
    paths, out: text(options, '--out'), into: text(options, '--into') ?? 'geodata', crs: crs && { crs: crs.crs, isSwapped }, isSwapped, encoding,
    mappingPath: text(options, '--mapping'), target: oneOf(options, '--target', IMPORT_TARGETS), mode: oneOf(options, '--mode', MODES),
    units: new Map([...pairs(options, '--units')].map(([column, unit]) => [column, unitOf(unit)])),
    names: new Map([...pairs(options, '--names')].map(([name, id]) => [name, id === 'new' ? null : id])),
    acceptsNames: options.has('--accept-names'), acceptsRepairs: options.has('--accept-repairs'), acceptsCorrections: options.has('--accept-corrections'),
    acceptsRemovals: options.has('--accept-removals'),
    today: day, isJson: options.has('--json'), isAll: options.has('--all'), language: oneOf(options, '--lang', LANGUAGES) ?? 'zh',
  }
}

/** The value of an option, null if it was not given. @throws {UsageError} It is empty. */
function text(options: ReadonlyMap<string, string>, name: string): string | null {
  const value = options.get(name)
  if (value === '') throw new UsageError(`${name}: 缺少内容 / a value is missing`)
  return value ?? null
}

function oneOf<T extends string>(options: ReadonlyMap<string, string>, name: string, values: readonly T[]): T | null {
  const value = text(options, name)
  if (value === null) return null
  const found = values.find((one) => one === value)
  if (found === undefined) throw new UsageError(`${name} ${value}: ${values.join(' | ')}`)
  return found
}

/** `a=1,b=2`; the last sign decides, so that a name may hold one. */
function pairs(options: ReadonlyMap<string, string>, name: string): Map<string, string> {
  const value = text(options, name)
  return new Map((value ?? '').split(/[,，]/).filter((part) => part.trim() !== '').map((part) => {
    const at = part.lastIndexOf('=')
    if (at < 1 || at === part.length - 1) throw new UsageError(`${name} ${part}: …=…`)
    return [part.slice(0, at).trim(), part.slice(at + 1).trim()]
  }))
}

function unitOf(unit: string): ColumnUnit {
  const found = UNITS.find((one) => one === unit)
  if (found === undefined) throw new UsageError(`--units ${unit}: ${UNITS.join(' | ')}`)
  return found
}
