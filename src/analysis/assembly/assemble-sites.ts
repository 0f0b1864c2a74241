import { blockLinks } from '@/analysis/assembly/block-links'
import type { LinkBlock } from '@/analysis/assembly/block-links'
import { describeSite } from '@/analysis/assembly/describe-site'
import type { SiteFacts } from '@/analysis/assembly/describe-site'
import { findLinks } from '@/analysis/assembly/find-links'
import type { Links } from '@/analysis/assembly/find-links'
import { gapStrip } from '@/analysis/assembly/gap-area'
import type { Strip } from '@/analysis/assembly/gap-area'
import { groupSpaces } from '@/analysis/assembly/group-spaces'
import { measureContact } from '@/analysis/assembly/judge-contact'
import { sharedAreaM2 } from '@/analysis/assembly/merge-areas'
import type { FlatShapes } from '@/analysis/shape/flat-shapes'
import { flattenShapes } from '@/analysis/shape/flatten-shapes'
import { isMeasurable, measureShape } from '@/analysis/shape/measure-shape'
import { measureBoxes } from '@/analysis/shape/shape-boxes'
import type { Site } from '@/domain/land'
import type { LandRules } from '@/domain/land-rules'
import type { Railway, Road, SpareSpace, Water } from '@/domain/place'
import type { Community } from '@/domain/programme'

/** So many described sites are kept; beyond it all are described anew. */
const MAX_KEPT_SITES = 5000

export interface AssemblyParts {
  spaces: readonly SpareSpace[]
  roads: readonly Road[]
  railways: readonly Railway[]
  water: readonly Water[]
  communities: readonly Pick<Community, 'geometry'>[]
  assembly: LandRules['assembly']
  /** The widest gap that will be asked for, m. */
  maxGapM: number
}

/**
 * Everything that no slider changes. Spaces are kept by id, so that nothing depends on the order of the input;
 * links and columns count them in that order, except where it says otherwise.
 */
export interface Assembly extends SiteFacts {
  /** Per space, its index in the input. */
  inputIndex: Uint32Array
  /** In the order of the input: drawn area, m²; NaN where the outline cannot be measured. */
  areaM2: Float64Array
  /** Per link, what lies between; null where the shortest connection is free. */
  blockedBy: readonly (LinkBlock | null)[]
  /** Sites described before: a site follows from its parts. */
  known: Map<string, Site>
}

/** Links, what blocks them, and the measures of every space. */
export function prepareAssembly({ spaces: given, roads, railways, water, communities, assembly, maxGapM }: AssemblyParts): Assembly {
  const order = given.map((_, i) => i).sort((i, j) => compareIds(given[i]!.id, given[j]!.id))
  const spaces = order.map((i) => given[i]!)
  const measures = spaces.map(({ geometry }) => (isMeasurable(geometry) ? measureShape(geometry) : null))
  // A space that cannot be measured has no shape here, and so no link.
  const shapes = flattenShapes(spaces.map(({ geometry }, s) => (measures[s] ? geometry : { type: 'Polygon', coordinates: [] })))
  const links = findLinks(shapes, maxGapM)
  const tenures = spaces.map(({ tenure }) => tenure)
  const walls = flattenShapes(communities.map(({ geometry }) => geometry))
  const wallBoxes = measureBoxes(walls)
  const areaM2 = new Float64Array(given.length).fill(NaN)
  order.forEach((i, s) => {
    areaM2[i] = measures[s]?.areaM2 ?? NaN
  })
  const blocked = blockLinks(links, shapes, { roads, railways, water, tenures, assembly })
  return {
    spaces, inputIndex: Uint32Array.from(order), areaM2, boxes: measureBoxes(shapes), measures,
    contacts: measures.map((measure, s) => measure && measureContact(shapes, s, walls, wallBoxes)),
    links, ...blocked, ...measureLinks(shapes, spaces, links, blocked.freeGapM), known: new Map(),
  }
}

function measureLinks(shapes: FlatShapes, spaces: readonly SpareSpace[], { a, b, gapM }: Links, freeGapM: Float64Array): Pick<SiteFacts, 'strips' | 'sharedM2'> {
  const strips = Array.from(a, (s, link): Strip => (freeGapM[link]! < Infinity ? gapStrip(shapes, s, b[link]!, freeGapM[link]!) : { areaM2: 0, polygons: [] }))
  const sharedM2 = Float64Array.from(a, (s, link) => (gapM[link] === 0 ? sharedAreaM2(spaces[s]!.geometry, spaces[b[link]!]!.geometry) : 0))
  return { strips, sharedM2 }
}

/**
 * Sites at a gap: spaces that are usable (asked by their index in the input) and linked over at most `gapM`, and the
 * usable spaces alone. By id. Spaces that cannot be measured are in none.
 */
export function assembleSites(
  assembly: Assembly, { gapM, isUsable }: { gapM: number; isUsable: (spaceIndex: number) => boolean },
): Site[] {
  const { spaces, inputIndex, measures, links, freeGapM, known } = assembly
  const isIn = measures.map((measure, s) => measure !== null && isUsable(inputIndex[s]!))
  const labels = groupSpaces(spaces.length, { ...links, gapM: freeGapM }, (link) => isIn[links.a[link]!]! && isIn[links.b[link]!]!, gapM)

  const parts = new Map<number, number[]>()
  isIn.forEach((isPart, s) => {
    if (!isPart) return
    const group = parts.get(labels[s]!)
    if (group) group.push(s)
    else parts.set(labels[s]!, [s])
  })
  const inner = new Map<number, number[]>()
  for (let link = 0; link < links.a.length; link++) {
    if (!(freeGapM[link]! <= gapM) || !isIn[links.a[link]!] || !isIn[links.b[link]!]) continue
    const group = inner.get(labels[links.a[link]!]!)
    if (group) group.push(link)
    else inner.set(labels[links.a[link]!]!, [link])
  }

  if (known.size > MAX_KEPT_SITES) known.clear()
  const sites = [...parts].map(([label, members]) => {
    const id = members.map((s) => spaces[s]!.id).join('+')
    const before = known.get(id)
    if (before) return before
    const site = describeSite(assembly, id, members, inner.get(label) ?? [])
    known.set(id, site)
    return site
  })
  return sites.sort((a, b) => compareIds(a.id, b.id))
}

function compareIds(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
