import { parseJson } from '@/data/parse-json'
import type { Checked } from '@/domain/finding'
import type { Tour } from '@/domain/tour'

/** Read `tour.json`. */
export function readTour(text: string, file: string): Checked<Tour> {
  const json = parseJson(text, file)
  return json.findings.length > 0 ? { value: null, findings: json.findings } : { value: json.value as Tour, findings: [] }
}
