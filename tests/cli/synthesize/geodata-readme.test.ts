import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { FEATURE_FIELDS, fieldsOf, ROW_FIELDS } from '@/data/fields'
import { LAND_RULES_SHAPE } from '@/data/land-rules-shape'
import { TOUR_SHAPE } from '@/data/tour-shape'
import { AGE_GROUPS, LAND_USE_VERDICTS, SOURCE_STATES } from '@/domain/land-rules'
import { FACILITY_TYPES, GREEN_KINDS, HAZARD_KINDS, LAND_USES, ROAD_CLASSES, SPARE_SPACE_KINDS, SURVEY_STATES, TENURES, WATER_KINDS } from '@/domain/place'
import { SCENE_KINDS, TRANSITIONS } from '@/domain/tour'

const readme = readFileSync('geodata/README.md', 'utf8')

/** The heading section, or the table row, that speaks of a file. */
function sectionOf(file: string): string {
  const heading = readme.split(/^## /m).find((section) => section.startsWith(file))
  return heading ?? readme.split('\n').find((line) => line.startsWith(`| ${file} `)) ?? ''
}

const tables = Object.entries({ ...FEATURE_FIELDS, ...ROW_FIELDS })

it.each(tables)('documents every field of %s', (dataset, table) => {
  const section = sectionOf(dataset in ROW_FIELDS ? `${dataset}.csv` : `${dataset}.geojson`)
  for (const [name] of fieldsOf(table)) expect(section, name).toMatch(new RegExp(`\\b${name}\\b`))
})

it.each(tables)('marks what may not be published in %s', (dataset, table) => {
  const section = sectionOf(dataset in ROW_FIELDS ? `${dataset}.csv` : `${dataset}.geojson`)
  for (const [name, { audience }] of fieldsOf(table)) {
    const row = section.split('\n').find((line) => line.startsWith('|') && new RegExp(`\\b${name}\\b`).test(line.split('|')[1] ?? ''))
    if (row && section.startsWith('| ') === false) expect(row.includes('**internal**'), `${name}: ${row}`).toBe(audience === 'internal')
  }
})

it('names every value a field may have', () => {
  const values = [FACILITY_TYPES, GREEN_KINDS, HAZARD_KINDS, LAND_USES, ROAD_CLASSES, SPARE_SPACE_KINDS, SURVEY_STATES, TENURES, WATER_KINDS, AGE_GROUPS,
    LAND_USE_VERDICTS, SOURCE_STATES, SCENE_KINDS, TRANSITIONS].flat()
  for (const value of values) expect(readme).toContain(`\`${value}\``)
})

/** Names of all fields of a shape, also of those inside. */
function namesIn(shape: unknown): string[] {
  if (typeof shape !== 'object' || shape === null) return []
  if ('list' in shape) return namesIn(shape.list)
  if (!('object' in shape)) return []
  return Object.entries(shape.object as object).flatMap(([name, below]) => [name, ...namesIn(below)])
}

it('documents every field of land-rules', () => {
  const names = new Set(namesIn(LAND_RULES_SHAPE))
  expect(names.size).toBeGreaterThan(50)
  const section = sectionOf('land-rules.json')
  for (const name of names) expect(section, name).toMatch(new RegExp(`\\b${name}\\b`))
})

it('documents every field of tour', () => {
  const names = new Set(namesIn(TOUR_SHAPE))
  expect(names.size).toBeGreaterThan(30)
  const section = sectionOf('tour.json')
  for (const name of names) expect(section, name).toMatch(new RegExp(`\\b${name}\\b`))
})
