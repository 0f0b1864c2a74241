import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { indexProgramme } from '@/analysis/progress/index-programme'
import { findNews } from '@/analysis/show/compare-programmes'
import { planScenes } from '@/analysis/show/plan-scenes'
import { SAMPLE_TOUR } from '@/cli/synthesize/sample-tour'
import { assembleProgramme } from '@/data/assemble-programme'
import { defaultPath } from '@/data/fields'
import { readDataset, type DatasetValues } from '@/data/read-dataset'
import { readManifest } from '@/data/read-manifest'
import { formatDay, parseDay } from '@/domain/day'
import type { DatasetId } from '@/domain/manifest'

/** The tour on the shipped data: what a wall out of the box shows. */

function read<D extends DatasetId>(id: D): DatasetValues[D] {
  const file = defaultPath(id)
  return readDataset(id, readFileSync(`geodata/${file}`, 'utf8'), { file, bounds: null }).value!
}
const { dataDate, provenance } = readManifest(readFileSync('geodata/manifest.json', 'utf8')).value!
const programme = assembleProgramme({
  plan: read('plan'), communities: read('communities'), buildings: read('buildings'), baseline: read('baseline'), reports: read('ledger'), dataDate, provenance,
}).value
const firstDay = Math.min(...programme.reports.map((r) => r.reportedOn), ...programme.baseline.map((b) => b.plannedStart))
const scenes = planScenes({ tour: SAMPLE_TOUR, programme, index: indexProgramme(programme), firstDay, proposedSites: read('proposed-sites') })

describe('the sample tour', () => {
  it('plays eleven scenes, from the whole town to the plan in one sentence', () => {
    expect(scenes.map(({ id }) => id)).toEqual([
      'overview', 'district-jingkai', 'district-xingan', 'district-dawenhe', 'showcase-C07', 'showcase-C32', 'finished', 'replay', 'behind', 'sites', 'plan',
    ])
  })

  it('comes round in less than four minutes', () => {
    const roundS = scenes.reduce((sum, { dwellMs }) => sum + dwellMs, 0) / 1000
    expect(roundS > 180 && roundS < 240).toBe(true)
  })

  it('replays from May to the data date', () => {
    const { fromDay, day } = scenes.find(({ kind }) => kind === 'replay')!
    expect([formatDay(fromDay!).slice(0, 7), day]).toEqual(['2024-05', dataDate])
  })

  it('never calls examples old, and counts down from their own date', () => {
    expect([SAMPLE_TOUR.dataOldAfterDays, SAMPLE_TOUR.countdownFrom]).toEqual([null, 'dataDate'])
  })
})

it('would have had news in the last week of the sample', () => {
  const before = { ...programme, dataDate: parseDay('2024-10-20')! }
  const news = findNews(before, programme)
  expect(news).toMatchObject({ from: before.dataDate, to: dataDate })
})
