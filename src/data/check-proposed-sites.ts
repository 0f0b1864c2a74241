import { refers, type Lookup } from '@/data/references'
import type { Finding } from '@/domain/finding'
import type { ProposedSite, SpareSpace } from '@/domain/place'

export interface ProposedSitesToCheck {
  /** With the spaces they name: not of a public edition, which names none. */
  sites: readonly ProposedSite[]
  /** Empty without a file: then no site can be proven to be public. */
  spaces: readonly SpareSpace[]
  knownSpaces: Lookup
  /** Path of the file of the sites. */
  file: string
}

/**
 * Whether what is shown to the public as a proposed site stands on published spaces alone.
 *
 * @returns One error for each space that is unknown or not published, and for a site that names none.
 */
export function checkProposedSites({ sites, spaces, knownSpaces, file }: ProposedSitesToCheck): Finding[] {
  const findings: Finding[] = []
  const unpublished = new Set(spaces.filter(({ published }) => !published).map(({ id }) => id))
  for (const { id, spaceIds } of sites) {
    const place = { file, feature: id, field: 'spaceIds' }
    if (spaceIds.length === 0) findings.push({ code: 'field-missing', severity: 'error', ...place, params: {} })
    for (const spaceId of spaceIds) {
      if (!refers(spaceId, knownSpaces, { ...place, refersTo: 'spare-spaces' }, findings)) continue
      if (unpublished.has(spaceId)) findings.push({ code: 'space-not-published', severity: 'error', ...place, params: { found: spaceId } })
    }
  }
  return findings
}
