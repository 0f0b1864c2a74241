import { defaultPath } from '@/data/fields'
import type { DatasetValues } from '@/data/read-dataset'
import type { Finding } from '@/domain/finding'
import type { ProposedSite } from '@/domain/place'

/** Proposed sites after an import, and what is said of those that went. */
export interface Withdrawn {
  sites: readonly ProposedSite[]
  /** One warning for each site that went. */
  findings: Finding[]
}

/**
 * Take out what may no longer be shown to the public: proposed sites on a space that the import takes away or ends the
 * publication of. A site that stood on such a space before is left for the check of the folder.
 */
export function withdrawSites(before: Partial<DatasetValues>, after: Partial<DatasetValues>): Withdrawn {
  const sites = before['proposed-sites'] ?? []
  const publishedIn = (values: Partial<DatasetValues>) => new Set((values['spare-spaces'] ?? []).filter(({ published }) => published).map(({ id }) => id))
  const [then, now] = [publishedIn(before), publishedIn(after)]
  const endedOf = ({ spaceIds }: ProposedSite) => spaceIds.filter((id) => then.has(id) && !now.has(id))
  const findings = sites.flatMap((site): Finding[] => {
    const ended = endedOf(site)
    if (ended.length === 0) return []
    return [{ code: 'site-withdrawn', severity: 'warning', file: defaultPath('proposed-sites'), feature: site.id, field: 'spaceIds', params: { name: site.name, found: ended.join(', ') } }]
  })
  return { sites: findings.length === 0 ? sites : sites.filter((site) => endedOf(site).length === 0), findings }
}
