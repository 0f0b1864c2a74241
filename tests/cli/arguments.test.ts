import { describe, expect, it } from 'vitest'
import { parseArguments, UsageError } from '@/cli/arguments'

const COMMANDS = { find: { '--json': false, '--k': true, '--weights': true }, toString: {} }
const parse = (...args: string[]) => {
  const { target, options } = parseArguments(args, COMMANDS)
  return [target, Object.fromEntries(options)]
}

describe('parseArguments', () => {
  it('takes target and options in any order', () => {
    expect(parse('find', '--k', '3', 'dir', '--json')).toEqual(['dir', { '--k': '3', '--json': 'true' }])
    expect(parse('find')).toEqual([null, {}])
  })

  it('takes a value after the sign too, also one with a sign or a minus', () => {
    expect(parse('find', '--weights=sun=1,hazard=2', '--k=-1')).toEqual([null, { '--weights': 'sun=1,hazard=2', '--k': '-1' }])
    expect(parse('find', '--k', '-1')).toEqual([null, { '--k': '-1' }])
  })

  it('gives an empty value where none follows', () => {
    expect(parse('find', '--k')).toEqual([null, { '--k': '' }])
  })

  it.each([
    [[], 'no command: find | toString'], [['lose'], 'no such command: find'], [['constructor'], 'no such command'], [['find', '--kk'], 'has no option --kk'],
    [['find', '--valueOf'], 'has no option'], [['find', 'a', 'b'], 'one folder only'],
  ])('does not take %o', (args, message) => {
    expect(() => parseArguments(args, COMMANDS)).toThrow(UsageError)
    expect(() => parseArguments(args, COMMANDS)).toThrow(message)
  })
})
