import { mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import type { Component } from 'vue'
import type { LandAnswer } from '@/domain/land'
import { useGeodataStore } from '@/stores/geodata'
import { useLandStore } from '@/stores/land'
import { smallLandAnswer, smallSpaces } from '../../fixtures/small-land-answer'
import { smallLandRules } from '../../fixtures/small-land-rules'

/** The stores as they are when the small answer is there, without any worker. */
export function openLand(change: (answer: LandAnswer) => void = () => {}) {
  setActivePinia(createPinia())
  const [geodata, land] = [useGeodataStore(), useLandStore()]
  geodata.values = { 'spare-spaces': smallSpaces(), 'land-rules': smallLandRules() }
  const answer = smallLandAnswer()
  change(answer)
  land.answer = answer
  return { geodata, land, answer }
}

/** A part of the view over the stores that `openLand` made. */
export function mountPart(component: Component, props: Record<string, unknown> = {}) {
  return mount(component, { props, global: { stubs: { LineChart: true } } })
}
