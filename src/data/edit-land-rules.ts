import { applyRuleChanges, type RuleChange } from '@/analysis/siting/change-rules'
import { checkLandRules } from '@/data/read-land-rules'
import type { LandRules } from '@/domain/land-rules'

/**
 * Rules with changes that somebody typed, into the page or into a link.
 *
 * The changed rules pass the same checks as a file of rules. A change that would break them (a negative width,
 * a share above 1) is left out; the others stand.
 */
export function editLandRules(rules: LandRules, changes: readonly RuleChange[]): LandRules {
  if (changes.length === 0) return rules
  const all = applyRuleChanges(rules, changes)
  if (isLawful(all)) return all
  return changes.reduce((edited, change) => {
    const next = applyRuleChanges(edited, [change])
    return isLawful(next) ? next : edited
  }, rules)
}

const isLawful = (rules: LandRules): boolean => checkLandRules(rules, '').value !== null
