import { describe, expect, it } from 'vitest'
import { pinyinKeys } from '@/data/pinyin-keys'

describe('pinyinKeys', () => {
  it('gives name, full pinyin and initials', async () => {
    expect(await pinyinKeys(['国槐里', '汶河', '青云大街'])).toEqual([
      ['国槐里', 'guohuaili', 'ghl'], ['汶河', 'wenhe', 'wh'], ['青云大街', 'qingyundajie', 'qydj'],
    ])
  })

  it('keeps letters and digits of a mixed name', async () => {
    expect(await pinyinKeys(['国槐里1号楼', 'A区 3 号'])).toEqual([
      ['国槐里1号楼', 'guohuaili1haolou', 'ghl1hl'], ['a区3号', 'aqu3hao', 'aq3h'],
    ])
  })

  it('reads a name of Latin letters as it is, lower case and without spaces, once', async () => {
    expect(await pinyinKeys(['Old Town'])).toEqual([['oldtown']])
  })

  it('answers in the order of the names, also for none and for an empty name', async () => {
    expect(await pinyinKeys([])).toEqual([])
    expect(await pinyinKeys(['', '汶河'])).toEqual([[''], ['汶河', 'wenhe', 'wh']])
  })

  it('reads letters that sound different in names as the town does', async () => {
    // 行 háng in 银行, 长 cháng, 乐 yuè in 音乐, 重 chóng in 重庆
    expect((await pinyinKeys(['人民银行', '长城路', '音乐厅'])).map((keys) => keys[1])).toEqual(['renminyinhang', 'changchenglu', 'yinyueting'])
  })
})
