import { describe, expect, it } from 'vitest'
import { normaliseBuilding } from '@/analysis/matching/normalise-building'

describe('normaliseBuilding', () => {
  it.each([
    ['3号楼', '3'], ['3#', '3'], ['3#楼', '3'], ['3栋', '3'], ['3幢', '3'], ['三号楼', '3'], ['03', '3'], ['３号', '3'], ['第3幢', '3'], ['楼3', '3'], ['No.3', '3'], ['3 号 楼', '3'], ['3号住宅楼', '3'],
    ['十号楼', '10'], ['十二号楼', '12'], ['二十号楼', '20'], ['二十三号楼', '23'], ['一百零三号楼', '103'], ['13号楼', '13'],
    ['A3号楼', 'a3'], ['a-3号楼', 'a3'], ['东3号楼', '东3'], ['3-1号楼', '3-1'], ['31号楼', '31'], ['3号楼东单元', '3号楼东单元'], ['东楼', '东楼'], ['办公楼', '办公楼'],
  ])('of %s is %s', (name, expected) => {
    expect(normaliseBuilding(name)).toBe(expected)
  })

  it('leaves out the community in front, with or without its suffix', () => {
    expect(normaliseBuilding('国槐里3号楼', '国槐里')).toBe('3')
    expect(normaliseBuilding('国槐里小区3号楼', '国槐里')).toBe('3')
    expect(normaliseBuilding('国槐里', '国槐里')).toBe('国槐里')
  })
})
