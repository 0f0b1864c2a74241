import { describe, expect, it } from 'vitest'
import { aboutSheet, shapefileNotes } from '@/data/export/about-sheet'
import { markOf } from '@/data/export/provenance-mark'
import { shippedSource } from '../../fixtures/shipped-folder'

const source = shippedSource()

describe('aboutSheet', () => {
  it('says what the data are, of which day, and from which plan', () => {
    const sheet = aboutSheet(source, ['communities', 'ledger'], markOf(source, ['communities', 'ledger'], 'zh'), 'zh')
    expect(sheet.name).toBe('说明')
    expect(Object.fromEntries(sheet.rows as [string, string][])).toMatchObject({
      数据: `小区 35，台账 ${source.values.ledger!.length}`, 数据性质: '示意数据', 数据截止: '2024-10-28', 说明: '示意数据，非实测；数据截止 2024-10-28',
      方案: source.values.plan!.title, 程序: 'renovation-map',
    })
  })

  it('does so in English, and without a plan', () => {
    const { rows } = aboutSheet({ ...source, values: {} }, ['gates'], markOf(source, ['gates'], 'en'), 'en')
    expect(rows).toContainEqual(['Data', 'gates 0'])
    expect(rows.some(([entry]) => entry === 'Plan')).toBe(false)
  })
})

describe('shapefileNotes', () => {
  it('explains each short name', () => {
    const text = shapefileNotes(['communities'], markOf(source, ['communities'], 'zh'), 'EPSG:4549', 'zh')
    const lines = text.split('\r\n')
    expect(lines.slice(0, 2)).toEqual(['\ufeff示意数据，非实测；数据截止 2024-10-28', '坐标系 EPSG:4549，属性编码 UTF-8'])
    expect(lines).toContain('floorAreaM\tfloorAreaM2\t建筑面积\t㎡')
    expect(lines).toContain('propertySe\tpropertyService\t物业服务\t\tnone 无物业，self 自管，market 市场化物业，municipal 国有兜底')
  })
})
