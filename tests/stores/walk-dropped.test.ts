import { describe, expect, it } from 'vitest'
import { LIMITS } from '@/data/limits'
import { walkDropped } from '@/stores/walk-dropped'

type Tree = { [name: string]: number | Tree }

/** A folder as a browser gives it: a few entries at a time. Numbers are sizes of files. */
function folder(name: string, tree: Tree): FileSystemDirectoryEntry {
  const entries = Object.entries(tree).map(([child, what]) => (typeof what === 'number'
    ? { name: child, isDirectory: false, file: (take: (file: File) => void) => take(sized(child, what)) }
    : folder(child, what)))
  return {
    name, isDirectory: true,
    createReader() {
      let at = 0
      return { readEntries: (take: (some: unknown[]) => void) => take(entries.slice(at, at += 3)) }
    },
  } as unknown as FileSystemDirectoryEntry
}
function sized(name: string, size: number): File {
  const file = new File(['x'], name)
  Object.defineProperty(file, 'size', { value: size })
  return file
}
const many = (count: number): Tree => Object.fromEntries(Array.from({ length: count }, (_, i) => [`${String(i).padStart(3, '0')}.csv`, 1]))
const namesIn = async (...dropped: Parameters<typeof walkDropped>[0]) => {
  const walked = await walkDropped(dropped)
  return 'files' in walked ? walked.files.map(({ name }) => name) : walked
}

describe('walkDropped', () => {
  it('names every file with its folder, beside files that were dropped with it', async () => {
    const survey = folder('survey', { 'b.shp': 1, 'b.dbf': 1, 'b.prj': 1, 'b.shx': 1, south: { 'b.shp': 1 }, '.DS_Store': 1, 'Thumbs.db': 1 })
    expect(await namesIn(new File(['x'], 'a.csv'), survey)).toEqual(['a.csv', 'survey/b.dbf', 'survey/b.prj', 'survey/b.shp', 'survey/b.shx', 'survey/south/b.shp'])
  })

  it('reads nothing of a folder beyond the limits of an archive', async () => {
    expect(await namesIn(folder('f', many(LIMITS.archiveEntries)))).toHaveLength(LIMITS.archiveEntries)
    const refused = { code: 'folder-limit', folderName: 'f' }
    expect(await namesIn(folder('f', many(LIMITS.archiveEntries + 1)))).toEqual(refused)
    expect(await namesIn(folder('f', { 'a.csv': LIMITS.archiveBytes, 'b.csv': 1 }))).toEqual(refused)
    let deep: Tree = { 'a.csv': 1 }
    for (let i = 1; i < LIMITS.folderDepth; i++) deep = { d: deep }
    expect(await namesIn(folder('f', deep))).toHaveLength(1)
    expect(await namesIn(folder('f', { d: deep }))).toEqual(refused)
  })

  it('says so if there is nothing in it, or it cannot be read', async () => {
    expect(await namesIn(folder('f', { '.DS_Store': 1, empty: {} }))).toEqual({ code: 'folder-empty', folderName: 'f' })
    const gone = { name: 'f', createReader: () => ({ readEntries: (_: unknown, fail: (error: Error) => void) => fail(new Error('gone')) }) } as unknown as FileSystemDirectoryEntry
    expect(await namesIn(gone)).toEqual({ code: 'folder-unreadable', folderName: 'f' })
  })
})
