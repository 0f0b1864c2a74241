import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BUILT_IN_TOUR } from '@/analysis/show/built-in-tour'
import { readTour } from '@/data/read-tour'
import { tourText } from '@/data/write-tour'
import { parseDay } from '@/domain/day'
import { put } from '../fixtures/small-land-rules'
import { smallTour } from '../fixtures/small-tour'

type Change = readonly [path: string, value: unknown]

function read(...changes: readonly Change[]) {
  const tour = smallTour()
  for (const [path, value] of changes) put(tour, path, value)
  return readTour(JSON.stringify(tour), 'tour.json')
}
const PHOTOS = { communityId: 'C01', before: 'photos/C01-before.jpg', after: null, credit: 'A' }

describe('readTour', () => {
  it('reads times of the day as minutes and everything else as it stands', () => {
    const { value, findings } = read()
    expect(findings).toEqual([])
    expect(value).toEqual({ ...smallTour(), night: { fromMin: 1320, toMin: 390 }, updateWindow: { fromMin: 180, toMin: 240 } })
  })

  it('reads the built-in tour as it is written', () => {
    expect(readTour(tourText(BUILT_IN_TOUR), 'tour.json')).toEqual({ value: BUILT_IN_TOUR, findings: [] })
  })

  it('takes what may be missing, days, cameras, captions and photos', () => {
    const camera = { lon: 119.2, lat: 36.43, zoom: 14.5, pitchDeg: 48, bearingDeg: -12 }
    const { value, findings } = read(
      ['night', null], ['updateWindow', undefined], ['scenes.0.day', '2024-08-26'], ['scenes.0.camera', camera], ['scenes.0.caption', '欢迎'],
      ['dataOldAfterDays', 30], ['photos', [PHOTOS]],
    )
    expect(findings).toEqual([])
    expect(value).toMatchObject({ night: null, updateWindow: null, dataOldAfterDays: 30, photos: [PHOTOS] })
    expect(value!.scenes[0]).toMatchObject({ day: parseDay('2024-08-26'), camera, caption: '欢迎', captionEn: null })
  })

  it.each<[string, Change, string, string, string | null]>([
    ['no scenes', ['scenes', []], 'out-of-bounds', 'scenes', null],
    ['a scene of no kind', ['scenes.0.kind', 'advert'], 'wrong-enumeration', 'scenes[0].kind', 'overview'],
    ['a scene without an id', ['scenes.1.id', ''], 'field-missing', 'scenes[1].id', null],
    ['an id that cannot be in an address', ['scenes.1.id', 'a/b'], 'wrong-type', 'scenes[1].id', 'a/b'],
    ['the id of the news', ['scenes.1.id', 'news'], 'wrong-type', 'scenes[1].id', 'news'],
    ['the same id twice', ['scenes.1.id', 'overview'], 'duplicate-id', 'scenes[1].id', 'overview'],
    ['a scene of no time', ['scenes.0.dwellS', 0], 'out-of-bounds', 'scenes[0].dwellS', 'overview'],
    ['the lamps of single communities', ['scenes.0.colouring', 'lamp'], 'wrong-enumeration', 'scenes[0].colouring', 'overview'],
    ['a change since no day', ['scenes.0.colouring', 'change'], 'wrong-enumeration', 'scenes[0].colouring', 'overview'],
    ['an unknown transition', ['scenes.0.transition', 'zoom'], 'wrong-enumeration', 'scenes[0].transition', 'overview'],
    ['a day that does not exist', ['scenes.0.day', '2024-02-30'], 'bad-date', 'scenes[0].day', 'overview'],
    ['a list of no places', ['scenes.1.places', []], 'out-of-bounds', 'scenes[1].places', 'district'],
    ['a place that is a number', ['scenes.1.places', [7]], 'wrong-type', 'scenes[1].places[0]', 'district'],
    ['a camera in outer space', ['scenes.0.camera', { lon: 190, lat: 36, zoom: 14, pitchDeg: 0, bearingDeg: 0 }], 'out-of-bounds', 'scenes[0].camera.lon', 'overview'],
    ['a camera without a zoom', ['scenes.0.camera', { lon: 119, lat: 36, pitchDeg: 0, bearingDeg: 0 }], 'field-missing', 'scenes[0].camera.zoom', 'overview'],
    ['a caption too long for a wall', ['scenes.0.caption', '长'.repeat(61)], 'out-of-bounds', 'scenes[0].caption', 'overview'],
    ['a refresh without a pause', ['refreshEveryS', 0], 'out-of-bounds', 'refreshEveryS', null],
    ['a longest pause below the usual one', ['retryAtMostS', 59], 'out-of-bounds', 'retryAtMostS', null],
    ['a mark before the next question is due', ['staleAfterMin', 0.5], 'out-of-bounds', 'staleAfterMin', null],
    ['a large mark before the small one', ['oldAfterMin', 9], 'out-of-bounds', 'oldAfterMin', null],
    ['a countdown from nowhere', ['countdownFrom', 'tomorrow'], 'wrong-enumeration', 'countdownFrom', null],
    ['a night without an end', ['night', { from: '22:00' }], 'field-missing', 'night.to', null],
    ['a time as a number', ['night.from', 22], 'wrong-type', 'night.from', null],
    ['an hour that does not exist', ['night.from', '24:00'], 'wrong-type', 'night.from', null],
    ['a minute that does not exist', ['updateWindow.to', '03:60'], 'wrong-type', 'updateWindow.to', null],
    ['a time without its zero', ['updateWindow.from', '3:00'], 'wrong-type', 'updateWindow.from', null],
    ['a window of no time', ['updateWindow.to', '03:00'], 'wrong-type', 'updateWindow.to', null],
    ['a black night', ['nightBrightness', 0], 'out-of-bounds', 'nightBrightness', null],
    ['photos nobody took', ['photos.0', { ...PHOTOS, credit: null }], 'field-missing', 'photos[0].credit', 'C01'],
    ['a photo from elsewhere', ['photos.0', { ...PHOTOS, before: 'https://example.org/a.jpg' }], 'wrong-type', 'photos[0].before', 'C01'],
    ['a photo above the folder', ['photos.0', { ...PHOTOS, after: 'a/../../b.png' }], 'wrong-type', 'photos[0].after', 'C01'],
    ['a photo at the root', ['photos.0', { ...PHOTOS, after: '/b.png' }], 'wrong-type', 'photos[0].after', 'C01'],
    ['a photo that is a script', ['photos.0', { ...PHOTOS, after: 'b.svg' }], 'wrong-type', 'photos[0].after', 'C01'],
  ])('has no tour with %s, and says where', (_, change, code, field, feature) => {
    const { value, findings } = read(change)
    expect(value).toBeNull()
    expect(findings).toMatchObject([{ code, severity: 'error', file: 'tour.json', field, feature }])
  })

  it('only warns of fields nobody knows and of places without meaning', () => {
    const { value, findings } = read(['remark', 'for the hall'], ['scenes.0.music', 'none'], ['scenes.0.places', ['east']])
    expect(value).not.toBeNull()
    expect(value).not.toHaveProperty('remark')
    expect(findings.map(({ code, severity, field }) => [code, severity, field])).toEqual([
      ['unknown-column', 'warning', 'remark'], ['unknown-column', 'warning', 'scenes[0].music'], ['unknown-column', 'warning', 'scenes[0].places'],
    ])
  })

  it('takes photos in folders and of every usual kind', () => {
    for (const before of ['a.jpg', 'photos/2024/a.JPEG', '照片/东.png', 'a.b.webp']) {
      expect(read(['photos.0', { ...PHOTOS, before }]).findings, before).toEqual([])
    }
  })

  it.each(['', '[]', '"tour"', 'null', '{"scenes": [', '{}'])('has no tour in %j', (text) => {
    const { value, findings } = readTour(text, 'tour.json')
    expect(value).toBeNull()
    expect(findings.length).toBeGreaterThan(0)
  })

  it('takes no value from a key that could reach a prototype', () => {
    const text = JSON.stringify(smallTour()).replace('"photos"', '"__proto__":{"polluted":1},"photos"')
    const { value, findings } = readTour(text, 'tour.json')
    expect(findings.map(({ code, field }) => [code, field])).toEqual([['dangerous-key', '__proto__']])
    expect((value as unknown as Record<string, unknown>)['polluted']).toBeUndefined()
  })

  it('says of anything in any place either what is wrong, or reads a tour that can be written and read again', () => {
    const places = ['scenes', 'scenes.0', 'scenes.0.id', 'scenes.1.places', 'scenes.0.camera', 'scenes.0.dwellS', 'photos', 'photos.0', 'night', 'night.to',
      'refreshEveryS', 'oldAfterMin', 'updateWindow']
    fc.assert(fc.property(fc.constantFrom(...places), fc.jsonValue({ maxDepth: 3 }), (place, anything) => {
      const { value, findings } = read([place, anything])
      expect(value === null).toBe(findings.some(({ severity }) => severity === 'error'))
      if (value) expect(readTour(tourText(value), 'tour.json').value).toEqual(value)
    }), { numRuns: 1000 })
  })
})
