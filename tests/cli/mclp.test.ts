import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { main } from '@/cli/geodata'

const dir = mkdtempSync(join(tmpdir(), 'mclp-'))
afterAll(() => rmSync(dir, { recursive: true }))

function fileOf(content: unknown): string {
  const path = join(dir, 'instance.json')
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

async function run(...args: string[]): Promise<{ code: number; lines: string[] }> {
  const lines: string[] = []
  const code = await main(['mclp', ...args], (line) => lines.push(line))
  return { code, lines }
}

//      3   2   4   4   2   3     demand
//      o───o───o───o───o───o
//      └── 0 ──┘   └── 2 ──┘
//          └──── 1 ────┘
const INSTANCE = { demand: [3, 2, 4, 4, 2, 3], covers: [[0, 1, 2], [1, 2, 3, 4], [3, 4, 5]] }

describe('geodata mclp', () => {
  it('prints what is covered, by whom, and how sure that is', async () => {
    const { code, lines } = await run(fileOf(INSTANCE), '--k', '2')
    expect(code).toBe(0)
    expect(lines.slice(0, 4)).toEqual([
      '新覆盖 / newly covered  18', '选中 / chosen           0 2', '上界 / bound            18', '差距 / gap              0 %  已证明最优 / proven',
    ])
    expect(lines[4]).toMatch(/^用时 \/ time +\d+ ms$/)
    expect(lines).toHaveLength(5)
  })

  it('gives JSON to programs', async () => {
    const { code, lines } = await run(fileOf(INSTANCE), '--k=2', '--json', '--time-limit', '5')
    expect([code, lines.length]).toEqual([0, 1])
    expect(JSON.parse(lines[0]!)).toEqual({ objective: 18, chosen: [0, 2], bound: 18, gap: 0, elapsedMs: expect.any(Number) as number })
  })

  it('counts only whom existing candidates do not cover, and chooses none of them', async () => {
    const { lines } = await run(fileOf({ ...INSTANCE, existing: [1] }), '--k', '1', '--json')
    expect(JSON.parse(lines[0]!)).toMatchObject({ objective: 3, chosen: [0] })
  })

  it('chooses all that help if more are asked than there are, and says so', async () => {
    const { code, lines } = await run(fileOf({ ...INSTANCE, existing: [0] }), '--k', '9')
    expect([code, lines[1], lines[5]]).toEqual([
      0, '选中 / chosen           2', '--k 9 多于可选的 2 处，有用的全选 / more than the 2 candidates left, all that help are chosen',
    ])
  })

  it('answers for nobody', async () => {
    expect((await run(fileOf({ demand: [], covers: [] }), '--k', '1')).lines.slice(0, 2)).toEqual(['新覆盖 / newly covered  0', '选中 / chosen           –'])
  })

  it('prints sums of fractions without the noise of their last digits', async () => {
    expect((await run(fileOf({ demand: [0.1, 0.2], covers: [[0, 1]] }), '--k', '1')).lines[0]).toBe('新覆盖 / newly covered  0.3')
  })

  it.each([
    [[], /no file/],
    [['a', 'b', '--k', '1'], /one folder only|one file only/],
    [['FILE'], /no --k/],
    [['FILE', '--k'], /--k : .*expected 1, 2, 3/],
    [['FILE', '--k', '0'], /--k 0: /],
    [['FILE', '--k', '-1'], /--k -1: /],
    [['FILE', '--k', '1.5'], /--k 1.5: /],
    [['FILE', '--k', 'two'], /--k two: /],
    [['FILE', '--k', '1e999'], /--k 1e999: /],
    [['FILE', '--k', '1', '--time-limit', '0'], /--time-limit 0: .*expected seconds/],
    [['FILE', '--k', '1', '--time-limit'], /--time-limit : /],
    [['FILE', '--k', '1', '--jsn'], /has no option --jsn/],
    [['no/such/file', '--k', '1'], /no such file/],
    [['src', '--k', '1'], /a folder, not a file/],
  ])('ends with 2 and one line for %o', async (args, message) => {
    const file = fileOf(INSTANCE)
    const { code, lines } = await run(...args.map((arg) => (arg === 'FILE' ? file : arg)))
    expect([code, lines.length]).toEqual([2, 1])
    expect(lines[0]).toMatch(message)
  })

  it.each([
    ['{', /not JSON/],
    ['{"demand": [NaN], "covers": []}', /not JSON/],
    ['', /not JSON/],
    [[], /expected an object/],
    [null, /expected an object/],
    [{ covers: [] }, /demand: expected an array/],
    [{ demand: [1, null], covers: [] }, /demand\[1\] is null, expected a number ≥ 0/],
    [{ demand: [-1], covers: [] }, /demand\[0\] is -1/],
    [{ demand: ['1'], covers: [] }, /demand\[0\] is "1"/],
    ['{"demand": [1e999], "covers": []}', /demand\[0\] is null, expected/],
    [{ demand: [1] }, /covers: expected/],
    [{ demand: [1], covers: [0] }, /covers\[0\]: expected an array/],
    [{ demand: [1], covers: [[0], [0, 1]] }, /covers\[1\]\[1\] is 1, expected an integer 0…0/],
    [{ demand: [1], covers: [[-1]] }, /covers\[0\]\[0\] is -1/],
    [{ demand: [1], covers: [[0.5]] }, /covers\[0\]\[0\] is 0.5/],
    [{ demand: [1], covers: [[0]], existing: [1] }, /existing\[0\] is 1/],
    [{ demand: [1], covers: [[0]], existing: 0 }, /existing: expected an array/],
    [{ demand: [], covers: [[0]] }, /covers\[0\]\[0\] is 0, expected an integer ∅/],
  ])('refuses %j', async (content, message) => {
    const { code, lines } = await run(fileOf(content), '--k', '1')
    expect([code, lines.length]).toEqual([2, 1])
    expect(lines[0]).toMatch(message)
  })
})
