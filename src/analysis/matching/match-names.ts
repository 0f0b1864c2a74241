import { likeness } from '@/analysis/matching/likeness'
import { foldName, normaliseName } from '@/analysis/matching/normalise-name'

export interface KnownName {
  id: string
  name: string
}

/** What a wanted name may be. `takenId` is set for `exact` and `same` only. */
export interface NameMatch {
  name: string
  match: 'exact' | 'same' | 'similar' | 'none'
  takenId: string | null
  /** Known names that it may mean, best first, at most five. */
  suggestions: readonly { id: string; name: string; likeness: number }[]
}

/** From this likeness on a name needs an answer: two of three characters with the same beginning reach it. */
const SIMILAR = 0.75
/** Below this a suggestion would only be noise. */
const WORTH_SHOWING = 0.6
const MOST_SUGGESTIONS = 5
/** So many unknown names are no typing errors: they get no suggestions, so that the time stays linear. */
const MOST_COMPARED = 2000

/**
 * Match names of a file with known ones.
 *
 * `exact`: the very name or id, and only one known has it. `same`: but for signs, spaces, suffix. `similar`: it needs an
 * answer: near misses, names that several known ones share, and several wanted records that would all become the same one.
 *
 * @param normalise - What makes names equal: `normaliseName`, `normaliseDistrict`, or `normaliseBuilding` with its community.
 * @param areReferences - True for names that rows refer by: one and the same community is then often written in several ways.
 */
export function matchNames(
  wanted: readonly string[], known: readonly KnownName[], normalise: (name: string) => string = normaliseName, areReferences = false,
): NameMatch[] {
  const byText = groupBy(known.flatMap((one) => [[one.name, one] as const, [one.id, one] as const]))
  const byNormal = groupBy(known.map((one) => [normalise(one.name), one]))
  const wantedNormals = wanted.map(normalise)
  const rivals = rivalsOf(wanted, wantedNormals)
  const normals = known.map((one) => ({ one, normal: normalise(one.name) }))
  let compared = 0
  return wanted.map((name, at) => {
    const texts = byText.get(name) ?? []
    if (texts.length === 1) return taken(name, 'exact', texts[0]!)
    const normal = wantedNormals[at]!
    const equals = texts.length > 1 ? texts : byNormal.get(normal) ?? []
    if (equals.length === 1 && (areReferences || rivals.get(normal)!.size === 1)) return taken(name, 'same', equals[0]!)
    if (equals.length > 0) return { name, match: 'similar', takenId: null, suggestions: equals.slice(0, MOST_SUGGESTIONS).map((one) => ({ ...one, likeness: 1 })) }
    return compared++ < MOST_COMPARED ? nearest(name, normal, normals) : { name, match: 'none', takenId: null, suggestions: [] }
  })
}

function taken(name: string, match: 'exact' | 'same', { id, name: knownName }: KnownName): NameMatch {
  return { name, match, takenId: id, suggestions: [{ id, name: knownName, likeness: 1 }] }
}

/** Wanted names that differ in more than signs and yet become one, by what they become. */
function rivalsOf(wanted: readonly string[], normals: readonly string[]): Map<string, Set<string>> {
  const rivals = new Map<string, Set<string>>()
  wanted.forEach((name, at) => {
    const known = rivals.get(normals[at]!)
    if (known) known.add(foldName(name))
    else rivals.set(normals[at]!, new Set([foldName(name)]))
  })
  return rivals
}

function nearest(name: string, normal: string, normals: readonly { one: KnownName; normal: string }[]): NameMatch {
  const suggestions = normals
    .map(({ one, normal: other }) => ({ id: one.id, name: one.name, likeness: likeness(normal, other) }))
    .filter((suggestion) => suggestion.likeness >= WORTH_SHOWING)
    .sort((a, b) => b.likeness - a.likeness || (a.id < b.id ? -1 : 1))
    .slice(0, MOST_SUGGESTIONS)
  const isSimilar = suggestions.length > 0 && suggestions[0]!.likeness >= SIMILAR
  return { name, match: isSimilar ? 'similar' : 'none', takenId: null, suggestions }
}

function groupBy(pairs: readonly (readonly [key: string, one: KnownName])[]): Map<string, KnownName[]> {
  const groups = new Map<string, KnownName[]>()
  for (const [key, one] of pairs) {
    const group = groups.get(key)
    if (!group) groups.set(key, [one])
    else if (!group.includes(one)) group.push(one)
  }
  return groups
}
