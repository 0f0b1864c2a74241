import type { Polygon } from 'geojson'
import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { SpareSpace, SpareSpaceKind } from '@/domain/place'
import type { DrawnShape } from '@/stores/drawn-address'

/** Ids of drawn spaces begin so; those of files do not. */
const PREFIX = 'D'

/** What a planner may say about a space drawn by hand. */
export type DrawnFacts = Partial<Pick<SpareSpace, 'name' | 'kind' | 'tenure' | 'landUseCode' | 'plannedUseCode' | 'floorAreaM2' | 'storey' | 'availableYears'>>

/** Spaces drawn by hand, each step of which can be undone and done again. */
export const useDrawnSpacesStore = defineStore('drawnSpaces', () => {
  const states = shallowRef<readonly (readonly SpareSpace[])[]>([[]])
  const at = shallowRef(0)
  const spaces = computed(() => states.value[at.value]!)
  const canUndo = computed(() => at.value > 0)
  const canRedo = computed(() => at.value < states.value.length - 1)

  /** A new state; what was undone before is gone then. */
  function step(next: readonly SpareSpace[]): void {
    states.value = [...states.value.slice(0, at.value + 1), next]
    at.value++
  }

  /**
   * @param name - In the language of the page; without one it is called by its id.
   * @returns Id of the new space.
   */
  function add(geometry: Polygon, name?: string, kind: SpareSpaceKind = 'parcel'): string {
    const space = drawnSpace(geometry, kind, nextNumber(states.value.flat()), name)
    step([...spaces.value, space])
    return space.id
  }

  /** What is as it was makes no step. */
  function change(id: string, facts: DrawnFacts & { geometry?: Polygon }): void {
    const before = spaces.value.find((space) => space.id === id)
    if (!before) return
    const after = { ...before, ...facts, ...(facts.kind === undefined || facts.kind === before.kind ? {} : factsOfKind(facts.kind)) }
    const isSame = (Object.keys(after) as (keyof SpareSpace)[]).every((key) => after[key] === before[key])
    if (!isSame) step(spaces.value.map((space) => (space.id === id ? after : space)))
  }

  function remove(id: string): void {
    if (spaces.value.some((space) => space.id === id)) step(spaces.value.filter((space) => space.id !== id))
  }

  function undo(): void {
    if (canUndo.value) at.value--
  }
  function redo(): void {
    if (canRedo.value) at.value++
  }

  /**
   * Take over what a link brings; one step like any other.
   *
   * @param nameOf - Name of a space by its number, in the language of the page; without it one is called by its id.
   */
  function replace(shapes: readonly DrawnShape[], nameOf?: (number: number) => string): void {
    if (shapes.length === 0 && spaces.value.length === 0) return
    // Others may speak of a space by its id; two of the same would be none.
    const areNumbered = new Set(shapes.flatMap(({ id }) => id ?? [])).size === shapes.length
    step(shapes.map(({ id, geometry, kind, ...facts }, i) => {
      const number = areNumbered ? numberOf(id!) : i + 1
      return { ...drawnSpace(geometry, kind, number, nameOf?.(number)), ...facts }
    }))
  }

  /** Take over whole spaces, as a kept scenario has them; one step like any other. */
  function restore(next: readonly SpareSpace[]): void {
    if (next.length > 0 || spaces.value.length > 0) step(next)
  }

  return { spaces, canUndo, canRedo, add, change, remove, undo, redo, replace, restore }
})

/** Nothing is known but where it lies: every other fact stays missing until somebody says it. */
function drawnSpace(geometry: Polygon, kind: SpareSpaceKind, number: number, name?: string): SpareSpace {
  const id = `${PREFIX}${String(number).padStart(2, '0')}`
  return {
    id, name: name ?? id, kind, registeredAreaM2: null, ...factsOfKind(kind),
    tenure: 'unknown', holder: null, landUseCode: null, plannedUseCode: null, communityId: null, availableYears: null,
    surveyState: 'unverified', published: false, provenance: 'reported', geometry,
  }
}

/** Only rooms have floors; they are on the ground until somebody says otherwise. */
const factsOfKind = (kind: SpareSpaceKind): Pick<SpareSpace, 'floorAreaM2' | 'storey'> => ({ floorAreaM2: null, storey: kind === 'room' ? 1 : null })

function nextNumber(used: readonly SpareSpace[]): number {
  return Math.max(0, ...used.map(({ id }) => numberOf(id))) + 1
}

/** 3 of `D03`. */
export const numberOf = (id: string): number => Number(id.slice(PREFIX.length)) || 0
