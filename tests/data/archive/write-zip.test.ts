import { describe, expect, it } from 'vitest'
import { readZip } from '@/data/archive/read-zip'
import { writeZip } from '@/data/archive/write-zip'

const bytes = (text: string) => new TextEncoder().encode(text)

describe('writeZip', () => {
  const entries = [{ name: 'manifest.json', bytes: bytes('{}') }, { name: 'photos/小区 1.jpg', bytes: bytes('j'.repeat(500)) }, { name: 'a.csv', bytes: bytes('一,二\r\n') }]

  it('writes what the reader reads, in its order', () => {
    expect(readZip(writeZip(entries), { file: 'a.zip' })).toEqual({ value: entries, findings: [] })
  })

  it('writes the same bytes for the same entries, in every time zone', () => {
    const zone = process.env['TZ']
    try {
      const written = ['Asia/Shanghai', 'America/New_York', 'UTC'].map((name) => {
        process.env['TZ'] = name
        return writeZip(entries)
      })
      expect(written[1]).toEqual(written[0])
      expect(written[2]).toEqual(written[0])
    } finally {
      if (zone === undefined) delete process.env['TZ']
      else process.env['TZ'] = zone
    }
  })
})
