import { closeSync, existsSync, openSync, readdirSync, readSync, statSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import { UsageError } from '@/cli/arguments'
import { LIMITS } from '@/data/limits'
import type { DroppedFile } from '@/domain/source-file'

/** What belongs to a `.shp`; the parts lie beside it and need not be named. */
const PARTS = ['.shx', '.dbf', '.prj', '.cpg']

/**
 * Files as the page would get them when they are dropped. Of a file beyond the limit only so much is read that it can be
 * seen to be too large.
 *
 * @throws {UsageError} No such file, or it cannot be read.
 */
export function readDroppedFiles(paths: readonly string[]): DroppedFile[] {
  const all = [...new Set(paths.flatMap((path) => [path, ...partsBeside(path)]))]
  return all.map((path) => ({ name: basename(path), bytes: readUpToLimit(path) }))
}

function partsBeside(path: string): string[] {
  if (extname(path).toLowerCase() !== '.shp' || !existsSync(path)) return []
  const stem = basename(path).slice(0, -4)
  return readdirSync(dirname(path)).filter((name) => name.slice(0, -4) === stem && PARTS.includes(extname(name).toLowerCase()))
    .map((name) => (dirname(path) === '.' && !path.startsWith('.') ? name : join(dirname(path), name)))
}

function readUpToLimit(path: string): Uint8Array {
  if (!existsSync(path)) throw new UsageError(`找不到文件 ${path} / no such file`)
  const stat = statSync(path)
  if (!stat.isFile()) throw new UsageError(`${path}: 不是文件 / is no file`)
  const bytes = new Uint8Array(Math.min(stat.size, LIMITS.fileBytes + 1))
  const file = openSync(path, 'r')
  try {
    let done = 0
    while (done < bytes.length) {
      const count = readSync(file, bytes, done, bytes.length - done, done)
      if (count === 0) break
      done += count
    }
    return bytes.subarray(0, done)
  } finally {
    closeSync(file)
  }
}
