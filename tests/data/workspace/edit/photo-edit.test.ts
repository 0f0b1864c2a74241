import { describe, expect, it } from 'vitest'
import { MAX_PHOTO_BYTES } from '@/data/workspace/edit/photo-edit'
import type { WorkEdit } from '@/domain/workspace'
import { edited, refused, smallWork } from '../../../fixtures/edit-bench'
import { jpegWith } from '../../../fixtures/photos'

const photo = (side: 'before' | 'after', bytes: Uint8Array | null, more: Partial<WorkEdit> = {}): WorkEdit =>
  ({ kind: 'photo', communityId: 'C01', side, bytes, credit: '小王 2024-10-28', ...more } as WorkEdit)
const picture = jpegWith('36.43N 119.19E')
const photosOf = ({ composed }: { composed: { folder: { values: { tour?: { photos: readonly unknown[] } } } } }) => composed.folder.values.tour!.photos

describe('editPhoto', () => {
  it('puts a photo into the folder and the tour, without what the camera wrote', async () => {
    const result = await edited(photo('before', picture))
    const [path] = [...result.changed.keys()].filter((name) => name.startsWith('photos/'))
    expect(path).toMatch(/^photos\/C01-before-[0-9a-f]{8}\.jpg$/)
    expect(new TextDecoder('latin1').decode(result.changed.get(path!)!)).not.toContain('36.43N')
    expect(photosOf(result)).toEqual([{ communityId: 'C01', before: path, after: null, credit: '小王 2024-10-28' }])
    expect(result.params).toEqual({ community: '国槐里', communityId: 'C01', side: 'before', isRemoved: 0 })
  })

  it('replaces a photo, keeps the other side, and takes the old file away', async () => {
    const first = await edited(photo('before', picture))
    const second = await edited(photo('after', jpegWith('b', 3)), first.composed)
    const third = await edited(photo('before', jpegWith('c', 6), { credit: '' }), second.composed)
    expect([...third.composed.files.keys()].filter((name) => name.startsWith('photos/')).map((name) => name.slice(0, 13)).sort()).toEqual(['photos/C01-af', 'photos/C01-be'])
    expect(photosOf(third)).toMatchObject([{ credit: '小王 2024-10-28' }])
    const gone = await edited(photo('after', null), third.composed)
    const none = await edited(photo('before', null), gone.composed)
    expect([photosOf(none), [...none.composed.files.keys()].filter((name) => name.startsWith('photos/'))]).toEqual([[], []])
  })

  it('begins a tour where the folder has none', async () => {
    const before = await smallWork()
    const files = new Map([...before.files].filter(([path]) => path !== 'tour.json'))
    const { tour: _, ...values } = before.folder.values
    const manifest = { ...before.folder.manifest, files: before.folder.manifest.files.filter(({ id }) => id !== 'tour') }
    const result = await edited(photo('before', picture), { ...before, files, folder: { ...before.folder, values, manifest } })
    expect(photosOf(result)).toHaveLength(1)
    expect(result.composed.folder.manifest.files.find(({ id }) => id === 'tour')).toMatchObject({ path: 'tour.json', audience: 'internal' })
  })

  it('refuses what is no photo, too large, or of nobody', async () => {
    expect(await refused(photo('before', new TextEncoder().encode('<svg/>')))).toEqual(['C01 before wrong-type'])
    const large = new Uint8Array(MAX_PHOTO_BYTES + 1)
    large.set(picture)
    expect(await refused(photo('before', large))).toEqual(['C01 before out-of-bounds'])
    expect(await refused(photo('before', picture, { communityId: 'C99' }))).toEqual(['null communityId dangling-reference'])
  })

  it('does not write over a tour that cannot be read', async () => {
    const before = await smallWork((geodata) => (geodata.tour.refreshEveryS = 0))
    expect((await refused(photo('before', picture), before))!.join()).toContain('refreshEveryS')
  })
})
