import { COLOURINGS, CATEGORIES, type Category, type Colouring } from '@/domain/colouring'
import { formatDay, parseDay, type Day } from '@/domain/day'
import { WEIGHTINGS, type Weighting } from '@/domain/progress'
import { DEFAULT_LAYERS, LAYERS, type FeatureRef, type LayerId } from '@/stores/exploring'
import { oneOf, readViewpoint, writeViewpoint, type Query, type Viewpoint } from '@/stores/query'
import { THEMES, type LanguageChoice, type ThemeChoice } from '@/stores/settings'

/** Everything a copied link brings back. `null` and empty mean: as by default. */
export interface AddressState {
  day: Day | null
  since: Day | null
  weighting: Weighting
  colouring: Colouring
  keptCategories: readonly Category[]
  districtId: string | null
  selected: FeatureRef | null
  viewpoint: Viewpoint | null
  layers: readonly LayerId[]
  isExtruded: boolean
  isTableOpen: boolean
  theme: ThemeChoice
  /** Null: by the browser's language. */
  language: LanguageChoice | null
}

/** Ids are a bureau's own: any printable text as long as the data allow. */
const ID = /^[^\p{C}]{1,60}$/u

export const DEFAULT_ADDRESS: AddressState = {
  day: null, since: null, weighting: 'floorArea', colouring: 'progress', keptCategories: [], districtId: null, selected: null,
  viewpoint: null, layers: DEFAULT_LAYERS, isExtruded: true, isTableOpen: false, theme: 'system', language: null,
}

/** Write the state as query parameters; what is as by default is left out, so that links stay short. */
export function toQuery(state: AddressState): Query {
  const query: Query = {}
  if (state.day !== null) query.date = formatDay(state.day)
  if (state.since !== null) query.since = formatDay(state.since)
  if (state.weighting !== 'floorArea') query.weight = state.weighting
  if (state.colouring !== 'progress') query.colour = state.colouring
  if (state.keptCategories.length > 0) query.keep = [...state.keptCategories].sort().join('.')
  if (state.districtId !== null) query.district = state.districtId
  if (state.selected) query[state.selected.kind] = state.selected.id
  if (state.viewpoint) query.camera = writeViewpoint(state.viewpoint)
  if (!sameSet(state.layers, DEFAULT_LAYERS)) query.layers = [...state.layers].sort().join('.') || 'none'
  if (!state.isExtruded) query.flat = '1'
  if (state.isTableOpen) query.table = '1'
  if (state.theme !== 'system') query.theme = state.theme
  if (state.language !== null) query.lang = state.language
  return query
}

/**
 * Read the state from query parameters. A link may be old, cut off or typed by hand: what is not
 * understood is left as by default, and never throws.
 */
export function fromQuery(query: Readonly<Record<string, unknown>>): AddressState {
  const read = (key: string): string => (typeof query[key] === 'string' ? query[key] : '')
  const colouring = oneOf(COLOURINGS, read('colour')) ?? 'progress'
  const categories: readonly string[] = CATEGORIES[colouring]
  const id = (text: string): string | null => (ID.test(text) ? text : null)
  const [community, building] = [id(read('community')), id(read('building'))]
  return {
    day: parseDay(read('date')),
    since: parseDay(read('since')),
    weighting: oneOf(WEIGHTINGS, read('weight')) ?? 'floorArea',
    colouring,
    keptCategories: read('keep').split('.').filter((part): part is Category => categories.includes(part)),
    districtId: id(read('district')),
    selected: building ? { kind: 'building', id: building } : community ? { kind: 'community', id: community } : null,
    viewpoint: readViewpoint(read('camera')),
    layers: read('layers') === '' ? DEFAULT_LAYERS : LAYERS.filter((layer) => read('layers').split('.').includes(layer)),
    isExtruded: read('flat') !== '1',
    isTableOpen: read('table') === '1',
    theme: oneOf(THEMES, read('theme')) ?? 'system',
    language: oneOf(['zh', 'en'] as const, read('lang')),
  }
}

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((value) => b.includes(value))
}
