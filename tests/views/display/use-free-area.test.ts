import { describe, expect, it } from 'vitest'
import { freeOf } from '@/views/display/use-free-area'

const box = (left: number, top: number, right: number, bottom: number) => ({ left, top, right, bottom })

describe('the part of the map that no panel covers', () => {
  it('lies between the columns of a wide wall, below the header and above the caption', () => {
    // header 0…92, columns 36…466 and 1454…1884, caption 486…1434 from 900
    const area = freeOf(box(0, 0, 1920, 1080), box(486, 900, 1434, 1040), [box(36, 0, 1884, 92), box(36, 92, 466, 300), box(36, 320, 466, 520)])
    expect(area).toEqual({ widthPx: 1920, heightPx: 1080, padding: { left: 486, right: 486, top: 92, bottom: 180 } })
  })

  it('lies between the bands of a tall wall', () => {
    // header to 110, headline and totals side by side to 420, caption 32…1048 from 1100
    const area = freeOf(box(0, 0, 1080, 1920), box(32, 1100, 1048, 1260), [box(32, 0, 1048, 110), box(32, 130, 530, 420), box(550, 130, 1048, 420)])
    expect(area.padding).toEqual({ left: 32, right: 32, top: 420, bottom: 820 })
  })

  it('is counted from the map where the map does not fill the page', () => {
    const area = freeOf(box(0, 60, 390, 500), box(12, 430, 378, 500), [box(12, 0, 378, 60), box(12, 520, 378, 700)])
    expect(area).toEqual({ widthPx: 390, heightPx: 440, padding: { left: 12, right: 12, top: 0, bottom: 70 } })
  })
})
