import { LIMITS } from '@/data/limits'

/** What somebody dropped: files, and folders as the browser shows them. */
export type Dropped = File | FileSystemDirectoryEntry

/** All files of what was dropped, or why none of them is read. */
export type Walked = { files: File[] } | { code: 'folder-limit' | 'folder-empty' | 'folder-unreadable'; folderName: string }

/** What a system puts into every folder. */
const NO_DATA = /^(\..*|thumbs\.db|desktop\.ini|__macosx)$/i

class TooMuch extends Error {}

/**
 * Walk dropped folders, within the limits of an archive: never half of a folder. A file in a folder is named with its
 * path, so that the parts of one shapefile stay together and those of two folders apart.
 */
export async function walkDropped(dropped: readonly Dropped[]): Promise<Walked> {
  const files: File[] = []
  for (const one of dropped) {
    if (one instanceof File) {
      files.push(one)
      continue
    }
    try {
      const found = await filesIn(one)
      if (found.length === 0) return { code: 'folder-empty', folderName: one.name }
      files.push(...found)
    } catch (error) {
      return { code: error instanceof TooMuch ? 'folder-limit' : 'folder-unreadable', folderName: one.name }
    }
  }
  return { files }
}

async function filesIn(folder: FileSystemDirectoryEntry): Promise<File[]> {
  const files: File[] = []
  let [entryCount, byteCount] = [0, 0]
  async function walk(directory: FileSystemDirectoryEntry, path: string, depth: number): Promise<void> {
    if (depth > LIMITS.folderDepth) throw new TooMuch()
    for (const entry of await entriesOf(directory)) {
      if (NO_DATA.test(entry.name)) continue
      if (++entryCount > LIMITS.archiveEntries) throw new TooMuch()
      const name = `${path}/${entry.name}`
      if (entry.isDirectory) {
        await walk(entry as FileSystemDirectoryEntry, name, depth + 1)
        continue
      }
      const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject))
      byteCount += file.size
      if (byteCount > LIMITS.archiveBytes) throw new TooMuch()
      files.push(new File([file], name, { type: file.type, lastModified: file.lastModified }))
    }
  }
  await walk(folder, folder.name, 1)
  return files
}

/** A browser gives them a hundred at a time, until there are none left. */
async function entriesOf(directory: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = directory.createReader()
  const entries: FileSystemEntry[] = []
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))
    if (some.length === 0) return entries.sort((a, b) => (a.name < b.name ? -1 : 1))
    entries.push(...some)
    if (entries.length > LIMITS.archiveEntries * 2) throw new TooMuch()
  }
}
