import { describe, expect, it } from 'vitest'
import { checkProposedSites } from '@/data/check-proposed-sites'
import { lookupOf } from '@/data/references'
import type { ProposedSite, SpareSpace } from '@/domain/place'

const spaces = [{ id: 'S001', published: true }, { id: 'S002', published: false }] as SpareSpace[]
const knownSpaces = lookupOf(spaces.map(({ id }) => id), 'spaces', [])
const check = (...spaceIds: string[]) =>
  checkProposedSites({ sites: [{ id: 'P01', spaceIds } as ProposedSite], spaces, knownSpaces, file: 'sites' })

describe('checkProposedSites', () => {
  it('has nothing to say of a site on published spaces', () => expect(check('S001')).toEqual([]))

  it('names each space that is not published or not known', () => {
    expect(check('S001', 'S002', 'S003').map(({ code, params }) => [code, params['found']])).toEqual([
      ['space-not-published', 'S002'], ['dangling-reference', 'S003'],
    ])
  })

  it('does not take a site without spaces for a public one', () => {
    expect(check()).toMatchObject([{ code: 'field-missing', feature: 'P01', field: 'spaceIds', severity: 'error' }])
  })
})
