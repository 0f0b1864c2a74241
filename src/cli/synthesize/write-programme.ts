import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeBaseline } from '@/cli/synthesize/baseline'
import { makeLedger } from '@/cli/synthesize/ledger'
import { makePlan } from '@/cli/synthesize/plan'
import { writeBaselineCsv, writeLedgerCsv } from '@/cli/synthesize/programme-csv'
import { makeCommunitySpecs, PROGRAMME_SEED } from '@/cli/synthesize/programme-specs'
import { makeRandom } from '@/cli/synthesize/random'

/**
 * Write `plan.json`, `baseline.csv` and `ledger.csv` of the synthetic programme into a folder.
 *
 * The same code gives the same bytes. The manifest and the maps are not touched.
 */
export function writeProgramme(folder: string): void {
  const specs = makeCommunitySpecs(makeRandom(PROGRAMME_SEED))
  const baseline = makeBaseline(specs, makeRandom(PROGRAMME_SEED + 1))
  const ledger = makeLedger(specs, baseline, makeRandom(PROGRAMME_SEED + 2))
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'plan.json'), `${JSON.stringify(makePlan(), null, 2)}\n`)
  writeFileSync(join(folder, 'baseline.csv'), writeBaselineCsv(baseline))
  writeFileSync(join(folder, 'ledger.csv'), writeLedgerCsv(ledger))
}

/** `node src/cli/run.mjs src/cli/synthesize/write-programme.ts [FOLDER]` */
export function main([folder = 'geodata']: string[]): void {
  writeProgramme(folder)
}
