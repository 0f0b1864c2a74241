import type { SourceFile } from '@/domain/source-file'

/**
 * Numbers of the features of a file that its reader found an error in: their rows are there to be shown and may not be used,
 * neither their shape nor their attributes. A ring that is merely not closed does not count: it can be repaired.
 */
export function refusedFeatures({ findings }: Pick<SourceFile, 'findings'>): ReadonlySet<number> {
  const refused = new Set<number>()
  for (const { code, severity, feature } of findings) {
    if (severity === 'error' && code !== 'ring-unclosed' && feature?.startsWith('feature ')) refused.add(Number(feature.slice(8)))
  }
  return refused
}
