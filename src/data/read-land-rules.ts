import { checkShape, UNUSABLE } from '@/data/check-shape'
import { LAND_RULES_SHAPE } from '@/data/land-rules-shape'
import { parseJson } from '@/data/parse-json'
import type { Checked, Finding } from '@/domain/finding'
import { CRITERIA, type LandRules } from '@/domain/land-rules'
import { TENURES } from '@/domain/place'

/**
 * Read `land-rules.json`.
 *
 * All or nothing: with one rule left out the answer would look lawful and not be, so `value` is null
 * as soon as one field has an error. Fields nobody knows are only warned of.
 */
export function readLandRules(text: string, file: string): Checked<LandRules> {
  const json = parseJson(text, file)
  if (json.findings.length > 0) return { value: null, findings: json.findings }
  return checkLandRules(json.value, file)
}

/** The same for rules that are no text any more, as after a change by hand. */
export function checkLandRules(raw: unknown, file: string): Checked<LandRules> {
  const findings: Finding[] = []
  const rules = checkShape<LandRules>(LAND_RULES_SHAPE, raw, '', { file, feature: null }, findings)
  if (rules === UNUSABLE) return { value: null, findings }
  const together = checkTogether(rules, file)
  const isUsable = together.every(({ severity }) => severity === 'warning')
  return { value: isUsable ? rules : null, findings: [...findings, ...together] }
}

/** What no field can tell alone. */
function checkTogether(rules: LandRules, file: string): Finding[] {
  const found: Finding[] = []
  const report = (code: Finding['code'], feature: string | null, field: string, params: Finding['params']) =>
    found.push({ code, severity: 'error', file, feature, field, params })

  for (const id of CRITERIA) {
    const { worst, best } = rules.criteria[id]
    if (worst === best) report('wrong-type', id, `criteria.${id}.best`, { expected: 'not-worst', found: best })
  }
  rules.facilities.forEach(({ type, minStorey, maxStorey, forms }, i) => {
    if (maxStorey && maxStorey.value < minStorey.value) {
      report('out-of-bounds', type, `facilities[${i}].maxStorey.value`, { found: maxStorey.value, min: minStorey.value, max: 60, unit: '' })
    }
    forms.forEach(({ minFloorAreaM2, maxFloorAreaM2 }, k) => {
      if (maxFloorAreaM2 === null || maxFloorAreaM2 >= minFloorAreaM2) return
      const params = { found: maxFloorAreaM2, min: minFloorAreaM2, max: 1_000_000, unit: 'm2' }
      report('out-of-bounds', type, `facilities[${i}].forms[${k}].maxFloorAreaM2`, params)
    })
  })
  // Without a difficulty a site stays unscored, which is right only for a tenure that is itself unknown.
  for (const tenure of TENURES.filter((one) => one !== 'unknown' && !rules.tenures.some((rule) => rule.tenure === one))) {
    found.push({ code: 'field-missing', severity: 'warning', file, feature: tenure, field: `tenures.${tenure}`, params: {} })
  }
  return found
}
