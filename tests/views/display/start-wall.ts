import { mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import type { Component } from 'vue'
import { useGeodataStore } from '@/stores/geodata'
import { useShowStore } from '@/stores/show'
import { done, makeProgramme, reached } from '../../fixtures/made-programme'

/**
 * The stores as they are while a wall shows a small programme, without any worker: two districts, one showcase community
 * that is finished (甲院), one that is late (乙院), on day 300. The test has to mock `@/workers/client`.
 */
export function startWall() {
  setActivePinia(createPinia())
  const geodata = useGeodataStore()
  geodata.programme = makeProgramme({
    communities: {
      C1: { name: '甲院', showcase: true, districtId: 'east', households: 100, buildingCount: 2 },
      C2: { name: '乙院', districtId: 'west', households: 50, buildingCount: 1 },
    },
    milestones: { M1: ['start', 100], M2: ['finish', 400] },
    baseline: [['C1', 'road', 100, 200, 1], ['C2', 'road', 100, 200, 1]],
    reports: [reached(110, 'C1', 'M1'), done(250, 'C1', 'road', 1), reached(250, 'C1', 'M2'), done(250, 'C2', 'road', 0.25)],
  })
  geodata.manifest = { format: 'renovation-geodata', version: 1, dataDate: 300, provenance: 'synthetic', attribution: '某某局', files: [] }
  const show = useShowStore()
  show.start()
  return { geodata, show }
}

/** A part of the wall over the stores that `startWall` made. */
export function mountPart(component: Component, props: Record<string, unknown> = {}) {
  return mount(component, { props, attachTo: document.body })
}
