import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { writeNotices } from '@/cli/notices.mjs'

describe('notices', () => {
  it('are those of the installed packages (else: node src/cli/notices.mjs)', () => {
    expect(readFileSync('NOTICES.md', 'utf8').replaceAll('\r\n', '\n')).toBe(writeNotices())
  })

  it('name every run-time dependency and no tool', () => {
    const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'))
    const notices = writeNotices()
    for (const name of Object.keys(dependencies)) expect(notices).toContain(name.replace(/^@turf\/.*/, '@turf/'))
    for (const name of Object.keys(devDependencies)) expect(notices).not.toContain(`| ${name} |`)
  })
})
