import { describe, expect, it } from 'vitest'
import { broken, readDirectory } from '@/data/archive/zip-directory'
import { makeZip } from '../../fixtures/make-zip'

describe('readDirectory', () => {
  it('tells of every member without unpacking it', () => {
    const zip = makeZip([{ name: 'a/', claims: { attributes: 0x10 } }, { name: 'b.txt', bytes: 'bbbbbbbbbb', claims: { flags: 1, attributes: 0xa1ff0000 } }])
    expect(readDirectory(zip, 10)).toMatchObject([
      { name: 'a/', isDirectory: true, isEncrypted: false, isLink: false, size: 0, at: 0 },
      { name: 'b.txt', isDirectory: false, isEncrypted: true, isLink: true, method: 8, size: 10 },
    ])
  })

  it('does not list more than it may', () => {
    expect(readDirectory(makeZip([{ name: 'a' }, { name: 'b' }]), 1)).toMatchObject({ code: 'archive-limit', params: { value: 2, max: 1 } })
  })

  it('refuses a directory with fewer members than it counts, and one that is not there', () => {
    expect(readDirectory(makeZip([{ name: 'a' }], { count: 2 }), 10)).toEqual(broken('directory'))
    expect(readDirectory(new Uint8Array(100), 10)).toEqual(broken('directory'))
    expect(readDirectory(new Uint8Array(), 10)).toEqual(broken('directory'))
  })
})
