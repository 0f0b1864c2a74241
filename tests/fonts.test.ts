import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { coreCharacters, gb2312, hanziIn, SIGNS } from '@/cli/make-fonts.mjs'

const TEXTS = ['index.html', ...readdirSync('src/i18n').map((name) => `src/i18n/${name}`)]
const DATA = readdirSync('geodata').map((name) => `geodata/${name}`)
/** Not in Noto Sans CJK; every Latin font has it. */
const LEFT_TO_SYSTEM = '⁴'
const core = coreCharacters()
const all = new Set([...core, ...gb2312()])

describe('bundled fonts (if this fails: node src/cli/make-fonts.mjs)', () => {
  it('knows the 6,763 characters of GB 2312', () => {
    const characters = gb2312()
    expect([characters.length, new Set(characters).size]).toEqual([6763, 6763])
    expect(characters.slice(0, 3).join('') + characters.slice(3755, 3757).join('')).toBe('啊阿埃亍丌')
  })

  it('have every Chinese character of the page and of the shipped data', () => {
    expect([...hanziIn([...TEXTS, ...DATA])].filter((character) => !all.has(character))).toEqual([])
  })

  it('have every other sign of the page', () => {
    const shown = TEXTS.map((path) => readFileSync(path, 'utf8')).join('').replace(/[\s\p{Script=Han}]/gu, '')
    expect([...new Set(shown)].filter((character) => !core.has(character) && !LEFT_TO_SYSTEM.includes(character))).toEqual([])
  })

  it('hold what their generator lists', () => {
    expect([...SIGNS.replace(/\s/g, '')].filter((character) => !core.has(character))).toEqual([])
  })
})
