import { mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import type { Component } from 'vue'
import { BUILT_IN_TOUR } from '@/analysis/show/built-in-tour'
import type { Scene } from '@/domain/tour'
import { useFiguresStore } from '@/stores/figures'
import { useGeodataStore } from '@/stores/geodata'
import { done, makeProgramme, reached, type MadeProgramme } from '../../fixtures/made-programme'

/**
 * Three communities on day 170, half way from 100 to 240: C01 of the east is finished since 160, C02 of the east is on
 * plan, C03 of the west has done nothing and is late by its pipes.
 */
const WALL_PROGRAMME: MadeProgramme = {
  dataDate: 170,
  communities: { C01: { name: '国槐里', households: 60 }, C02: { name: '石榴里' }, C03: { name: '银杏里', districtId: 'west' } },
  buildings: { 'C01-B1': {}, 'C03-B1': {} },
  items: { J02: { shortName: '供水管网' }, W01: { class: 'improved' } },
  baseline: [['C01', 'J02', 100, 240, 1], ['C02', 'J02', 100, 240, 1], ['C03', 'J02', 100, 240, 1], ['C01', 'W01', 100, 240, 1]],
  milestones: { M09: ['start', 90], M11: ['finish', 250], M12: ['acceptance', 260], M13: ['handover', 260] },
  reports: [
    reached(90, 'C01', 'M09'), reached(160, 'C01', 'M11'), done(160, 'C01', 'J02', 1), done(160, 'C01', 'W01', 1),
    reached(90, 'C02', 'M09'), done(165, 'C02', 'J02', 0.5), reached(90, 'C03', 'M09'), done(165, 'C03', 'J02', 0),
  ],
}

/** The stores as they are on a wall that shows these data. */
export function openPanels(made: MadeProgramme = {}) {
  setActivePinia(createPinia())
  const geodata = useGeodataStore()
  const programme = makeProgramme({ ...WALL_PROGRAMME, ...made })
  geodata.programme = programme
  geodata.values = { buildings: [...programme.buildings], tour: { ...BUILT_IN_TOUR, countdownFrom: 'dataDate' } }
  return { geodata, figures: useFiguresStore() }
}

export function mountPanel(component: Component, props: Record<string, unknown> = {}) {
  return mount(component, { props, global: { stubs: { LineChart: true } } })
}

export function makeScene(more: Partial<Scene> = {}): Scene {
  return {
    id: 'overview', kind: 'overview', districtId: null, communityIds: [], camera: null, colouring: 'progress', day: 170, fromDay: null, caption: null,
    captionEn: null, dwellMs: 15_000, transition: 'fly', photos: null, news: null, ...more,
  }
}

/** What people read, without line breaks. */
export const wordsOf = (wrapper: { text: () => string }): string => wrapper.text().replace(/\s+/g, ' ')
