// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { nextTick } from 'vue'
import { describe, expect, it, vi } from 'vitest'
import { useDrawnSpacesStore } from '@/stores/drawn-spaces'
import { smallLandAnswer } from '../../fixtures/small-land-answer'
import { useSelection } from '@/views/land/use-selection'
import { openLand } from './open-land'

vi.mock('@/workers/client', () => ({ geodataWorker: {} }))

async function selectThenAnswer(id: string, draw = false): Promise<string | null> {
  const { land } = openLand()
  if (draw) useDrawnSpacesStore().add({ type: 'Polygon', coordinates: [[[119.2, 36.4], [119.201, 36.4], [119.201, 36.401], [119.2, 36.4]]] })
  mount({ setup: () => (useSelection(), () => null) })
  land.select(id)
  land.answer = smallLandAnswer()
  await nextTick()
  return land.selectedId
}

describe('useSelection', () => {
  it('keeps what is still there', async () => expect(await selectThenAnswer('S001+S002')).toBe('S001+S002'))

  it('follows a space into the site it became part of', async () => expect(await selectThenAnswer('S002')).toBe('S001+S002'))

  it('follows a site that fell apart to one of its parts, also when that is out', async () => expect(await selectThenAnswer('S004+S009')).toBe('S004'))

  it('drops what these data do not have', async () => expect(await selectThenAnswer('S777')).toBeNull())

  it('waits for a space that was drawn a moment ago', async () => expect(await selectThenAnswer('D01', true)).toBe('D01'))

  async function firstAnswer(showsFirst: boolean, select: string | null = null) {
    const { land } = openLand()
    land.answer = null
    mount({ setup: () => (useSelection(() => showsFirst), () => null) })
    land.select(select)
    land.answer = smallLandAnswer()
    await nextTick()
    return land
  }

  it('opens with the best site where there is room for its card', async () => {
    expect((await firstAnswer(true)).selectedId).toBe('S001+S002')
    expect((await firstAnswer(false)).selectedId).toBeNull()
    expect((await firstAnswer(true, 'S003')).selectedId).toBe('S003')
  })

  it('does not open it again once it was closed, nor when one comes back to the view', async () => {
    const land = await firstAnswer(true)
    land.select(null)
    land.answer = smallLandAnswer()
    await nextTick()
    expect(land.selectedId).toBeNull()
    mount({ setup: () => (useSelection(() => true), () => null) })
    land.answer = smallLandAnswer()
    await nextTick()
    expect(land.selectedId).toBeNull()
  })
})
