import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { tellReach } from '@/analysis/publication/tell-reach'
import type { LandInput } from '@/analysis/land/land-input'
import { prepareTown } from '@/analysis/land/prepare-town'
import { windRings } from '@/analysis/shape/wind-rings'
import { defaultQuestion } from '@/analysis/siting/default-question'
import { answerQuestion } from '@/cli/answer-question'
import { UsageError } from '@/cli/arguments'
import { readLandFolder } from '@/cli/read-land-folder'
import { FACILITY_SPELLINGS } from '@/cli/site-arguments'
import { defaultPath } from '@/data/fields'
import { MANIFEST_PATH, readManifest } from '@/data/read-manifest'
import { tidyNumber } from '@/data/tidy-number'
import { writeFeatures } from '@/data/write-features'
import type { FacilityType, ProposedSite, SpareSpace } from '@/domain/place'
import { zh } from '@/i18n/zh'

/** Options of `geodata propose`; true: a value follows. */
export const PROPOSE_OPTIONS = { '--facility': true, '--k': true, '--out': true }
/** 一老一小: what the plan asks for first. */
export const PROPOSED_FACILITIES: readonly FacilityType[] = ['elderlyCare', 'childcare']
export const PROPOSED_COUNT = 3

/** So many sites of each type, from the published spaces alone. */
export interface Proposal {
  facilities: readonly FacilityType[]
  countOfEach: number
}

/**
 * Sites that may be shown to the public as proposed, best of each type first.
 *
 * Spaces that are not published take no part. Types are served in the order given, and no space is proposed twice.
 * People are told in whole persons and only where there are enough of them.
 */
export function proposeSites(input: LandInput, { facilities, countOfEach }: Proposal): ProposedSite[] {
  const town = prepareTown(input)
  const taken = new Set<string>()
  const sites: ProposedSite[] = []
  for (const facility of facilities) {
    const spaces = input.spaces.filter(({ id, published }) => published && !taken.has(id))
    const question = { ...defaultQuestion(input.rules, facility, input.defaults), siteCount: countOfEach }
    const answer = answerQuestion(town, spaces, question)
    answer.sites.filter(({ isChosen }) => isChosen).forEach(({ partIds, landAreaM2, reachedPeople, newlyReachedPeople }, i) => {
      const parts = partIds.flatMap((id) => spaces.find((space) => space.id === id) ?? [])
      for (const id of partIds) taken.add(id)
      sites.push({
        id: `P${String(sites.length + 1).padStart(2, '0')}`, name: nameOf(facility, i + 1), facility,
        landAreaM2: landAreaM2 > 0 ? Math.round(tidyNumber(landAreaM2)!) : null, ...tellReach(reachedPeople, newlyReachedPeople),
        spaceIds: [...partIds], provenance: input.provenance.isSynthetic ? 'synthetic' : 'reported', geometry: shapeOf(parts),
      })
    })
  }
  return sites
}

/**
 * `geodata propose [DIR] --facility elderly-care,childcare --k 3 --out FILE`: writes `proposed-sites.geojson`.
 *
 * @returns Exit code: 0 written, 1 without a plan or spaces nothing can be proposed.
 * @throws {UsageError} Bad options.
 */
export function runPropose(dir: string, options: ReadonlyMap<string, string>, print: (line: string) => void, printError: (line: string) => void): number {
  const proposal = proposalOf(options)
  const out = options.get('--out') ?? join(dir, pathIn(dir))
  if (out === '' || !existsSync(dirname(resolve(out)))) throw new UsageError(`--out ${out}: 找不到文件夹 / no such folder`)
  const { input } = readLandFolder(dir, null)
  if (input === null) {
    printError(`${dir}：没有可用的 plan.json，不能计算 / no answer without plan.json`)
    return 1
  }
  const unknown = proposal.facilities.find((type) => !input.rules.facilities.some((standard) => standard.type === type))
  if (unknown) throw new UsageError(`--facility ${unknown}: 规则中没有 / not in the rules`)
  const sites = proposeSites(input, proposal)
  if (sites.length === 0) {
    printError(`${dir}：已公开的可挖潜空间中没有合格地块，未写文件 / no site fits on published spaces, nothing written`)
    return 1
  }
  writeFileSync(out, writeFeatures('proposed-sites', sites, 'internal'))
  for (const { id, name, reachedPeople, newlyReachedPeople, spaceIds } of sites) {
    print([id, name, `${reachedPeople ?? '—'} 人 / people`, `${newlyReachedPeople ?? '—'} 新增 / newly`, spaceIds.join('+')].join('  '))
  }
  print(`${out}: ${sites.length}`)
  if (!options.has('--out')) print(`npm run geodata -- manifest ${dir}`)
  return 0
}

function proposalOf(options: ReadonlyMap<string, string>): Proposal {
  const spelled = options.get('--facility')?.split(',').map((name) => name.trim()) ?? null
  const facilities = spelled?.map((name) => {
    const type = Object.hasOwn(FACILITY_SPELLINGS, name) ? FACILITY_SPELLINGS[name] : undefined
    if (!type) throw new UsageError(`--facility ${name}: ${Object.keys(FACILITY_SPELLINGS).join(' | ')}`)
    return type
  })
  const countOfEach = Number(options.get('--k') ?? PROPOSED_COUNT)
  if (!Number.isSafeInteger(countOfEach) || countOfEach < 1 || options.get('--k') === '') throw new UsageError(`--k ${options.get('--k')}: 1, 2, 3 …`)
  return { facilities: [...new Set(facilities ?? PROPOSED_FACILITIES)], countOfEach }
}

/** Where the folder keeps its proposed sites. */
function pathIn(dir: string): string {
  const path = join(dir, MANIFEST_PATH)
  const manifest = existsSync(path) && statSync(path).isFile() ? readManifest(readFileSync(path, 'utf8')).value : null
  return manifest?.files.find(({ id }) => id === 'proposed-sites')?.path ?? defaultPath('proposed-sites')
}

/** 「拟建养老服务点 1」. */
function nameOf(facility: FacilityType, number: number): string {
  const word = zh.facilityType[facility]
  return `拟建${word}${word.endsWith('服务') ? '点' : '服务点'} ${number}`
}

/** All parts of a site as one shape. */
function shapeOf(parts: readonly SpareSpace[]): ProposedSite['geometry'] {
  const polygons = parts.flatMap(({ geometry }) => (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates))
  return { type: 'MultiPolygon', coordinates: polygons.map(windRings) }
}
