import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { writeProgramme } from '@/cli/synthesize/write-programme'

describe('writeProgramme', () => {
  it('writes exactly the three files that are shipped', () => {
    const folder = mkdtempSync(join(tmpdir(), 'programme-'))
    try {
      writeProgramme(folder)
      for (const name of ['plan.json', 'baseline.csv', 'ledger.csv']) {
        // Not toEqual on the text: a difference would print 300 kB.
        expect(readFileSync(join(folder, name)).equals(readFileSync(join('geodata', name))), name).toBe(true)
      }
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
