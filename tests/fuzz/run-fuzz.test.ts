import { describe, expect, it } from 'vitest'
import type { RawLayer, SourceFile } from '@/domain/source-file'
import { judgeResult, type FaultKind } from './judge-result'
import { runFuzz, type Read } from './run-fuzz'

const finding = (severity: 'error' | 'warning') => ({ code: 'no-data' as const, severity, file: 'a', feature: null, field: null, params: {} })
const answer = (more: Partial<SourceFile> = {}): SourceFile[] => [{ id: 'a', name: 'a', byteCount: 1, format: 'csv', encoding: null, layers: [], findings: [finding('error')], ...more }]
const layer = (more: Partial<RawLayer>): SourceFile[] =>
  answer({ findings: [], layers: [{ id: 'a#0', name: 'a', kind: 'grid', columns: [], rows: [{ number: 1, values: [1], geometry: null }], merges: [], declaredCrs: null, unknownPrj: null, ...more }] })
const row = (more: object) => ({ number: 1, values: [1], geometry: null, ...more })
const fuzz = (read: Read, more: object = {}) => runFuzz({ format: 'csv', count: 300, seed: 1, read, ...more })

/** Wrong now and then, as a reader would be. */
const sometimes = (wrong: () => SourceFile[]): Read => (files) => (files[0]!.bytes.includes(0x22) ? wrong() : answer())

describe('runFuzz', () => {
  it('finds nothing wrong with a reader that refuses everything', async () => {
    const report = await fuzz(() => answer())
    expect([report.failureCount, report.usableCount, [...report.codes]]).toEqual([0, 0, [['no-data', report.runs]]])
  })

  it('begins with every truncation of every seed', async () => {
    const sizes: number[] = []
    const report = await fuzz((files) => { sizes.push(files[0]!.bytes.length); return answer() }, { count: 0 })
    expect(sizes.slice(0, 100)).toEqual(Array.from({ length: 100 }, (_, at) => at))
    expect(report.runs).toBe(sizes.length)
  })

  it('does the same with the same seed, one run alone too, and something else with another', async () => {
    const mutants = async (seed: number, only?: number): Promise<string[]> => {
      const seen: string[] = []
      await fuzz((files) => { seen.push(files[0]!.bytes.join()); return answer() }, { seed, ...(only === undefined ? {} : { only }) })
      return seen
    }
    const first = await mutants(1)
    expect(await mutants(1)).toEqual(first)
    expect(await mutants(1, first.length - 5)).toEqual([first.at(-5)])
    expect((await mutants(2)).slice(-100)).not.toEqual(first.slice(-100))
  })

  it.each<[FaultKind, string, () => SourceFile[]]>([
    ['throws', 'a reader that throws', () => { throw new TypeError('x of undefined') }],
    ['throws', 'one whose fault became a finding', () => answer({ findings: [{ ...finding('error'), code: 'reader-failed', params: { message: 'x' } }] })],
    ['slow', 'one that takes too long', () => { const start = process.cpuUsage(); while (process.cpuUsage(start).user < 80_000); return answer() }],
    ['polluted', 'one that writes into all objects', () => { Object.defineProperty(Object.prototype, 'polluted', { value: 1, configurable: true }); return answer() }],
    ['no-verdict', 'one that says nothing', () => answer({ findings: [finding('warning')] })],
    ['no-verdict', 'one that forgets the file', () => []],
    ['malformed', 'one that leaves half a shape', () => layer({ rows: [row({ geometry: { type: 'Polygon', coordinates: [[1, 2]] } })] })],
  ])('reports as %s %s', async (kind, _, wrong) => {
    const report = await fuzz(sometimes(wrong), kind === 'slow' ? { only: 40, maxMs: 50 } : {})
    expect(report.failures.map((failure) => failure.kind)).toContain(kind)
    expect(report.failures[0]!.files[0]!.bytes.includes(0x22)).toBe(true)
    expect('polluted' in {}).toBe(false)
  })
})

describe('judgeResult', () => {
  it.each<[string, SourceFile[]]>([
    ['no-verdict', layer({ rows: [] })],
    ['unbounded', layer({ name: 'x'.repeat(501) })], ['unbounded', layer({ columns: ['x'.repeat(501)] })], ['unbounded', layer({ rows: [row({ values: ['x'.repeat(32_768)] })] })],
    ['unbounded', answer({ findings: [{ ...finding('error'), params: { found: 'x'.repeat(501) } }] })], ['unbounded', answer({ findings: Array.from({ length: 5001 }, () => finding('error')) })],
    ['malformed', answer({ findings: [{ ...finding('error'), params: { found: NaN } }] })],
    ['malformed', layer({ columns: ['a', 'a'] })], ['malformed', layer({ columns: ['__proto__'] })], ['malformed', layer({ columns: ['a'], rows: [row({ values: [1, 2] })] })],
    ['malformed', layer({ rows: [row({ number: 0 })] })], ['malformed', layer({ rows: [row({}), row({})] })], ['malformed', layer({ rows: [row({ values: [NaN] })] })], ['malformed', layer({ rows: [row({ values: [undefined] })] })],
    ['malformed', layer({ rows: [row({ geometry: { type: 'Point', coordinates: [1, Infinity] } })] })], ['malformed', layer({ rows: [row({ geometry: { type: 'constructor' } })] })],
    ['malformed', layer({ merges: [{ top: 1, left: 0, bottom: 0, right: 0 }] })], ['malformed', [...layer({}), ...layer({})]],
  ])('%s', (kind, sources) => expect(judgeResult(sources)?.kind).toBe(kind))

  it('has nothing against an honest answer', () => {
    expect([judgeResult(answer()), judgeResult(layer({})), judgeResult(layer({ rows: [row({ geometry: { type: 'GeometryCollection', geometries: [{ type: 'MultiPoint', coordinates: [[1, 2]] }] } })] }))]).toEqual([null, null, null])
  })
})
