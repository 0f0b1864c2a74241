import { describe, expect, it } from 'vitest'
import { previewsOf } from '@/data/encoding/preview-text'
import { encodeDoubleByte, encodeWide } from '../../fixtures/bureau/encode-double-byte'

describe('previewsOf', () => {
  it('shows the line of the first Chinese sign in each encoding', () => {
    const [gbk, latin] = previewsOf(encodeDoubleByte('a,b\r\n1,小区\r\n2,楼栋'), ['gb18030', 'windows-1252'])
    expect(gbk).toEqual({ encoding: 'gb18030', text: '1,小区 2,楼栋' })
    expect(latin).toEqual({ encoding: 'windows-1252', text: '1,Ð¡Çø 2,Â¥¶°' })
  })

  it('keeps whole characters of UTF-16', () => {
    expect(previewsOf(encodeWide('a小区', 'le'), ['utf-16le'])[0]!.text).toBe('a小区')
    // 里 is CC 91: the line begins behind the first byte of a line end.
    expect(previewsOf(encodeWide('x\n里', 'le'), ['utf-16le'])[0]!.text).toBe('里')
  })

  it('is short, on one line and without controls', () => {
    const { text } = previewsOf(encodeDoubleByte('小区\u0000\u0007\n'.repeat(100)), ['gb18030'])[0]!
    expect(text).toHaveLength(80)
    expect(text).toMatch(/^(小区 )+/)
  })
})
