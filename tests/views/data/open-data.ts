import { mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { defineComponent, h, type Component } from 'vue'
import type { ImportJudgement } from '@/domain/import'
import { useImportStore } from '@/stores/import'
import { provideDataFocus, type DataFocus } from '@/views/data/use-data-focus'
import { storyJudgement } from './data-story'

/** The import store as it is when the files of the story were judged, without any worker. What it is asked is recorded. */
export function openImport(change: Partial<ImportJudgement> = {}) {
  setActivePinia(createPinia())
  const store = useImportStore()
  store.judgement = { ...storyJudgement, ...change }
  return store
}

/** A card of the view, with the focus that the view would give it. */
export function mountCard(component: Component, props: Record<string, unknown> = {}, prepare: (focus: DataFocus) => void = () => {}) {
  let focus: DataFocus | undefined
  const host = defineComponent({
    setup() {
      focus = provideDataFocus()
      prepare(focus)
      return () => h(component, props)
    },
  })
  const wrapper = mount(host, { attachTo: document.body })
  return { wrapper, focus: focus! }
}
