import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { main } from '@/cli/build-public'

/** A real build is tested in a browser, in `public-edition.test.ts`. */
const root = mkdtempSync(join(tmpdir(), 'build-'))
afterAll(() => rmSync(root, { recursive: true }))

async function run(...args: string[]): Promise<{ code: number; text: string }> {
  const lines: string[] = []
  const code = await main(args, (line) => lines.push(line), (line) => lines.push(line))
  return { code, text: lines.join('\n') }
}

describe('build:public', () => {
  it.each([
    ['an unknown option', ['--fast']], ['a folder without a name', ['somewhere']], ['a source that is not there', ['--geodata', join(root, 'none')]],
    ['the source as target', ['--geodata', 'geodata', '--out', 'geodata']], ['a target in the source', ['--geodata', 'geodata', '--out', 'geodata/dist']],
    ['a target without a parent', ['--out', join(root, 'a', 'b')]],
  ])('refuses %s in one line', async (_, args) => {
    const { code, text } = await run(...args)
    expect([code, text.split('\n').length], text).toEqual([2, 1])
  })

  it('leaves a folder alone that holds something else', async () => {
    const other = join(root, 'other')
    mkdirSync(other)
    writeFileSync(join(other, 'letter.txt'), 'mine')
    expect((await run('--out', other)).code).toBe(2)
    expect(readFileSync(join(other, 'letter.txt'), 'utf8')).toBe('mine')
  })

  it('builds nothing from data with errors, and says where and what to do', { timeout: 60_000 }, async () => {
    const source = join(root, 'geodata')
    cpSync('geodata', source, { recursive: true })
    writeFileSync(join(source, 'plan.json'), '{}')
    const { code, text } = await run('--geodata', source, '--out', join(root, 'dist'))
    expect(code).toBe(1)
    expect(text).toMatch(/错误 plan\.json[\s\S]*问题：[\s\S]*处理：/)
    expect(existsSync(join(root, 'dist'))).toBe(false)
    expect(readdirSync(root).filter((name) => name.startsWith('.'))).toEqual([])
  })
})
