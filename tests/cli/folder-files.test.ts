import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { putFolder, readFolderFiles, refuseOtherFolder } from '@/cli/folder-files'

let dir = ''
beforeEach(() => { dir = mkdtempSync(join(tmpdir(), 'folder-')) })
afterEach(() => rmSync(dir, { recursive: true }))
const bytes = (text: string) => new TextEncoder().encode(text)
const write = (path: string, text: string) => {
  mkdirSync(join(dir, path, '..'), { recursive: true })
  writeFileSync(join(dir, path), text)
}

describe('putFolder', () => {
  it('puts a whole folder in the place of the old one and leaves nothing beside it', () => {
    write('out/manifest.json', 'old')
    putFolder(new Map([['manifest.json', bytes('new')], ['photos/a.jpg', bytes('x')]]), join(dir, 'out'))
    expect(readFileSync(join(dir, 'out/manifest.json'), 'utf8')).toBe('new')
    expect(readFileSync(join(dir, 'out/photos/a.jpg'), 'utf8')).toBe('x')
    expect(readdirSync(dir)).toEqual(['out'])
  })

  it('leaves the old one as it was if a file cannot be written', () => {
    write('out/manifest.json', 'old')
    // A file where a folder should be.
    expect(() => putFolder(new Map([['a', bytes('1')], ['a/b', bytes('2')]]), join(dir, 'out'))).toThrow()
    expect(readFileSync(join(dir, 'out/manifest.json'), 'utf8')).toBe('old')
    expect(readdirSync(dir)).toEqual(['out'])
  })
})

describe('readFolderFiles', () => {
  it('reads all files but hidden ones', () => {
    write('in/manifest.json', '{}')
    write('in/photos/a.jpg', 'x')
    write('in/.git/HEAD', 'x')
    expect([...readFolderFiles(join(dir, 'in'))].map(([path, content]) => [path, new TextDecoder().decode(content)])).toEqual([['manifest.json', '{}'], ['photos/a.jpg', 'x']])
  })

  it('says when there is none', () => expect(() => readFolderFiles(join(dir, 'none'))).toThrow('no such folder'))
})

describe('refuseOtherFolder', () => {
  it('takes a new, an empty and an own folder', () => {
    mkdirSync(join(dir, 'empty'))
    write('own/manifest.json', '{}')
    for (const name of ['new', 'empty', 'own']) expect(() => refuseOtherFolder(join(dir, name), ['manifest.json', 'ledger.csv'])).not.toThrow()
  })

  it.each([['strange', 'x.txt', 'other files'], ['own', 'notes.docx', 'other files'], ['own', '.git/HEAD', 'other files']])('takes no %s folder with %s', (name, path, message) => {
    if (name === 'own') write('own/manifest.json', '{}')
    write(`${name}/${path}`, 'x')
    expect(() => refuseOtherFolder(join(dir, name), ['manifest.json'])).toThrow(message)
  })

  it('takes neither a file nor a folder in no folder', () => {
    write('file', 'x')
    expect(() => refuseOtherFolder(join(dir, 'file'), [])).toThrow('is no folder')
    expect(() => refuseOtherFolder(join(dir, 'a/b'), [])).toThrow('no such parent folder')
  })
})
