import { describe, expect, it } from 'vitest'
import { joinNews, newsScene } from '@/analysis/show/news-scene'
import { makeNews, makeScene } from './made-scenes'

describe('newsScene', () => {
  it('is about everybody in the news, each once, on the day of the newer data', () => {
    const news = makeNews({ finishedIds: ['C07'], startedIds: ['C08', 'C07'], acceptedIds: ['C09'] })
    expect(newsScene(news)).toMatchObject({ id: 'news', kind: 'news', communityIds: ['C09', 'C07', 'C08'], day: 207, fromDay: null, colouring: 'stage', news })
  })
})

describe('joinNews', () => {
  it('keeps what nobody has seen yet', () => {
    const first = newsScene(makeNews({ finishedIds: ['C01'], from: 200, to: 207 }))
    const second = newsScene(makeNews({ finishedIds: ['C02', 'C01'], acceptedIds: ['C03'], from: 207, to: 214 }))
    expect(joinNews(first, second).news).toEqual({ finishedIds: ['C01', 'C02'], acceptedIds: ['C03'], startedIds: [], from: 200, to: 214 })
    expect(joinNews(first, second).communityIds).toEqual(['C03', 'C01', 'C02'])
  })

  it('is the later scene if there is nothing to join', () => {
    const later = newsScene(makeNews({ finishedIds: ['C02'] }))
    expect(joinNews(null, later)).toBe(later)
    expect(joinNews(makeScene('a'), later)).toBe(later)
  })
})
