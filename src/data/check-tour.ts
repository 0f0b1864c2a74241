import { refers, type Lookup } from '@/data/references'
import { looksLikeHtml } from '@/data/verify-bytes'
import type { Finding } from '@/domain/finding'
import type { Tour } from '@/domain/tour'

/** What a tour may name; null if the file could not be read, then nothing is said about it. */
export interface TourLookups {
  districts: Lookup | null
  communities: Lookup | null
}

/** Whether the places of a tour exist, and the communities and files of its photos. */
export async function checkTour(
  tour: Tour, file: string, { districts, communities }: TourLookups, readFile: (path: string) => Promise<Uint8Array | null>,
): Promise<Finding[]> {
  const found: Finding[] = []
  tour.scenes.forEach(({ id, kind, places }, i) => {
    const refersTo = kind === 'district' ? 'districts' : 'communities'
    const lookup = kind === 'district' ? districts : kind === 'showcase' ? communities : null
    if (!lookup) return
    for (const place of places ?? []) refers(place, lookup, { file, feature: id, field: `scenes[${i}].places`, refersTo }, found)
  })
  for (const [i, { communityId, before, after }] of tour.photos.entries()) {
    const place = { file, feature: communityId, refersTo: 'communities' }
    if (communities) refers(communityId, communities, { ...place, field: `photos[${i}].communityId` }, found)
    for (const [side, path] of [['before', before], ['after', after]] as const) {
      if (path === null) continue
      const bytes = await readFile(path)
      if (bytes === null) refers(path, () => 'unknown', { ...place, field: `photos[${i}].${side}`, refersTo: 'files' }, found)
      else if (looksLikeHtml(bytes)) found.push({ code: 'file-is-html', severity: 'error', file: path, feature: null, field: null, params: {} })
    }
  }
  return found
}
