import { SMALLEST_TOLD_COUNT, suppressCounts, type CountCell, type CountGroup } from '@/analysis/publication/suppress-counts'
import { tellReach } from '@/analysis/publication/tell-reach'
import { defaultPath } from '@/data/fields'
import { sha256Hex } from '@/data/hash'
import type { DatasetValues } from '@/data/read-dataset'
import { manifestText, type FolderFile } from '@/data/refresh-manifest'
import { writeFeatures } from '@/data/write-features'
import { writePlan } from '@/data/write-plan'
import { writeRows } from '@/data/write-rows'
import { tourText } from '@/data/write-tour'
import { MANIFEST_PATH } from '@/data/read-manifest'
import { DATASETS, PUBLIC_DATASETS, type DatasetId, type Manifest, type ManifestFile } from '@/domain/manifest'
import type { Plan } from '@/domain/plan'
import type { Community } from '@/domain/programme'
import type { ProposedSite } from '@/domain/place'
import type { Tour, TourPhotos } from '@/domain/tour'

/** What one dataset or photo became; the path is that of the public edition. */
export interface PublicParts {
  values: Partial<DatasetValues>
  manifest: Manifest
  /** Photos without their metadata by their path in the source. */
  photos: ReadonlyMap<string, { bytes: Uint8Array; extension: string }>
}

export interface PublicEdition {
  /** All files, the manifest last: whoever sees it finds the others in place. */
  files: readonly FolderFile[]
  /** Counts of households that were left out because they are small, or would give small ones away. */
  suppressedCommunityIds: readonly string[]
}

/** A count that is known to everybody gives a small one away: the edition cannot be made. */
export class UnprotectedCountError extends Error {}

/**
 * The public edition of a `geodata` folder: only public datasets, of these only public fields, no small counts of people.
 *
 * Everything is written anew from the records, under the usual names: what no field table knows (foreign members, remarks
 * between the lines, names of files and photos) stays behind.
 *
 * @throws {UnprotectedCountError} The control total of households is one small community.
 */
export function makePublicEdition({ values, manifest, photos }: PublicParts): PublicEdition {
  const suppressedCommunityIds = values.plan && values.communities ? smallCommunities(values.plan, values.communities) : []
  const told: Partial<DatasetValues> = {
    ...values,
    ...(values.communities ? { communities: withoutHouseholds(values.communities, suppressedCommunityIds) } : {}),
    ...(values['proposed-sites'] ? { 'proposed-sites': values['proposed-sites'].map(toldSite) } : {}),
    ...(values.tour ? { tour: withPublicPhotos(values.tour, photos) } : {}),
  }
  const written = DATASETS.filter((id) => PUBLIC_DATASETS.includes(id)).flatMap((id): [DatasetId, FolderFile][] => {
    const text = textOf(id, told)
    return text === null ? [] : [[id, { path: defaultPath(id), bytes: new TextEncoder().encode(text) }]]
  })
  const entries = written.map(([id, file]) => entryOf(id, file, manifest))
  const { format, version, dataDate, provenance, attribution } = manifest
  const head = manifestText({ format, version, dataDate, provenance, attribution, files: entries })
  const pictures = [...photos.values()].map((photo) => ({ path: photoPath(photo), bytes: photo.bytes }))
  return {
    files: [...pictures, ...written.map(([, file]) => file), { path: MANIFEST_PATH, bytes: new TextEncoder().encode(head) }],
    suppressedCommunityIds,
  }
}

function textOf(id: DatasetId, { plan, baseline, ledger, tour, ...values }: Partial<DatasetValues>): string | null {
  switch (id) {
    case 'plan': return plan ? writePlan(plan, 'public') : null
    case 'baseline': return baseline ? writeRows('baseline', baseline, 'public') : null
    case 'ledger': return ledger ? writeRows('ledger', ledger, 'public') : null
    case 'tour': return tour ? tourText(tour) : null
    case 'land-rules': return null
    default: return values[id] ? writeFeatures<typeof id>(id, values[id], 'public') : null
  }
}

function entryOf(id: DatasetId, { path, bytes }: FolderFile, manifest: Manifest): ManifestFile {
  const { provenance, dataDate } = manifest.files.find((file) => file.id === id) ?? manifest
  return { id, path, bytes: bytes.length, sha256: sha256Hex(bytes), audience: 'public', provenance, dataDate }
}

/** Programme, districts, communities: the control total is known to everybody, districts are treated as if they were told. */
function smallCommunities(plan: Plan, communities: readonly Community[]): readonly string[] {
  const all = { id: 'programme', count: plan.controlTotals.households, isKnown: true }
  const membersOf = (districtId: string) => communities.filter((community) => community.districtId === districtId && community.households !== null)
  const districts = plan.districts.filter(({ id }) => membersOf(id).length > 0)
  const cells: CountCell[] = [
    all,
    ...districts.map(({ id }) => ({ id: `district ${id}`, count: membersOf(id).reduce((sum, { households }) => sum + households!, 0) })),
    ...communities.flatMap(({ id, households }) => (households === null ? [] : [{ id: `community ${id}`, count: households }])),
  ]
  const groups: CountGroup[] = [
    { totalId: all.id, partIds: districts.map(({ id }) => `district ${id}`) },
    ...districts.map(({ id }) => ({ totalId: `district ${id}`, partIds: membersOf(id).map((community) => `community ${community.id}`) })),
  ]
  const { suppressedIds, unprotectedTotalIds } = suppressCounts(cells, groups)
  if (unprotectedTotalIds.length > 0) throw new UnprotectedCountError(`controlTotals.households < ${SMALLEST_TOLD_COUNT}`)
  return communities.map(({ id }) => id).filter((id) => suppressedIds.includes(`community ${id}`))
}

function withoutHouseholds(communities: readonly Community[], suppressedIds: readonly string[]): Community[] {
  return communities.map((community) => (suppressedIds.includes(community.id) ? { ...community, households: null } : community))
}

/** A person may have changed the file since it was proposed. */
function toldSite(site: ProposedSite): ProposedSite {
  return { ...site, ...tellReach(site.reachedPeople, site.newlyReachedPeople) }
}

/** Photos are named after their content: names of files tell things too, and a changed photo has another address. */
function photoPath({ bytes, extension }: { bytes: Uint8Array; extension: string }): string {
  return `photos/${sha256Hex(bytes).slice(0, 16)}.${extension}`
}

function withPublicPhotos(tour: Tour, photos: PublicParts['photos']): Tour {
  const pathOf = (path: string | null) => {
    const photo = path === null ? undefined : photos.get(path)
    return photo ? photoPath(photo) : null
  }
  return { ...tour, photos: tour.photos.map((one): TourPhotos => ({ ...one, before: pathOf(one.before), after: pathOf(one.after) })) }
}
