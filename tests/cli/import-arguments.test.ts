import { describe, expect, it } from 'vitest'
import { UsageError } from '@/cli/arguments'
import { readImportRequest } from '@/cli/import-arguments'
import { parseDay } from '@/domain/day'

const NOW = parseDay('2024-11-05')!
const request = (options: Record<string, string>) => readImportRequest(['a.csv'], new Map(Object.entries(options)), NOW)

describe('readImportRequest', () => {
  it('leaves open what is not said', () => {
    expect(request({})).toMatchObject({
      out: null, into: 'geodata', crs: null, encoding: null, mappingPath: null, target: null, mode: null, acceptsNames: false, acceptsRepairs: false,
      acceptsCorrections: false, today: NOW, isJson: false, language: 'zh',
    })
  })

  it('takes systems, encodings, units and names as people write them', () => {
    const { crs, encoding, units, names } = request({
      '--crs': 'epsg:4549', '--swap-axes': 'true', '--encoding': 'GBK', '--units': '完成率=percent,面积=10k-m2', '--names': '红枫里小区=C07，新区=new,a=b=C01',
    })
    expect(crs).toEqual({ crs: 'EPSG:4549', isSwapped: true })
    expect(encoding).toBe('gb18030')
    expect([...units]).toEqual([['完成率', 'percent'], ['面积', '10k-m2']])
    expect([...names]).toEqual([['红枫里小区', 'C07'], ['新区', null], ['a=b', 'C01']])
  })

  it.each([
    [{ '--crs': 'EPSG:1' }, '--crs EPSG:1'], [{ '--crs': '' }, '--crs'], [{ '--swap-axes': 'true' }, 'needs --crs'], [{ '--encoding': 'klingon' }, '--encoding klingon'],
    [{ '--target': 'roads' }, '--target roads: communities'], [{ '--mode': 'constructor' }, '--mode constructor'], [{ '--units': 'a=pound' }, '--units pound'],
    [{ '--units': 'percent' }, '…=…'], [{ '--names': 'a=' }, '…=…'], [{ '--today': '2024-02-30' }, '--today'], [{ '--lang': 'fr' }, '--lang fr'], [{ '--out': '' }, '--out'],
  ])('does not take %o', (options, message) => {
    expect(() => request(options as unknown as Record<string, string>)).toThrow(UsageError)
    expect(() => request(options as unknown as Record<string, string>)).toThrow(message)
  })

  it('wants a file', () => expect(() => readImportRequest([], new Map(), NOW)).toThrow('no file'))
})
