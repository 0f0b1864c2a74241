import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FeatureCollection } from 'geojson'
import { BUILT_IN_RULES } from '@/analysis/siting/built-in-rules'
import { proposeSites, PROPOSED_COUNT, PROPOSED_FACILITIES } from '@/cli/propose'
import { readLandFolder } from '@/cli/read-land-folder'
import { toFeatures } from '@/cli/synthesize/features'
import { growTown } from '@/cli/synthesize/grow-town'
import { makeCommunitySpecs, PROGRAMME_SEED } from '@/cli/synthesize/programme-specs'
import { makeRandom } from '@/cli/synthesize/random'
import { SAMPLE_TOUR } from '@/cli/synthesize/sample-tour'
import { LAST_DAY } from '@/cli/synthesize/site-simulation'
import { writeProgramme } from '@/cli/synthesize/write-programme'
import { defaultPath, FEATURE_FIELDS, fieldsOf, ROW_FIELDS } from '@/data/fields'
import { sha256Hex } from '@/data/hash'
import { manifestText } from '@/data/refresh-manifest'
import { writeFeatures } from '@/data/write-features'
import { tourText } from '@/data/write-tour'
import { DATASETS, type Audience, type DatasetId, type Manifest, type ManifestFile } from '@/domain/manifest'

const ATTRIBUTION = '总数据公开方案（2024-05-09）'

/**
 * Write a complete synthetic `geodata` folder: plan, baseline, ledger, the town, the rules of finding land, the tour of the wall, and the manifest.
 *
 * The same seed gives the same bytes. The seed moves the town; the programme itself is fixed.
 */
export async function synthesize(dir: string, seed: number): Promise<void> {
  mkdirSync(dir, { recursive: true })
  writeProgramme(dir)
  const files = toFeatures(growTown(makeCommunitySpecs(makeRandom(PROGRAMME_SEED)), seed))
  for (const [id, collection] of Object.entries(files)) writeFileSync(join(dir, `${id}.geojson`), toLines(collection))
  writeFileSync(join(dir, defaultPath('land-rules')), `${JSON.stringify(BUILT_IN_RULES, null, 2)}\n`)
  writeFileSync(join(dir, defaultPath('tour')), tourText(SAMPLE_TOUR))
  writeFileSync(join(dir, 'manifest.json'), manifestText(makeManifest(dir)))
  writeProposedSites(dir)
  writeFileSync(join(dir, 'manifest.json'), manifestText(makeManifest(dir)))
}

/** Found in the folder that was just written, as a bureau finds its own. */
function writeProposedSites(dir: string): void {
  const { input } = readLandFolder(dir, null)
  if (input === null) throw new Error(`No plan in ${dir}`)
  const sites = proposeSites(input, { facilities: PROPOSED_FACILITIES, countOfEach: PROPOSED_COUNT })
  writeFileSync(join(dir, defaultPath('proposed-sites')), writeFeatures('proposed-sites', sites, 'internal'))
}

/** One feature per line: small, and a difference shows which feature changed. */
function toLines({ features }: FeatureCollection): string {
  return `{"type":"FeatureCollection","features":[\n${features.map((feature) => JSON.stringify(feature)).join(',\n')}\n]}\n`
}

function makeManifest(dir: string): Manifest {
  const files = DATASETS.filter((id) => existsSync(join(dir, defaultPath(id)))).map((id): ManifestFile => {
    const path = defaultPath(id)
    const bytes = readFileSync(join(dir, path))
    const sha256 = sha256Hex(bytes)
    return { id, path, bytes: bytes.length, sha256, audience: audienceOf(id), provenance: 'synthetic', dataDate: LAST_DAY }
  })
  return { format: 'renovation-geodata', version: 1, dataDate: LAST_DAY, provenance: 'synthetic', attribution: ATTRIBUTION, files }
}

/** A file with a field that may not be published may not be published as it is. */
function audienceOf(id: DatasetId): Audience {
  const fields = { ...FEATURE_FIELDS, ...ROW_FIELDS, plan: {}, 'land-rules': {}, tour: {} }[id]
  return fieldsOf(fields).some(([, { audience }]) => audience === 'internal') ? 'internal' : 'public'
}

/** `node src/cli/run.mjs src/cli/synthesize/main.ts [DIR] [--seed N]` */
export async function main(args: string[]): Promise<void> {
  const at = args.indexOf('--seed')
  const seed = at >= 0 ? Number(args[at + 1]) : PROGRAMME_SEED
  const dir = args.find((arg, i) => !arg.startsWith('--') && (at < 0 || i !== at + 1)) ?? 'geodata'
  await synthesize(dir, seed)
}
