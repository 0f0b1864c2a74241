import type { KnownName } from '@/analysis/matching/match-names'
import { normaliseBuilding } from '@/analysis/matching/normalise-building'
import { normaliseDistrict, normaliseName } from '@/analysis/matching/normalise-name'
import type { NameAnswer, NameQuestions } from '@/data/import/name-questions'
import { nextIds } from '@/data/import/next-ids'
import { tell, wait, type JudgedLayer, type WorkRow } from '@/data/import/work-row'
import type { DatasetValues } from '@/data/read-dataset'
import type { NameQuestion } from '@/domain/import'

/** An id of the folder's own style may be kept for a record that is new; any other is only a number in somebody's list. */
const OWN_STYLE = /^[A-Z]\d{1,6}(-B\d{1,4})?$/

/** Who is known by name, those included that this import brings. */
export interface Registry {
  communities: KnownName[]
  buildings: Map<string, KnownName[]>
  communityNames: Map<string, string>
  newId: Record<'communities' | 'buildings', (communityId: string | null) => string>
  ids: Record<'communities' | 'buildings', Set<string>>
  /** Ids of those that were known before this import. */
  inFolder: ReadonlySet<string>
  districts: readonly KnownName[]
}

export function openRegistry(values: Partial<DatasetValues>): Registry {
  const communities = (values.communities ?? []).map(({ id, name }) => ({ id, name }))
  const buildings = new Map<string, KnownName[]>()
  for (const { id, name, communityId } of values.buildings ?? []) buildings.set(communityId, [...(buildings.get(communityId) ?? []), { id, name }])
  const ids = { communities: new Set(communities.map(({ id }) => id)), buildings: new Set((values.buildings ?? []).map(({ id }) => id)) }
  return {
    communities, buildings, ids, inFolder: new Set([...ids.communities, ...ids.buildings]), districts: (values.plan?.districts ?? []).map(({ id, name }) => ({ id, name })),
    communityNames: new Map(communities.map(({ id, name }) => [id, name])),
    newId: { communities: nextIds('communities', ids.communities), buildings: nextIds('buildings', ids.buildings) },
  }
}

/** Find out which community each row of a table of communities is about; those that are new join the known ones. */
export function identifyCommunities(rows: readonly WorkRow[], layer: JudgedLayer, registry: Registry, questions: NameQuestions): void {
  resolveDistricts(rows, layer, registry, questions)
  const nameOf = ({ draft }: WorkRow): string | null => textOf(draft.values.get('name')) ?? draft.communityName
  identifyOwn('community', rows, nameOf, registry.communities, normaliseName, layer, '', questions, registry.ids.communities, registry.inFolder, (row, name) => {
    const id = ownId(row, registry.ids.communities) ?? registry.newId.communities(null)
    registry.communities.push({ id, name })
    registry.communityNames.set(id, name)
    registry.ids.communities.add(id)
    return id
  })
  for (const row of rows) row.communityId = row.recordId
}

/** The same for buildings, each in its community. */
export function identifyBuildings(
  rows: readonly WorkRow[], layer: JudgedLayer, registry: Registry, questions: NameQuestions, values: Partial<DatasetValues>,
): void {
  const owners = new Map((values.buildings ?? []).map(({ id, communityId }) => [id, communityId]))
  resolveCommunities(rows, layer, registry, questions, (row) => owners.get(textOf(row.draft.values.get('id')) ?? '') ?? null)
  const nameOf = ({ draft }: WorkRow): string | null => textOf(draft.values.get('name')) ?? draft.buildingName
  for (const [communityId, own] of byCommunity(rows)) {
    const known = registry.buildings.get(communityId) ?? []
    registry.buildings.set(communityId, known)
    const normalise = (name: string): string => normaliseBuilding(name, registry.communityNames.get(communityId) ?? '')
    identifyOwn('building', own, nameOf, known, normalise, layer, communityId, questions, registry.ids.buildings, registry.inFolder, (row, name) => {
      const id = ownId(row, registry.ids.buildings) ?? registry.newId.buildings(communityId)
      known.push({ id, name })
      registry.ids.buildings.add(id)
      return id
    })
  }
  for (const row of rows) row.buildingId = row.recordId
}

/** Find the community that rows refer to. @param fallback - What is known without a name. */
export function resolveCommunities(
  rows: readonly WorkRow[], layer: JudgedLayer, registry: Registry, questions: NameQuestions, fallback: (row: WorkRow) => string | null = () => null, isNeeded = true,
): void {
  const nameOf = ({ draft }: WorkRow): string | null => draft.communityName ?? textOf(draft.values.get('communityId'))
  resolveReferences('community', rows, nameOf, registry.communities, normaliseName, layer, '', questions, (row, id) => (row.communityId = id))
  for (const row of rows) {
    if (nameOf(row) !== null) continue
    row.communityId = fallback(row)
    // A table without the column is told so once.
    if (row.communityId === null && isNeeded && !layer.isBlocked) tell(row, 'field-missing', 'error', 'communityId', {})
  }
}

/** Find the building that reports refer to, after their community. */
export function resolveBuildings(rows: readonly WorkRow[], layer: JudgedLayer, registry: Registry, questions: NameQuestions): void {
  const nameOf = ({ draft }: WorkRow): string | null => draft.buildingName ?? textOf(draft.values.get('buildingId'))
  for (const [communityId, own] of byCommunity(rows)) {
    const normalise = (name: string): string => normaliseBuilding(name, registry.communityNames.get(communityId) ?? '')
    resolveReferences('building', own, nameOf, registry.buildings.get(communityId) ?? [], normalise, layer, communityId, questions, (row, id) => (row.buildingId = id))
  }
}

function resolveDistricts(rows: readonly WorkRow[], layer: JudgedLayer, registry: Registry, questions: NameQuestions): void {
  const [names, ids] = [new Set(registry.districts.map(({ name }) => name)), new Set(registry.districts.map(({ id }) => id))]
  const nameOf = ({ draft }: WorkRow): string | null => {
    const code = textOf(draft.values.get('districtId'))
    // Beside a code that is known stands its name, in an English table in English.
    return draft.districtName !== null && code !== null && ids.has(code) && !names.has(draft.districtName) ? code : draft.districtName ?? code
  }
  resolveReferences('district', rows, nameOf, registry.districts, normaliseDistrict, layer, '', questions, (row, id) => (row.districtId = id))
}

function resolveReferences(
  kind: NameQuestion['kind'], rows: readonly WorkRow[], nameOf: (row: WorkRow) => string | null, known: readonly KnownName[], normalise: (name: string) => string,
  layer: JudgedLayer, scope: string, questions: NameQuestions, take: (row: WorkRow, id: string) => void,
): void {
  const named = rows.filter((row) => nameOf(row) !== null)
  const answers = questions.ask({ kind, layerId: layer.layer.id, scope, names: named.map((row) => nameOf(row)!), known, normalise, areReferences: true })
  for (const row of named) {
    const answer = answers.get(nameOf(row)!)!
    if (answer.state === 'known') take(row, answer.id)
    else doubt(row, kind, nameOf(row)!, answer)
  }
}

function doubt(row: WorkRow, kind: NameQuestion['kind'], name: string, answer: Exclude<NameAnswer, { state: 'known' }>): void {
  if (answer.state === 'new') return tell(row, 'name-unknown', 'error', `${kind}Id`, { kind, name, nearest: answer.nearest })
  tell(row, 'name-similar', 'warning', `${kind}Id`, { kind, name, suggestion: answer.suggestion })
  wait(row)
}

function identifyOwn(
  kind: 'community' | 'building', rows: readonly WorkRow[], nameOf: (row: WorkRow) => string | null, known: readonly KnownName[], normalise: (name: string) => string,
  layer: JudgedLayer, scope: string, questions: NameQuestions, ids: ReadonlySet<string>, inFolder: ReadonlySet<string>,
  makeNew: (row: WorkRow, name: string) => string,
): void {
  const idOf = ({ draft }: WorkRow): string | null => textOf(draft.values.get('id'))
  const byName = rows.filter((row) => !ids.has(idOf(row) ?? '') && nameOf(row) !== null)
  const answers = questions.ask({ kind, layerId: layer.layer.id, scope, names: byName.map((row) => nameOf(row)!), known: [...known], normalise, areReferences: false })
  const made = new Map<string, string>()
  const first = new Map<string, WorkRow>()
  for (const row of rows) {
    const [id, name] = [idOf(row), nameOf(row)]
    if (id !== null && ids.has(id)) row.recordId = id
    else if (name === null) tell(row, 'field-missing', 'error', 'name', {})
    else {
      const answer = answers.get(name) ?? { state: 'new', nearest: '' }
      if (answer.state === 'known') {
        row.recordId = answer.id
        if (inFolder.has(answer.id)) leaveName(row)
      }
      else if (answer.state === 'open') doubt(row, kind, name, answer)
      else if (row.verdict !== 'rejected') {
        const same = made.get(normalise(name)) ?? makeNew(row, name)
        made.set(normalise(name), same)
        row.recordId = same
        row.nearest = answer.nearest
      }
    }
    if (row.recordId === null || row.verdict === 'rejected') continue
    const earlier = first.get(row.recordId)
    if (earlier) tell(row, 'row-twice', 'error', null, { row: earlier.number, name: name ?? '' })
    else first.set(row.recordId, row)
  }
}

/** A name by which somebody is known in another spelling renames nobody: only a row that names the id does. */
function leaveName(row: WorkRow): void {
  row.draft = { ...row.draft, values: new Map([...row.draft.values].filter(([field]) => field !== 'name')) }
}

function ownId(row: WorkRow, taken: ReadonlySet<string>): string | null {
  const id = textOf(row.draft.values.get('id'))
  return id !== null && OWN_STYLE.test(id) && !taken.has(id) ? id : null
}

function byCommunity(rows: readonly WorkRow[]): Map<string, WorkRow[]> {
  const groups = new Map<string, WorkRow[]>()
  for (const row of rows) {
    if (row.communityId === null) continue
    const group = groups.get(row.communityId)
    if (group) group.push(row)
    else groups.set(row.communityId, [row])
  }
  return groups
}

export function textOf(value: unknown): string | null {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value !== '' ? value : null
}
