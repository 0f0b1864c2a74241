import { describe, expect, it } from 'vitest'
import { exportFolder } from '@/data/export/export-folder'
import { sha256Hex } from '@/data/hash'
import { readManifest } from '@/data/read-manifest'
import { unzipped } from '../../fixtures/other-readers'
import { shippedFiles, shippedSource } from '../../fixtures/shipped-folder'

const files = shippedFiles()
const { manifest } = shippedSource()

describe('exportFolder', () => {
  it('holds every file as it is, below one folder, and a manifest that fits them', () => {
    const photo = new Uint8Array([0xff, 0xd8, 1, 2, 3])
    const changed = new TextEncoder().encode(`${new TextDecoder('utf-8', { ignoreBOM: true }).decode(files.get('ledger.csv'))}`.replace(/\r\n[^\r\n]*\r\n$/, '\r\n'))
    const { name, bytes } = exportFolder(new Map([...files, ['photos/a.jpg', photo], ['ledger.csv', changed], ['.DS_Store', photo]]), manifest)
    expect(name).toBe('geodata-示意数据-2024-10-28.zip')
    const entries = unzipped(bytes)
    expect([...entries.keys()].sort()).toEqual([...files.keys(), 'photos/a.jpg'].map((path) => `geodata/${path}`).sort())
    for (const [path, content] of files) {
      if (path !== 'manifest.json' && path !== 'ledger.csv') expect(sha256Hex(entries.get(`geodata/${path}`)!)).toBe(sha256Hex(content))
    }
    const fresh = readManifest(new TextDecoder().decode(entries.get('geodata/manifest.json'))).value!
    expect(fresh.files.find(({ id }) => id === 'ledger')).toMatchObject({ bytes: changed.length, sha256: sha256Hex(changed) })
    for (const file of fresh.files) expect(sha256Hex(entries.get(`geodata/${file.path}`)!)).toBe(file.sha256)
  })

  it('gives the same bytes for the same files in any order', () => {
    const few = [...files].filter(([path]) => path.endsWith('.json') || path.startsWith('g'))
    expect(exportFolder(new Map([...few].reverse()), manifest).bytes).toEqual(exportFolder(new Map(few), manifest).bytes)
  })

  it('puts the shipped folder out as it is', () => {
    const { bytes } = exportFolder(files, manifest)
    expect(unzipped(bytes).get('geodata/manifest.json')).toEqual(files.get('manifest.json'))
  })
})
