import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { UsageError } from '@/cli/arguments'
import { MANIFEST_PATH } from '@/data/read-manifest'

/** Every file of a data folder by path with `/` between names; hidden ones are the system's own. @throws {UsageError} No such folder. */
export function readFolderFiles(dir: string): Map<string, Uint8Array> {
  if (!existsSync(dir) || !statSync(dir).isDirectory()) throw new UsageError(`找不到文件夹 ${dir} / no such folder`)
  return new Map(pathsIn(dir).filter((path) => !isHidden(path)).map((path) => [path, new Uint8Array(readFileSync(join(dir, path)))]))
}

/**
 * See that a folder may be put at a place, before anything is done for it.
 *
 * @throws {UsageError} Its parent is missing, or something else than a data folder lies there.
 */
export function refuseOtherFolder(out: string, paths: Iterable<string>): void {
  if (!existsSync(dirname(resolve(out)))) throw new UsageError(`--out ${out}: 找不到上级文件夹 / no such parent folder`)
  if (!existsSync(out)) return
  if (!statSync(out).isDirectory()) throw new UsageError(`--out ${out}: 不是文件夹 / is no folder`)
  const there = pathsIn(out)
  const own = new Set(paths)
  const strangers = there.includes(MANIFEST_PATH) ? there.filter((path) => !own.has(path)) : there
  if (strangers.length === 0) return
  throw new UsageError(`--out ${out}: 有其他文件，请换空文件夹 / holds other files, name an empty folder: ${strangers.slice(0, 3).join(', ')}`)
}

/**
 * Put a whole folder in its place by one renaming: written aside first, so that nobody ever finds half of it. What was
 * there stays if anything fails.
 */
export function putFolder(files: ReadonlyMap<string, Uint8Array>, out: string): void {
  const target = resolve(out)
  const draft = mkdtempSync(join(dirname(target), `.${basename(target)}-new-`))
  const old = `${draft}-old`
  try {
    for (const [path, bytes] of files) {
      mkdirSync(dirname(join(draft, path)), { recursive: true })
      writeFileSync(join(draft, path), bytes)
    }
    if (existsSync(target)) renameSync(target, old)
    try {
      renameSync(draft, target)
    } catch (error) {
      if (existsSync(old)) renameSync(old, target)
      throw error
    }
  } finally {
    rmSync(draft, { recursive: true, force: true })
    rmSync(old, { recursive: true, force: true })
  }
}

const isHidden = (path: string): boolean => path.split('/').some((part) => part.startsWith('.'))

function pathsIn(dir: string): string[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    .map((entry) => relative(dir, join(entry.parentPath ?? entry.path, entry.name)).split(sep).join('/')).sort()
}
