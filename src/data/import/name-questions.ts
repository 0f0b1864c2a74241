import { matchNames, type KnownName } from '@/analysis/matching/match-names'
import type { NameQuestion } from '@/domain/import'

/** What a name of a file turned out to be. `new`: nobody known, or said to be somebody new; the nearest known name may be empty. */
export type NameAnswer = { state: 'known'; id: string } | { state: 'new'; nearest: string } | { state: 'open'; suggestion: string }

interface Asked {
  kind: NameQuestion['kind']
  layerId: string
  /** What the names are unique in: the community of buildings; empty otherwise. */
  scope: string
  /** As written, one per row. */
  names: readonly string[]
  known: readonly KnownName[]
  normalise: (name: string) => string
  /** True if rows refer by these names, false if each is the name of a record of its own. */
  areReferences: boolean
}

/** Collects the questions about names; every answer comes from an exact match, or from a person. */
export interface NameQuestions {
  ask(asked: Asked): ReadonlyMap<string, NameAnswer>
  all(): NameQuestion[]
}

/** @param decided - By key: the known id, or null for somebody new. An id that is not known any more counts for nothing. */
export function openNameQuestions(decided: Readonly<Record<string, string | null>>): NameQuestions {
  const questions: NameQuestion[] = []
  return {
    ask({ kind, layerId, scope, names, known, normalise, areReferences }) {
      const counts = new Map<string, number>()
      for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
      const ids = new Set(known.map(({ id }) => id))
      const answers = new Map<string, NameAnswer>()
      for (const { name, match, takenId, suggestions } of matchNames([...counts.keys()], known, normalise, areReferences)) {
        const key = [layerId, kind, ...(scope === '' ? [] : [scope]), name].join('|')
        const decision = Object.hasOwn(decided, key) ? decided[key]! : undefined
        const isDecided = decision === null || (decision !== undefined && ids.has(decision))
        const id = isDecided ? decision! : takenId
        const isOpen = !isDecided && match === 'similar'
        questions.push({ key, kind, layerId, name, match, takenId: id, suggestions, rowCount: counts.get(name)!, isOpen })
        answers.set(name, isOpen ? { state: 'open', suggestion: suggestions[0]?.name ?? '' } : id === null ? { state: 'new', nearest: isDecided ? '' : suggestions[0]?.name ?? '' } : { state: 'known', id })
      }
      return answers
    },
    all: () => questions,
  }
}
