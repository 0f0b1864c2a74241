import { describe, expect, it } from 'vitest'
import type { CrsCandidate, CrsChoice, CrsId } from '@/domain/crs'
import { judgeCrs } from '@/data/crs/judge-crs'
import { ESRI_PRJ } from './crs-vectors'

const BOUNDS = [118.7, 36.05, 119.5, 36.7] as const
const choiceOf = (crs: CrsId, isSwapped = false): CrsChoice => ({ crs, isSwapped })
const candidate = (crs: CrsId, distanceM: number | null, insideCount: number, isInBounds = true): CrsCandidate =>
  ({ choice: choiceOf(crs), bounds: [119, 36, 119.1, 36.1], distanceM, shiftM: 0, insideCount, featureCount: 20, isInBounds })

const WGS = candidate('EPSG:4326', 0, 20)
const GCJ = candidate('GCJ-02', 400, 1)
const judge = (options: { candidates?: CrsCandidate[]; declared?: CrsId; by?: 'prj' | 'standard'; prj?: string; chosen?: CrsId; bounds?: typeof BOUNDS | null }) => {
  const { candidates = [WGS, GCJ], declared, by = 'prj', prj = null, chosen, bounds = BOUNDS } = options
  const layer = { declaredCrs: declared ? { choice: choiceOf(declared), by } : null, unknownPrj: prj }
  return judgeCrs({ candidates, layer, chosen: chosen ? choiceOf(chosen) : null, bounds, file: 'a.shp' })
}

describe('judgeCrs', () => {
  it('never guesses: what is not stated is open, however well it fits', () => {
    expect(judge({})).toEqual({
      choice: null, by: 'unknown', isOpen: true,
      findings: [{ code: 'crs-unknown', severity: 'warning', file: 'a.shp', feature: null, field: null, params: { name: '' } }],
    })
  })

  it('takes what a .prj states if the data fall where they ought to', () => {
    expect(judge({ declared: 'EPSG:4326' })).toEqual({ choice: choiceOf('EPSG:4326'), by: 'prj', isOpen: false, findings: [] })
  })

  it('asks if a file that states WGS 84 fits far better as GCJ-02', () => {
    const found = judge({ declared: 'EPSG:4326', by: 'standard', candidates: [candidate('GCJ-02', 0, 20), candidate('EPSG:4326', 380.4, 2)] })
    expect(found).toMatchObject({ choice: choiceOf('EPSG:4326'), by: 'standard', isOpen: true })
    expect(found.findings).toMatchObject([{ code: 'crs-doubtful', severity: 'warning', params: { declared: 'EPSG:4326', distanceM: 380, other: 'GCJ-02' } }])
  })

  it('asks if another fits by distance where nothing lies inside', () => {
    expect(judge({ declared: 'EPSG:4326', candidates: [candidate('BD-09', 140, 0), candidate('EPSG:4326', 330, 0)] }).isOpen).toBe(true)
  })

  it.each([
    ['a little nearer', candidate('GCJ-02', 140, 0), candidate('EPSG:4326', 180, 0)],
    ['one more inside', candidate('GCJ-02', 200, 1), candidate('EPSG:4326', 220, 0)],
    ['just within 2 km where the stated one is just outside', candidate('GCJ-02', 1800, 0), candidate('EPSG:4326', 2300, 0)],
    ['one of few more inside', { ...candidate('GCJ-02', 150, 1), featureCount: 3 }, { ...candidate('EPSG:4326', 180, 0), featureCount: 3 }],
    ['nearer, with fewer inside', candidate('GCJ-02', 100, 0), candidate('EPSG:4326', 250, 4)],
    ['nearer, but outside of what the stated one fills', candidate('GCJ-02', 0, 11), candidate('EPSG:4326', 0, 10)],
  ])('does not ask for %s', (_, other, stated) => {
    expect(judge({ declared: 'EPSG:4326', candidates: [other, stated] }).isOpen).toBe(false)
  })

  it('asks if the stated zone is wrong and another falls into the county', () => {
    const found = judge({ declared: 'EPSG:4548', candidates: [candidate('EPSG:4549', 0, 20), candidate('EPSG:4548', 267_000, 0, false)] })
    expect(found.isOpen).toBe(true)
    expect(found.findings[0]).toMatchObject({ code: 'crs-doubtful', params: { distanceM: 267_000, other: 'EPSG:4549' } })
  })

  it('warns and does not ask if nothing fits: the data lie elsewhere', () => {
    const found = judge({ declared: 'EPSG:4548', candidates: [candidate('EPSG:4548', 90_000, 0, false), candidate('EPSG:4549', 200_000, 0, false)] })
    expect(found).toMatchObject({ isOpen: false, findings: [{ code: 'crs-chosen-far', params: { crs: 'EPSG:4548', distanceM: 90_000 } }] })
  })

  it('obeys a person, and warns beyond 2 km', () => {
    expect(judge({ declared: 'EPSG:4326', chosen: 'GCJ-02' })).toEqual({ choice: choiceOf('GCJ-02'), by: 'chosen', isOpen: false, findings: [] })
    const far = judge({ chosen: 'EPSG:4548', candidates: [WGS, candidate('EPSG:4548', 2001, 0)] })
    expect(far).toMatchObject({ isOpen: false, findings: [{ code: 'crs-chosen-far', severity: 'warning', params: { crs: 'EPSG:4548', distanceM: 2001 } }] })
    expect(judge({ chosen: 'EPSG:4548', candidates: [candidate('EPSG:4548', 2000, 0)] }).findings).toEqual([])
  })

  it('lets no stray feature out of bounds make a question', () => {
    expect(judge({ declared: 'EPSG:4549', candidates: [candidate('EPSG:4549', 300, 0, false), candidate('EPSG:4550', 260_000, 0, false)] })).toMatchObject({ isOpen: false, findings: [] })
  })

  it('goes by the bounds where no community is known', () => {
    expect(judge({ declared: 'EPSG:4326', candidates: [candidate('EPSG:4326', null, 0, true)] }).findings).toEqual([])
    const out = judge({ declared: 'EPSG:4326', candidates: [candidate('EPSG:4326', null, 0, false)] })
    expect(out).toMatchObject({ isOpen: false, findings: [{ code: 'crs-chosen-far', params: { distanceM: '' } }] })
    expect(judge({ declared: 'EPSG:4326', candidates: [candidate('EPSG:4326', null, 0, false)], bounds: null }).findings).toEqual([])
  })

  it('refuses Beijing 1954 until somebody chooses, and still warns then', () => {
    const prj = ESRI_PRJ['EPSG:2437']!
    expect(judge({ prj })).toMatchObject({
      choice: null, isOpen: true, findings: [{ code: 'crs-needs-parameters', severity: 'error', params: { name: 'Beijing_1954_3_Degree_GK_CM_120E' } }],
    })
    expect(judge({ prj, chosen: 'EPSG:4326' })).toMatchObject({ isOpen: false, findings: [{ code: 'crs-needs-parameters', severity: 'warning' }] })
  })

  it('names a system it does not understand', () => {
    expect(judge({ prj: ESRI_PRJ['EPSG:4549']!.replace('120.0', '119.0') }).findings[0]!.params).toEqual({ name: 'CGCS2000_3_Degree_GK_CM_120E' })
    expect(judge({ prj: ' what\n is it ' }).findings[0]!.params).toEqual({ name: 'what is it' })
  })
})
