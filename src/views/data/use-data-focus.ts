import type { Geometry } from 'geojson'
import { inject, provide, ref, shallowRef, type InjectionKey, type Ref, type ShallowRef } from 'vue'
import type { CrsChoice } from '@/domain/crs'

/** What is shown on the right: the checks of an import, what was done, or a community that is being edited. */
export type WorkPanel = 'check' | 'history' | 'edit'
/** What of an import is looked at. */
export type CheckTab = 'findings' | 'names' | 'changes'

/** What the clerk is looking at now. Nothing of it is kept. */
export interface DataFocus {
  /** File whose details are open. */
  fileId: Ref<string | null>
  /** Table whose columns are being given their meaning. */
  mappingLayerId: Ref<string | null>
  /** Row that is looked at, by its key. */
  rowKey: Ref<string | null>
  /** Coordinate system whose place on the map is looked at. */
  candidate: ShallowRef<{ layerId: string; choice: CrsChoice } | null>
  panel: Ref<WorkPanel>
  tab: Ref<CheckTab>
  /** Community that is being edited. */
  communityId: Ref<string | null>
  isExporting: Ref<boolean>
  /** Step that an import became just now: said while it is the one that is shown, with a way back. */
  acceptedSeq: Ref<number | null>
  /** Where the map is asked to look. */
  goal: ShallowRef<readonly Geometry[] | null>
  /** Shape whose corners are being moved by hand. */
  shapeId: Ref<string | null>
  /** Which side of the work has to be seen; each request is a new object. Where all of it is seen at once nobody listens. */
  wanted: ShallowRef<{ side: 'files' | 'check' } | null>
  /** Questions that were shown since the last answer: the next one comes after them. */
  askedCount: Ref<number>
  /** Look at a row of the import. The list one comes back to is one that holds rows. */
  lookAtRow: (key: string) => void
  /** Look at a file: its details, and with a table what its columns mean. */
  lookAtFile: (fileId: string, mappingLayerId?: string | null) => void
  /** Look at the names that wait for an answer. */
  lookAtNames: () => void
}

const KEY: InjectionKey<DataFocus> = Symbol('data focus')

/** For the view itself. */
export function provideDataFocus(): DataFocus {
  const focus: DataFocus = {
    fileId: ref(null), mappingLayerId: ref(null), rowKey: ref(null), candidate: shallowRef(null), panel: ref('check'), tab: ref('findings'),
    communityId: ref(null), isExporting: ref(false), acceptedSeq: ref(null), shapeId: ref(null), goal: shallowRef(null), wanted: shallowRef(null), askedCount: ref(0),
    lookAtRow(key) {
      focus.panel.value = 'check'
      if (focus.tab.value === 'names') focus.tab.value = 'findings'
      focus.rowKey.value = key
      focus.wanted.value = { side: 'check' }
    },
    lookAtFile(fileId, mappingLayerId = null) {
      focus.fileId.value = fileId
      if (mappingLayerId !== null) focus.mappingLayerId.value = mappingLayerId
      focus.wanted.value = { side: 'files' }
    },
    lookAtNames() {
      focus.panel.value = 'check'
      focus.tab.value = 'names'
      focus.rowKey.value = null
      focus.wanted.value = { side: 'check' }
    },
  }
  provide(KEY, focus)
  return focus
}

/** For its cards. */
export function useDataFocus(): DataFocus {
  const focus = inject(KEY)
  if (!focus) throw new Error('No view provides its focus')
  return focus
}
