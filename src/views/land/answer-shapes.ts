import type { MultiPolygon, Polygon } from 'geojson'
import type { LandAnswer } from '@/domain/land'
import type { SpareSpace } from '@/domain/place'
import type { ExcludedShape, SiteShape } from '@/map/site-layer'

/** Sites and excluded spaces of any answer as shapes, with the spaces it was made of. */
export function answerShapes({ sites, exclusions }: Pick<LandAnswer, 'sites' | 'exclusions'>, spaces: readonly SpareSpace[], nameOf: (site: LandAnswer['sites'][number]) => string) {
  const byId = new Map(spaces.map((space) => [space.id, space.geometry]))
  const partsOf = (ids: readonly string[]) => ids.flatMap((id) => byId.get(id) ?? [])
  const siteShapes: SiteShape[] = sites.map((site) => ({
    id: site.id, label: nameOf(site), partGeometries: partsOf(site.partIds), gaps: site.gaps, score: site.score, rank: site.rank, isChosen: site.isChosen,
  }))
  const excluded: ExcludedShape[] = exclusions.flatMap(({ id, partIds }) => {
    const geometry = together(partsOf(partIds))
    return geometry ? [{ id, geometry }] : []
  })
  return { sites: siteShapes, excluded }
}

function together(areas: readonly (Polygon | MultiPolygon)[]): Polygon | MultiPolygon | null {
  if (areas.length < 2) return areas[0] ?? null
  return { type: 'MultiPolygon', coordinates: areas.flatMap((area) => (area.type === 'Polygon' ? [area.coordinates] : area.coordinates)) }
}
