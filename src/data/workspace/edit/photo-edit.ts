import { BUILT_IN_TOUR } from '@/analysis/show/built-in-tour'
import { defaultPath } from '@/data/fields'
import { sha256Hex } from '@/data/hash'
import { stripPhoto } from '@/data/strip-photo'
import { notThere, pathOf, type EditContext, type EditResult } from '@/data/workspace/edit/edit-context'
import { tourText } from '@/data/write-tour'
import type { TourPhotos } from '@/domain/tour'
import type { WorkEdit } from '@/domain/workspace'

/** Larger ones are scaled down before they come here. */
export const MAX_PHOTO_BYTES = 400_000

/**
 * Put a photo of a community before or after the works into the tour, or take it away. Place, time and device that the
 * camera wrote into it are left out.
 */
export function editPhoto(edit: Extract<WorkEdit, { kind: 'photo' }>, { folder, files }: EditContext): EditResult {
  const { communityId, side, bytes } = edit
  const path = pathOf(folder, 'tour') ?? defaultPath('tour')
  const community = folder.programme?.communities.find(({ id }) => id === communityId)
  if (!community) return notThere(path, null, 'communityId', 'communities', communityId)
  const tour = folder.values.tour ?? (files.has(path) ? null : BUILT_IN_TOUR)
  // A tour that cannot be read would be lost by writing another one in its place.
  if (!tour) return { findings: (folder.findings.get(path) ?? []).filter(({ severity }) => severity === 'error') }
  const photo = bytes && stripPhoto(bytes)
  if (bytes && (!photo || bytes.length > MAX_PHOTO_BYTES)) {
    const params = photo ? { found: bytes.length, min: 1, max: MAX_PHOTO_BYTES, unit: 'byte' } : { expected: 'photo', found: '…' }
    return { findings: [{ code: photo ? 'out-of-bounds' : 'wrong-type', severity: 'error', file: path, feature: communityId, field: side, params }] }
  }

  const known = tour.photos.find((photos) => photos.communityId === communityId)
  const newPath = photo && `photos/${nameOf(communityId)}-${side}-${sha256Hex(photo.bytes).slice(0, 8)}.${photo.extension}`
  const credit = edit.credit.trim() || known?.credit || community.name
  const next: TourPhotos = { communityId, before: known?.before ?? null, after: known?.after ?? null, credit, [side]: newPath }
  const others = tour.photos.filter((photos) => photos !== known)
  const photos = next.before === null && next.after === null ? others : [...others, next]
  const changed = new Map<string, Uint8Array | null>([[path, new TextEncoder().encode(tourText({ ...tour, photos }))]])
  const oldPath = known?.[side] ?? null
  const isUsed = photos.some(({ before, after }) => before === oldPath || after === oldPath)
  if (oldPath !== null && !isUsed) changed.set(oldPath, null)
  if (photo) changed.set(newPath!, photo.bytes)
  return { changed, reportedOn: null, params: { community: community.name, communityId, side, isRemoved: bytes === null ? 1 : 0 } }
}

/** Part of a path that any server and any file system takes. */
const nameOf = (id: string): string => id.replace(/[^A-Za-z0-9-]/g, '_')
