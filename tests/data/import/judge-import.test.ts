import { describe, expect, it } from 'vitest'
import { readDataset } from '@/data/read-dataset'
import { readManifest } from '@/data/read-manifest'
import { formatDay } from '@/domain/day'
import type { ImportAnswer } from '@/data/import/judge-import'
import { bring, csvOf, geojsonOf, writtenText } from '../../fixtures/import-town'
import { at, filesOf, rectangle, smallGeodata, type SmallFeature } from '../../fixtures/small-geodata'

const [c1, c2] = smallGeodata().communities.features as [SmallFeature, SmallFeature]
const [b1] = smallGeodata().buildings.features as [SmallFeature]
const withShape = (feature: SmallFeature, coordinates: unknown, properties: object = feature.properties): SmallFeature => ({
  type: 'Feature', properties: properties as Record<string, unknown>, geometry: { type: 'Polygon', coordinates },
})
const shape = (properties: object, coordinates: unknown): SmallFeature => withShape(c1, coordinates, properties)
/** A bow tie where C01 is: two of its corners came in the wrong order. */
const KINKED = [[at(0, 0), at(100, 0), at(0, 80), at(100, 80), at(0, 0)]]
const columnsOf = (properties: object) => Object.keys(properties).map((column) => ({ column, field: column, unit: column === 'floorAreaM2' ? 'm2' as const : null }))
const NEW = { name: '紫薇里', districtId: 'east', neighbourhood: '社区', buildingCount: 0, households: 12, floorAreaM2: 900 }
const codesOf = ({ judgement }: ImportAnswer) => judgement.findings.map(({ code }) => code)
const rowsOf = ({ judgement }: ImportAnswer) => judgement.rows.map(({ recordId, verdict, change }) => [recordId, verdict, change])
const changeOf = ({ judgement }: ImportAnswer, target: string) => judgement.changes.find((change) => change.target === target)
const recordsIn = (answer: ImportAnswer, dataset: 'communities' | 'buildings') =>
  readDataset(dataset, writtenText(answer, `${dataset}.geojson`), { file: dataset, bounds: null })

describe('judgeImport: what is there already', () => {
  it('changes nothing when a folder brings its own files, each dataset', async () => {
    const own = filesOf(smallGeodata())
    for (const id of ['communities', 'buildings', 'spare-spaces', 'facilities', 'residences', 'gates', 'hazards']) {
      const answer = await bring({ files: { [`${id}.geojson`]: own.get(`${id}.geojson`)! } })
      expect(answer.files, id).toBeNull()
      expect(answer.judgement.changes, id).toMatchObject([{ target: id, added: [], changed: [], gone: [] }])
      expect(answer.judgement.files[0]!.verdict, id).toBe('accepted')
      expect(answer.judgement.after, id).toEqual(answer.judgement.before)
    }
    for (const id of ['baseline', 'ledger']) {
      const answer = await bring({ files: { [`${id}.csv`]: own.get(`${id}.csv`)! }, modes: { [`${id}.csv`]: 'replace' } })
      expect([answer.files, answer.judgement.findings], id).toEqual([null, []])
    }
  })

  it('changes one figure of one community, keeps the rest, and writes only that file and the manifest', async () => {
    const answer = await bring({ files: { 'c.csv': csvOf(['小区名称', '户数'], ['国槐里', 50], ['海棠里', 24]) } })
    expect(rowsOf(answer)).toEqual([['C01', 'accepted', 'changed'], ['C02', 'accepted', 'same']])
    expect(answer.judgement.rows[0]!.changedFields).toEqual([{ field: 'households', from: '48', to: '50' }])
    expect([...answer.files!.keys()]).toEqual(['communities.geojson', 'manifest.json'])
    const { value } = recordsIn(answer, 'communities')
    expect(value!.map(({ id, households, floorAreaM2, provenance }) => [id, households, floorAreaM2, provenance])).toEqual([['C01', 50, 6000, 'synthetic'], ['C02', 24, 3000, 'synthetic']])
    expect(answer.judgement).toMatchObject({ canAccept: true, usedRowCount: 2, openQuestionCount: 0 })
  })

  it('does not make a known area coarser by one that is rounded to 万㎡', async () => {
    const town = smallGeodata()
    town.communities.features[0]!.properties = { ...town.communities.features[0]!.properties, floorAreaM2: 6049 }
    const figure = (area: string) => bring({ town, files: { 'c.csv': csvOf(['小区名称', '建筑面积（万㎡）'], ['国槐里', area]) } })
    expect((await figure('0.60')).files).toBeNull()
    expect((await figure('0.61')).judgement.rows[0]!.changedFields).toEqual([{ field: 'floorAreaM2', from: '6049', to: '6100' }])
  })

  it('gives a surveyed shape to a community and keeps its other fields', async () => {
    const answer = await bring({ files: { 'c.geojson': geojsonOf(shape({ name: '国槐里' }, [rectangle(0, 0, 100, 90)])) } })
    expect(rowsOf(answer)).toEqual([['C01', 'accepted', 'changed']])
    const [first] = recordsIn(answer, 'communities').value!
    expect(first).toMatchObject({ id: 'C01', households: 48, provenance: 'surveyed' })
    expect(first!.geometry.coordinates).toEqual([rectangle(0, 0, 100, 90)])
  })

  it('writes a manifest that fits the files', async () => {
    const answer = await bring({ files: { 'c.csv': csvOf(['小区名称', '户数'], ['国槐里', 50]) } })
    const { value, findings } = readManifest(writtenText(answer, 'manifest.json'))
    expect(findings).toEqual([])
    const entry = value!.files.find(({ id }) => id === 'communities')!
    expect(entry.bytes).toBe(answer.files!.get('communities.geojson')!.length)
    expect(value!.files).toHaveLength(20)
    expect(formatDay(value!.dataDate)).toBe('2024-10-28')
  })

  it('gives the same answer for the same question', async () => {
    const files = { 'c.geojson': geojsonOf(shape(NEW, [rectangle(300, 0, 50, 50)]), withShape(c2, KINKED)) }
    expect(JSON.stringify((await bring({ files })).judgement)).toBe(JSON.stringify((await bring({ files })).judgement))
  })
})

describe('judgeImport: new records', () => {
  it('gives the next free id and fills what the plan tells', async () => {
    const answer = await bring({ files: { 'c.geojson': geojsonOf(shape(NEW, [rectangle(300, 0, 50, 50)])) } })
    expect(rowsOf(answer)).toEqual([['C03', 'accepted', 'new']])
    expect(recordsIn(answer, 'communities').value![2]).toMatchObject({ id: 'C03', showcase: false, builtYear: null, propertyService: null, provenance: 'surveyed' })
  })

  it('refuses a new record that lacks something, and says what', async () => {
    const answer = await bring({ files: { 'c.geojson': geojsonOf(shape({ name: '紫薇里', districtId: 'east' }, [rectangle(300, 0, 50, 50)])) } })
    expect(rowsOf(answer)).toEqual([['C03', 'rejected', null]])
    const params = { name: '紫薇里', kind: 'communities', fields: 'neighbourhood, buildingCount, households, floorAreaM2', nearest: '', hadPoint: '' }
    expect(answer.judgement.rows[0]!.findings).toMatchObject([{ code: 'record-incomplete', severity: 'error', field: null, params }])
    expect([answer.files, answer.judgement.canAccept]).toEqual([null, false])
  })

  it('puts a shape and a table of one import together', async () => {
    const answer = await bring({ files: {
      'shape.geojson': geojsonOf(shape({ name: '紫薇里' }, [rectangle(300, 0, 50, 50)])),
      'table.csv': csvOf(['小区名称', '街区', '社区', '楼栋数', '户数', '建筑面积(㎡)'], ['紫薇里小区', '东街', '新社区', 0, 12, 900]),
    } })
    expect(rowsOf(answer)).toEqual([['C03', 'accepted', 'new'], ['C03', 'accepted', 'new']])
    expect(recordsIn(answer, 'communities').value![2]).toMatchObject({ id: 'C03', name: '紫薇里小区', districtId: 'east', households: 12, provenance: 'surveyed' })
    expect(changeOf(answer, 'communities')).toMatchObject({ added: ['C03'] })
  })

  it('takes the table where table and shape differ, and says so', async () => {
    const answer = await bring({ files: {
      'table.csv': csvOf(['小区名称', '户数'], ['国槐里', 36]), 'shape.geojson': geojsonOf(shape({ name: '国槐里', households: 38 }, c1.geometry.coordinates)),
    } })
    expect(recordsIn(answer, 'communities').value![0]).toMatchObject({ households: 36 })
    expect(answer.judgement.findings.find(({ code }) => code === 'sources-differ')).toMatchObject({ file: 'table.csv', feature: 'row 2', params: { found: '36', other: '38', otherSource: 'shape.geojson' } })
    expect(answer.judgement.comparison!.explanations.find(({ kind, conflict }) => kind === 'attribute-conflict' && conflict?.oneSource === 'table.csv')).toMatchObject({ id: 'C01', conflict: { one: '36', other: '38' } })
  })

  it('lets buildings name a community that another file brings', async () => {
    const building = { community: '紫薇里', name: '1号楼', floors: 3, stairwells: 1, households: 12, floorAreaM2: 900 }
    const answer = await bring({ files: {
      'b.geojson': geojsonOf(shape(building, [rectangle(310, 10, 30, 10)])), 'c.geojson': geojsonOf(shape({ ...NEW, buildingCount: 1 }, [rectangle(300, 0, 50, 50)])),
    }, decisions: { mappings: { 'b.geojson#0': { target: 'buildings', columns: columnsOf(building) } } } })
    expect(rowsOf(answer)).toEqual([['C03', 'accepted', 'new'], ['C03-B1', 'accepted', 'new']])
    // The height is told by nobody; three storeys of 3 m are said to be a guess.
    expect(recordsIn(answer, 'buildings').value!.at(-1)).toMatchObject({ id: 'C03-B1', communityId: 'C03', heightM: 9 })
    expect(codesOf(answer)).toContain('value-derived')
  })

  it('refuses buildings of a community that is refused', async () => {
    const building = { community: '紫薇里', name: '1号楼', floors: 3, stairwells: 1, households: 12, floorAreaM2: 900 }
    const answer = await bring({ files: {
      'b.geojson': geojsonOf(shape(building, [rectangle(310, 10, 30, 10)])), 'c.geojson': geojsonOf(shape({ name: '紫薇里' }, [rectangle(300, 0, 50, 50)])),
    }, decisions: { mappings: { 'b.geojson#0': { target: 'buildings', columns: columnsOf(building) } } } })
    expect(rowsOf(answer)).toEqual([['C03', 'rejected', null], ['C03-B1', 'rejected', null]])
    expect(answer.judgement.rows[1]!.findings).toMatchObject([{ code: 'dangling-reference', field: 'communityId', params: { found: '紫薇里' } }])
  })

  it('waits for a name that is only similar, and takes the answer', async () => {
    const files = { 'c.csv': csvOf(['小区名称', '户数'], ['国槐理', 50]) }
    const open = await bring({ files })
    expect(rowsOf(open)).toEqual([[null, 'open', null]])
    expect(open.judgement).toMatchObject({ openQuestionCount: 1, canAccept: false })
    const key = open.judgement.names[0]!.key
    expect(rowsOf(await bring({ files, decisions: { names: { [key]: 'C01' } } }))).toEqual([['C01', 'accepted', 'changed']])
  })

  it('refuses the second row about the same thing', async () => {
    const answer = await bring({ files: { 'c.csv': csvOf(['小区名称', '户数'], ['国槐里', 50], ['C01', 51]) } })
    expect(rowsOf(answer)).toEqual([['C01', 'accepted', 'changed'], ['C01', 'rejected', null]])
    expect(answer.judgement.rows[1]!.findings).toMatchObject([{ code: 'row-twice', params: { row: 2 } }])
    expect(answer.judgement.comparison!.explanations.filter(({ kind }) => kind === 'twice')).toHaveLength(1)
  })
})

describe('judgeImport: shapes', () => {
  it('repairs what nobody can see without a question', async () => {
    const ring = [...rectangle(0, 0, 100, 90)].reverse().slice(0, -1)
    const answer = await bring({ files: { 'c.geojson': geojsonOf(shape({ name: '国槐里' }, [[ring[0], ...ring]])) } })
    expect(rowsOf(answer)).toEqual([['C01', 'repaired', 'changed']])
    expect(answer.judgement.rows[0]!.repairs.map(({ kind }) => kind)).toEqual(['ring-closed', 'duplicate-vertices', 'winding'])
    expect(answer.judgement.canAccept).toBe(true)
  })

  it('asks before it takes a shape apart, and shows before and after', async () => {
    const files = { 'c.geojson': geojsonOf(shape({ name: '国槐里' }, KINKED)) }
    const open = await bring({ files })
    expect(rowsOf(open)).toEqual([['C01', 'open', 'changed']])
    const [row] = open.judgement.rows
    expect(row!.repairs).toMatchObject([{ kind: 'self-intersection', isHarmless: false }])
    expect([row!.before, row!.geometry === null]).toEqual([{ type: 'Polygon', coordinates: KINKED }, false])
    expect(open.judgement).toMatchObject({ openQuestionCount: 1, canAccept: false })
    expect(open.files).toBeNull()

    const taken = await bring({ files, decisions: { repairs: { [row!.key]: true } } })
    expect(rowsOf(taken)).toEqual([['C01', 'repaired', 'changed']])
    expect(recordsIn(taken, 'communities').value![0]!.geometry).toEqual(row!.geometry)
    const left = await bring({ files, decisions: { repairs: { [row!.key]: false } } })
    expect([rowsOf(left), left.files, left.judgement.openQuestionCount]).toEqual([[['C01', 'rejected', null]], null, 0])
  })

  it('refuses what cannot be repaired, and what lies elsewhere', async () => {
    const line = [[at(0, 0), at(50, 0), at(100, 0), at(0, 0)]]
    const answer = await bring({ files: { 'c.geojson': geojsonOf(shape({ name: '国槐里' }, line), withShape(c2, [[[110, 36], [110.1, 36], [110.1, 36.1], [110, 36]]])) },
      decisions: { crs: { 'c.geojson#0': { crs: 'EPSG:4326', isSwapped: false } } } })
    expect(rowsOf(answer).map(([, verdict]) => verdict)).toEqual(['rejected', 'rejected'])
    expect(answer.judgement.rows.map(({ findings }) => findings[0]!.code)).toEqual(['shape-not-repairable', 'out-of-area'])
    expect(answer.judgement.rows[0]!.findings[0]).toMatchObject({ file: 'c.geojson', feature: 'feature 1', params: { reason: 'no-area', lon: 119.19 } })
  })

  it('cuts a strip off along the neighbour if somebody agrees, and refuses more', async () => {
    // C02 begins at 120 m; C01 is drawn to 120.5 m: 40 m² of 8,000.
    const files = { 'c.geojson': geojsonOf(shape({ name: '国槐里' }, [rectangle(0, 0, 120.5, 80)])) }
    const open = await bring({ files })
    expect(open.judgement.rows[0]).toMatchObject({ verdict: 'open', repairs: [{ kind: 'overlap' }] })
    const taken = await bring({ files, decisions: { repairs: { 'c.geojson#0:1': true } } })
    expect(recordsIn(taken, 'communities').value![0]!.geometry.coordinates[0]).toHaveLength(5)
    const much = await bring({ files: { 'c.geojson': geojsonOf(shape({ name: '国槐里' }, [rectangle(0, 0, 140, 80)])) } })
    expect(much.judgement.rows[0]).toMatchObject({ verdict: 'rejected', findings: [{ code: 'communities-overlap', params: { other: 'C02' } }] })
  })

  it('lets a file move two neighbours at once', async () => {
    const files = { 'c.geojson': geojsonOf(shape({ name: '国槐里' }, [rectangle(0, 0, 140, 80)]), shape({ name: '海棠里' }, [rectangle(140, 0, 80, 80)])) }
    expect(rowsOf(await bring({ files })).map(([, verdict]) => verdict)).toEqual(['accepted', 'accepted'])
  })

  it('cuts a building at the line of its community up to 2 m, and refuses it beyond', async () => {
    const building = (eastM: number) => geojsonOf(withShape(b1, [rectangle(eastM, 10, 50, 12)]))
    expect((await bring({ files: { 'b.geojson': building(-0.4) } })).judgement.rows[0]).toMatchObject({ verdict: 'accepted', change: 'changed' })
    expect((await bring({ files: { 'b.geojson': building(-1.5) } })).judgement.rows[0]).toMatchObject({ verdict: 'open', repairs: [{ kind: 'outside' }] })
    expect((await bring({ files: { 'b.geojson': building(-3) } })).judgement.rows[0]).toMatchObject({ verdict: 'rejected', findings: [{ code: 'building-outside-community' }] })
  })
})

describe('judgeImport: replacing', () => {
  it('lets go what a file does not name, with all that lies in it or is told of it', async () => {
    const answer = await bring({ files: { 'c.csv': csvOf(['小区名称', '户数'], ['国槐里', 48]) }, modes: { 'c.csv': 'replace' } })
    const gone = Object.fromEntries(answer.judgement.changes.map((change) => [change.target, change.gone]))
    expect(gone).toEqual({ communities: ['C02'], buildings: ['C02-B1'], gates: ['E02'], baseline: ['C02 J02'], ledger: ['row 6', 'row 7', 'row 8'] })
    const { value } = readDataset('ledger', writtenText(answer, 'ledger.csv'), { file: 'ledger.csv', bounds: null })
    expect(value!.map(({ communityId }) => communityId)).toEqual(['C01', 'C01', 'C01', 'C01'])
  })

  it('keeps what a refused row may have meant, unless somebody says that it is gone', async () => {
    const files = { 'c.csv': csvOf(['小区名称', '户数'], ['国槐里', 50], ['', 30]) }
    const kept = await bring({ files, modes: { 'c.csv': 'replace' } })
    expect(changeOf(kept, 'communities')).toMatchObject({ changed: ['C01'], gone: [], inDoubt: ['C02'] })
    expect(kept.judgement.findings).toContainEqual(expect.objectContaining({ code: 'removal-in-doubt', severity: 'warning', params: { count: 1, found: '海棠里', isRemoved: 'no' } }))
    expect(kept.judgement.canAccept).toBe(true)
    const removed = await bring({ files, modes: { 'c.csv': 'replace' }, decisions: { removals: { communities: true } } })
    expect(changeOf(removed, 'communities')).toMatchObject({ changed: ['C01'], gone: ['C02'], inDoubt: ['C02'] })
    expect(removed.judgement.findings).toContainEqual(expect.objectContaining({ code: 'removal-in-doubt', params: { count: 1, found: '海棠里', isRemoved: 'yes' } }))
  })

  it('keeps the rows of baseline and ledger that a refused row may have meant', async () => {
    const header = ['communityId', 'itemCode', 'plannedStart', 'plannedFinish', 'weight']
    const baseline = csvOf(header, ['C01', 'J02', '2024-05-06', '2024-07-01', 3], ['', 'J09', '2024-05-06', '2024-07-01', 1])
    const ofBaseline = await bring({ files: { 'w.csv': baseline }, modes: { 'w.csv': 'replace' } })
    expect(changeOf(ofBaseline, 'baseline')).toMatchObject({ changed: ['C01 J02'], gone: [], inDoubt: ['C01 J09', 'C01 J14', 'C02 J02'] })
    const ledger = csvOf(['reportedOn', 'communityId', 'buildingId', 'kind', 'subject', 'doneShare', 'date', 'note'], ['2024-10-30', 'C01', '', 'progress', 'J02', 0.8, '', ''], ['2024-10-30', 'C02', '', 'progress', 'J02', 7, '', ''])
    const ofLedger = await bring({ files: { 'l.csv': ledger }, modes: { 'l.csv': 'replace' } })
    expect(changeOf(ofLedger, 'ledger')).toMatchObject({ added: ['l.csv#0:2'], gone: [] })
    expect(changeOf(ofLedger, 'ledger')!.inDoubt).toHaveLength(7)
  })

  it('keeps a record whose row is refused', async () => {
    const answer = await bring({ files: { 'c.csv': csvOf(['小区名称', '户数'], ['国槐里', -5], ['海棠里', 30]) }, modes: { 'c.csv': 'replace' } })
    expect(changeOf(answer, 'communities')).toMatchObject({ changed: ['C02'], gone: [] })
  })

  it.each([
    ['c.csv', csvOf(['小区名称', '户数'])], ['c.csv', csvOf(['小区名称', '户数'], ['紫薇苑', 50])], ['b.csv', csvOf(['小区名称', '楼栋号', '户数'], ['国槐里', '1号楼', -5])],
    ['w.csv', csvOf(['communityId', 'itemCode', 'plannedStart', 'plannedFinish', 'weight'], ['C01', 'J02', '2024-05-06', '2024-04-01', 1])],
    ['l.csv', csvOf(['reportedOn', 'communityId', 'buildingId', 'kind', 'subject', 'doneShare', 'date', 'note'], ['2099-01-01', 'C01', '', 'progress', 'J02', 1, '', ''])],
  ])('takes nothing away for a file of which nothing can be used (%s)', async (name, text) => {
    const answer = await bring({ files: { [name]: text }, modes: { [name]: 'replace' } })
    expect([answer.judgement.files[0]!.layers[0]!.mapping === null, answer.files, answer.judgement.canAccept, answer.judgement.changes.flatMap(({ gone }) => gone)]).toEqual([false, null, false, []])
  })
})

describe('judgeImport: where data lie', () => {
  it('waits until somebody says in which system a table of points is', async () => {
    const [x, y] = at(50, 0)
    const files = { 'g.csv': csvOf(['小区名称', '经度', '纬度'], ['国槐里', x + 0.0051, y + 0.0006]) }
    const mappings = { 'g.csv#0': { target: 'gates' as const, columns: [{ column: '小区名称', field: 'community', unit: null }, { column: '经度', field: 'longitude', unit: null }, { column: '纬度', field: 'latitude', unit: null }] } }
    const open = await bring({ files, decisions: { mappings } })
    expect(open.judgement.files[0]!.layers[0]!.crs).toMatchObject({ isOpen: true, choice: null })
    expect(open.judgement).toMatchObject({ openQuestionCount: 1, canAccept: false })
    expect(rowsOf(open)[0]![1]).toBe('open')
    const chosen = await bring({ files, decisions: { mappings, crs: { 'g.csv#0': { crs: 'EPSG:4326', isSwapped: false } } } })
    expect(rowsOf(chosen)).toEqual([['E03', 'accepted', 'new']])
  })

  it('waits for a unit', async () => {
    const building = { ...b1.properties, floorAreaM2: 0.4 }
    const columns = columnsOf(building).map((meaning) => ({ ...meaning, unit: null }))
    const open = await bring({ files: { 'b.geojson': geojsonOf(withShape(b1, b1.geometry.coordinates, building)) }, decisions: { mappings: { 'b.geojson#0': { target: 'buildings', columns } } } })
    expect(rowsOf(open).map(([, verdict]) => verdict)).toEqual(['open'])
    expect(open.judgement.files[0]!.layers[0]!.openUnits).toEqual(['floorAreaM2'])
    expect(open.judgement).toMatchObject({ openQuestionCount: 1, canAccept: false })
  })

  it('leaves a layer alone that nobody wants', async () => {
    const answer = await bring({ files: { 'c.csv': csvOf(['小区名称', '户数'], ['国槐里', 50]) }, decisions: { mappings: { 'c.csv#0': null } } })
    expect([answer.files, answer.judgement.rows, answer.judgement.changes]).toEqual([null, [], []])
  })
})
