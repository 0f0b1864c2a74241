import { describe, expect, it } from 'vitest'
import type { SpareSpace } from '@/domain/place'
import { readScenarioFile, writeScenarioFile, type Scenario } from '@/stores/scenario-file'
import { smallSpaces } from '../fixtures/small-land-answer'

const drawn = (more: Partial<SpareSpace> = {}): SpareSpace => ({
  ...smallSpaces()[0]!, id: 'D01', name: '手绘地块 1', registeredAreaM2: null, holder: null, communityId: null, surveyState: 'unverified', published: false, provenance: 'reported',
  geometry: { type: 'Polygon', coordinates: [[[119.2, 36.4], [119.201, 36.4], [119.201, 36.401], [119.2, 36.4]]] }, ...more,
})
const scenario: Scenario = { name: '甲', question: { facilityType: 'childcare', radiusM: 300 }, ruleChanges: [['maxConnectorM.value', 80]], drawn: [drawn()] }
const readBack = (scenarios: readonly unknown[]) => readScenarioFile(writeScenarioFile(scenarios as Scenario[]))

describe('a file of scenarios', () => {
  it('brings back what was written', () => {
    expect(readBack([scenario])).toEqual([scenario])
  })

  it('says that it permits nothing', () => {
    expect(writeScenarioFile([])).toContain('辅助分析，不作为规划许可依据')
  })

  it.each([['no JSON', 'abc'], ['no object', '[]'], ['another file', '{"type":"FeatureCollection","features":[]}'], ['a later version', '{"format":"renovation-land-scenarios","version":2,"scenarios":[]}']])(
    'is not taken for one: %s', (_, text) => expect(readScenarioFile(text)).toBeNull(),
  )

  it('leaves out drawn spaces that stand for spaces of the data, or have no shape', () => {
    const bad = [drawn({ id: 'S001' }), drawn({ geometry: { type: 'Polygon', coordinates: [] } }), drawn({ kind: 'house' as never }), 'D09', drawn({ id: 'D02' })]
    expect(readBack([{ ...scenario, drawn: bad }])![0]!.drawn.map(({ id }) => id)).toEqual(['D02'])
  })

  it('does not believe what a drawn space says of itself', () => {
    const claims = drawn({ surveyState: 'confirmed', published: true, provenance: 'surveyed' as never, landUseCode: '<b>' as never, floorAreaM2: '9' as never })
    expect(readBack([{ ...scenario, drawn: [claims] }])![0]!.drawn[0]).toMatchObject({ surveyState: 'unverified', published: false, provenance: 'reported', landUseCode: null, floorAreaM2: null })
  })

  it('cuts names that are too long, between characters, and drops what nobody sees', () => {
    expect(readBack([{ ...scenario, name: '\u202e\n', drawn: [] }])).toEqual([])
    expect(readBack([{ ...scenario, name: `a${'𠮷'.repeat(90)}`, drawn: [drawn({ name: '甲\u202e乙\n' })] }])![0])
      .toMatchObject({ name: `a${'𠮷'.repeat(59)}`, drawn: [{ name: '甲乙' }] })
    expect(readBack([{ ...scenario, name: '长'.repeat(500) }])![0]!.name).toHaveLength(60)
  })
})
