import type { Finding } from '@/domain/finding'

/** What is known of an id: usable, rejected with a finding of its own, or never seen. */
export type Lookup = (id: string) => 'usable' | 'rejected' | 'unknown'

/**
 * Make a lookup over the ids of one file.
 *
 * @param findings - An id with an error finding in that file is rejected, not unknown.
 */
export function lookupOf(ids: readonly string[], file: string, findings: readonly Finding[]): Lookup {
  const usable = new Set(ids)
  const errors = findings.filter((finding) => finding.severity === 'error' && finding.file === file)
  const rejected = new Set(errors.map(({ feature }) => feature))
  return (id) => (usable.has(id) ? 'usable' : rejected.has(id) ? 'rejected' : 'unknown')
}

/** Where a reference stands and what it should name. */
export interface ReferencePlace {
  file: string
  feature: string
  field: string
  refersTo: string
}

/** True if the id can be used; an id that was never seen is a finding, a rejected one is left out in silence. */
export function refers(id: string, lookup: Lookup, place: ReferencePlace, findings: Finding[]): boolean {
  const state = lookup(id)
  if (state === 'unknown') {
    const { refersTo, ...where } = place
    findings.push({ code: 'dangling-reference', severity: 'error', ...where, params: { found: id, refersTo } })
  }
  return state === 'usable'
}
