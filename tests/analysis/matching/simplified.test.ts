import { describe, expect, it } from 'vitest'
import { simplified } from '@/analysis/matching/simplified'

describe('simplified', () => {
  it.each([
    ['小區名稱', '小区名称'], ['戶數', '户数'], ['建築面積', '建筑面积'], ['竣工時間', '竣工时间'], ['樓棟號', '楼栋号'], ['興安街道', '兴安街道'], ['供水管網改造', '供水管网改造'],
    ['完成進度', '完成进度'], ['玉蘭里', '玉兰里'], ['銀杏里', '银杏里'], ['經濟開發區', '经济开发区'], ['備註', '备注'], ['萬平方米', '万平方米'],
  ])('%s is %s', (text, short) => {
    expect(simplified(text)).toBe(short)
  })

  it('leaves everything else', () => {
    expect(simplified('红枫里 3号楼 A栋 𠮷')).toBe('红枫里 3号楼 A栋 𠮷')
  })
})
