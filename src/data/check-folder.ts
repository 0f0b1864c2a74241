import { findSelfIntersections, type AreaRecord } from '@/analysis/shape/find-self-intersections'
import { checkGeometry } from '@/analysis/totals/check-geometry'
import { explainTotals } from '@/analysis/totals/explain-totals'
import { reconcileTotals } from '@/analysis/totals/reconcile-totals'
import { assembleProgramme } from '@/data/assemble-programme'
import { checkProposedSites } from '@/data/check-proposed-sites'
import { checkTour } from '@/data/check-tour'
import { defaultPath } from '@/data/fields'
import { readDataset, type DatasetValues } from '@/data/read-dataset'
import { MANIFEST_PATH, readManifest } from '@/data/read-manifest'
import { lookupOf, refers } from '@/data/references'
import { decodeUtf8, looksLikeHtml, notUtf8, verifyBytes } from '@/data/verify-bytes'
import type { Finding } from '@/domain/finding'
import { CORE_DATASETS, DATASETS, type DatasetId, type Manifest, type ManifestFile } from '@/domain/manifest'

/** Reads one file of the folder; null if it does not exist. */
export type ReadFile = (path: string) => Promise<Uint8Array | null>

/** Every dataset that could be read, with the path it was read from. */
type Values = { [D in DatasetId]?: DatasetValues[D] }

/** Areas other than communities, buildings and spare spaces, which are checked in space anyway. */
const OTHER_AREAS = ['water', 'greens', 'blocks', 'context-buildings'] as const

/**
 * Check a whole `geodata` folder: manifest, files, fields, geometry, references, rows, totals.
 *
 * What cannot be read is reported and the rest is still checked.
 *
 * @param paths - Names of all files in the folder; then files the manifest does not list are reported too.
 * @returns Findings in the order of the files.
 */
export async function checkFolder(readFile: ReadFile, paths: readonly string[] | null = null): Promise<Finding[]> {
  const findings: Finding[] = []
  const manifest = await checkManifest(readFile, findings)
  const listed = manifest?.files ?? []
  const pathOf = (id: DatasetId) => listed.find((file) => file.id === id)?.path ?? defaultPath(id)

  const values: Values = {}
  // The plan comes first: its bounds say where coordinates may lie.
  for (const id of DATASETS) {
    const file = listed.find((entry) => entry.id === id) ?? null
    const isNeeded = file !== null || (manifest === null && isCore(id))
    const text = file || manifest === null ? await readText(readFile, pathOf(id), file, isNeeded, findings) : null
    if (text === null) continue
    const { value, findings: found } = readDataset(id, text, { file: pathOf(id), bounds: values.plan?.bounds ?? null, audience: file?.audience })
    findings.push(...found)
    if (value !== null) Object.assign(values, { [id]: value })
  }
  findings.push(...unlisted(paths, manifest))
  findings.push(...checkAcross(values, manifest, pathOf, findings))
  if (values.tour) {
    const lookup = (list: readonly { id: string }[] | undefined, id: DatasetId) => list ? lookupOf(list.map((one) => one.id), pathOf(id), findings) : null
    const lookups = { districts: lookup(values.plan?.districts, 'plan'), communities: lookup(values.communities, 'communities') }
    findings.push(...await checkTour(values.tour, pathOf('tour'), lookups, readFile))
  }
  return inFileOrder(findings, [MANIFEST_PATH, ...DATASETS.map(pathOf)])
}

async function checkManifest(readFile: ReadFile, findings: Finding[]): Promise<Manifest | null> {
  const bytes = await readFile(MANIFEST_PATH)
  if (bytes === null) {
    findings.push({ code: 'file-missing', severity: 'error', file: MANIFEST_PATH, feature: null, field: null, params: {} })
    return null
  }
  const text = textOf(bytes, MANIFEST_PATH, findings)
  if (text === null) return null
  const { value, findings: found } = readManifest(text)
  findings.push(...found)
  return value
}

/** The text of a file that is there, decodable and no page; differences from the manifest do not stop the check. */
async function readText(
  readFile: ReadFile, path: string, file: ManifestFile | null, isNeeded: boolean, findings: Finding[],
): Promise<string | null> {
  const bytes = await readFile(path)
  if (bytes === null) {
    if (isNeeded) findings.push({ code: 'file-missing', severity: 'error', file: path, feature: null, field: null, params: {} })
    return null
  }
  const broken = file && verifyBytes(bytes, file)
  if (broken && broken.code !== 'file-is-html') findings.push(broken)
  return textOf(bytes, path, findings)
}

function textOf(bytes: Uint8Array, path: string, findings: Finding[]): string | null {
  if (looksLikeHtml(bytes)) {
    findings.push({ code: 'file-is-html', severity: 'error', file: path, feature: null, field: null, params: {} })
    return null
  }
  const text = decodeUtf8(bytes)
  if (text === null) findings.push(notUtf8(path))
  return text
}

const isCore = (id: DatasetId): boolean => (CORE_DATASETS as readonly DatasetId[]).includes(id)

/** Data files in the folder that the app will never load. */
function unlisted(paths: readonly string[] | null, manifest: Manifest | null): Finding[] {
  if (paths === null || manifest === null) return []
  const listed = new Set([MANIFEST_PATH, ...manifest.files.map(({ path }) => path)])
  return paths
    .filter((path) => /\.(json|geojson|csv)$/i.test(path) && !listed.has(path))
    .map((file) => ({ code: 'file-not-listed', severity: 'warning', file, feature: null, field: null, params: {} }))
}

const listedAs = (id: DatasetId, manifest: Manifest | null) => manifest?.files.find((file) => file.id === id)?.audience ?? null

/** What no file can tell alone. */
function checkAcross(
  values: Values, manifest: Manifest | null, pathOf: (id: DatasetId) => string, readFindings: readonly Finding[],
): Finding[] {
  const { plan, communities = [], buildings = [] } = values
  const spareSpaces = values['spare-spaces'] ?? []
  const paths = { communities: pathOf('communities'), buildings: pathOf('buildings'), spareSpaces: pathOf('spare-spaces') }
  const found = checkGeometry({ communities, buildings, spareSpaces, paths })
  for (const id of OTHER_AREAS) found.push(...findSelfIntersections((values[id] ?? []) as readonly AreaRecord[], pathOf(id)))

  if (listedAs('proposed-sites', manifest) !== 'public') {
    const knownSpaces = lookupOf(spareSpaces.map(({ id }) => id), paths.spareSpaces, readFindings)
    found.push(...checkProposedSites({ sites: values['proposed-sites'] ?? [], spaces: spareSpaces, knownSpaces, file: pathOf('proposed-sites') }))
  }
  if (values.communities) {
    const known = lookupOf(communities.map(({ id }) => id), paths.communities, readFindings)
    for (const dataset of ['spare-spaces', 'gates'] as const) {
      for (const { id, communityId } of values[dataset] ?? []) {
        if (communityId === null) continue
        refers(communityId, known, { file: pathOf(dataset), feature: id, field: 'communityId', refersTo: 'communities' }, found)
      }
    }
    for (const { communityId } of values['land-rules']?.communityDemand ?? []) {
      const place = { file: pathOf('land-rules'), feature: communityId, field: 'communityDemand.communityId', refersTo: 'communities' }
      refers(communityId, known, place, found)
    }
  }
  if (!plan || !values.communities) return found
  const core = { plan: pathOf('plan'), baseline: pathOf('baseline'), ledger: pathOf('ledger'), ...paths }
  const programme = assembleProgramme({
    plan, communities, buildings: values.buildings ?? null, baseline: values.baseline ?? null, reports: values.ledger ?? null,
    // Without a manifest no report is later than the data.
    dataDate: manifest?.dataDate ?? Infinity, provenance: manifest?.provenance ?? 'reported', paths: core, readFindings,
  })
  found.push(...programme.findings)
  if (!values.buildings) return found
  const rejectedIn = (file: string, records: readonly { id: string }[]) => [...new Set(readFindings
    .filter((finding) => finding.severity === 'error' && finding.file === file && finding.feature !== null)
    .map(({ feature }) => feature!))].filter((id) => !records.some((record) => record.id === id))
  const places = {
    ...core, rejectedCommunityIds: rejectedIn(paths.communities, communities), rejectedBuildingIds: rejectedIn(paths.buildings, buildings),
  }
  return [...found, ...explainTotals(reconcileTotals(plan, communities, buildings), places)]
}

/** By file, in tables by row; otherwise as they were found. */
function inFileOrder(findings: readonly Finding[], files: readonly string[]): Finding[] {
  const rank = (file: string) => (files.includes(file) ? files.indexOf(file) : files.length)
  const row = (feature: string | null) => Number(/^row (\d+)$/.exec(feature ?? '')?.[1] ?? 0)
  return [...findings].sort((a, b) => rank(a.file) - rank(b.file) || row(a.feature) - row(b.feature))
}
