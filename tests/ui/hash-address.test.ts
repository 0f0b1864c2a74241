// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { formatHash, linkTo, parseHash, rememberAddress } from '@/ui/hash-address'

describe('parseHash', () => {
  it.each([
    ['#/progress?date=2024-08-26', '/progress', { date: '2024-08-26' }],
    ['#/land', '/land', {}],
    ['', '/', {}],
    ['#?theme=dark', '/', { theme: 'dark' }],
    ['#/land?site=a?b', '/land', { site: 'a?b' }],
  ])('reads %s', (hash, path, query) => expect(parseHash(hash)).toEqual({ path, query }))

  it('reads what formatHash writes', () => {
    const address = { path: '/land', query: { site: 'P01+P02', camera: '119.2,36.4,14' } }
    expect(formatHash(address)).toBe('#/land?site=P01%2BP02&camera=119.2,36.4,14')
    expect(parseHash(formatHash(address))).toEqual(address)
  })
})

describe('linkTo', () => {
  it('leads to a view that was never open, with what the views share', () => {
    expect(linkTo('/land', { theme: 'dark', lang: 'en' })).toBe('#/land?theme=dark&lang=en')
  })

  it('leads back to what was left, in the appearance and language of now', () => {
    rememberAddress({ path: '/progress', query: { date: '2024-08-26', theme: 'dark', lang: 'en' } })
    expect(linkTo('/progress', { theme: 'light' })).toBe('#/progress?date=2024-08-26&theme=light')
  })
})
