import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FeatureCollection } from 'geojson'
import { toFeatures } from '@/cli/synthesize/features'
import { growTown } from '@/cli/synthesize/grow-town'
import { makeCommunitySpecs, PROGRAMME_SEED } from '@/cli/synthesize/programme-specs'
import { makeRandom } from '@/cli/synthesize/random'
import { writeProgramme } from '@/cli/synthesize/write-programme'
import { sha256Hex } from '@/data/hash'
import { DATASETS, type DatasetId } from '@/domain/manifest'

/** Last day the shipped ledger speaks of. */
const DATA_DATE = '2024-10-28'
const ATTRIBUTION = '总数据公开方案（2024-05-09）'

/**
 * Write a complete synthetic `geodata` folder: plan, baseline, ledger, the town, and the manifest.
 *
 * The same seed gives the same bytes. The seed moves the town; the programme itself is fixed.
 */
export async function synthesize(dir: string, seed: number): Promise<void> {
  mkdirSync(dir, { recursive: true })
  writeProgramme(dir)
  const files = toFeatures(growTown(makeCommunitySpecs(makeRandom(PROGRAMME_SEED)), seed))
  for (const [id, collection] of Object.entries(files)) writeFileSync(join(dir, `${id}.geojson`), toLines(collection))
  writeFileSync(join(dir, 'manifest.json'), `${JSON.stringify(makeManifest(dir), null, 2)}\n`)
}

/** One feature per line: small, and a difference shows which feature changed. */
function toLines({ features }: FeatureCollection): string {
  return `{"type":"FeatureCollection","features":[\n${features.map((feature) => JSON.stringify(feature)).join(',\n')}\n]}\n`
}

function makeManifest(dir: string): object {
  const files = DATASETS.map((id) => {
    const path = pathOf(id)
    const bytes = readFileSync(join(dir, path))
    return { id, path, bytes: bytes.length, sha256: sha256Hex(bytes), audience: id === 'spare-spaces' ? 'internal' : 'public', provenance: 'synthetic', dataDate: DATA_DATE }
  })
  return { format: 'renovation-geodata', version: 1, dataDate: DATA_DATE, provenance: 'synthetic', attribution: ATTRIBUTION, files }
}

function pathOf(id: DatasetId): string {
  return id === 'plan' ? 'plan.json' : id === 'baseline' || id === 'ledger' ? `${id}.csv` : `${id}.geojson`
}

/** `node src/cli/run.mjs src/cli/synthesize/main.ts [DIR] [--seed N]` */
export async function main(args: string[]): Promise<void> {
  const at = args.indexOf('--seed')
  const seed = at >= 0 ? Number(args[at + 1]) : PROGRAMME_SEED
  const dir = args.find((arg, i) => !arg.startsWith('--') && (at < 0 || i !== at + 1)) ?? 'geodata'
  await synthesize(dir, seed)
}
