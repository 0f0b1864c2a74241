import type { MultiPolygon, Polygon } from 'geojson'
import { computed, inject, provide, ref, shallowRef, watch, type ComputedRef, type InjectionKey, type Ref, type ShallowRef } from 'vue'
import type { WorkAnswer } from '@/domain/workspace'
import type { DrawnShape, DrawProblem } from '@/map/drawing'
import { useGeodataStore } from '@/stores/geodata'
import { useWorkspaceStore } from '@/stores/workspace'
import type { DataFocus } from '@/views/data/use-data-focus'

export type EditedDataset = 'communities' | 'buildings'

/** Moving the corners of one shape by hand. Nothing is taken before it is saved. */
export interface ShapeEdit {
  /** The shape as it stands now, for the map; null while none is being edited. */
  drawn: ComputedRef<DrawnShape | null>
  isChanged: ComputedRef<boolean>
  problem: Ref<DrawProblem | null>
  dataset: ShallowRef<EditedDataset>
  start(dataset: EditedDataset, id: string, geometry: Polygon | MultiPolygon): void
  change(polygon: Polygon): void
  refuse(problem: DrawProblem): void
  stop(): void
  save(): Promise<WorkAnswer>
}

const KEY: InjectionKey<ShapeEdit> = Symbol('shape edit')

/** For the view itself. */
export function provideShapeEdit(focus: DataFocus): ShapeEdit {
  const workspace = useWorkspaceStore()
  const geodata = useGeodataStore()
  const dataset = shallowRef<EditedDataset>('communities')
  const first = shallowRef<Polygon | null>(null)
  const now = shallowRef<Polygon | null>(null)
  const problem = ref<DrawProblem | null>(null)
  const drawn = computed(() => (focus.shapeId.value !== null && now.value ? { id: focus.shapeId.value, geometry: now.value } : null))

  function stop(): void {
    focus.shapeId.value = null
    first.value = now.value = problem.value = null
  }
  const edit: ShapeEdit = {
    drawn, problem, dataset, stop,
    isChanged: computed(() => now.value !== first.value),
    start(next, id, geometry) {
      if (geometry.type !== 'Polygon') return
      dataset.value = next
      first.value = now.value = geometry
      problem.value = null
      focus.shapeId.value = id
      focus.goal.value = [geometry]
    },
    change(polygon) {
      // Courtyards are not drawn, and stay.
      now.value = { type: 'Polygon', coordinates: [polygon.coordinates[0]!, ...first.value?.coordinates.slice(1) ?? []] }
      problem.value = null
    },
    refuse: (found) => void (problem.value = found),
    async save() {
      if (focus.shapeId.value === null || !now.value) return { kind: 'moot' }
      const answer = await workspace.editGeometry({ dataset: dataset.value, id: focus.shapeId.value, geometry: now.value })
      if (answer.kind === 'kept' || answer.kind === 'unsaved') stop()
      return answer
    },
  }
  // A shape of other data is not the one that was begun.
  watch(() => geodata.programme, stop)
  provide(KEY, edit)
  return edit
}

/** For its cards. */
export function useShapeEdit(): ShapeEdit {
  const edit = inject(KEY)
  if (!edit) throw new Error('No view provides its shape')
  return edit
}
