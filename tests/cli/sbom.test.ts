import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { writeSbom } from '@/cli/sbom.mjs'

interface Listed {
  type: string
  name: string
  version: string
  scope: string
  purl?: string
  'bom-ref': string
  hashes: { alg: string; content: string }[]
  licenses: { license?: { id?: string; name?: string }; expression?: string }[]
}

const text = writeSbom()
const list = JSON.parse(text)
const components: Listed[] = list.components
const lock: Record<string, { version: string; dev?: boolean; devOptional?: boolean; integrity?: string }> =
  JSON.parse(readFileSync('package-lock.json', 'utf8')).packages

describe('the list of parts', () => {
  it('has every package that is installed without the tools, with its hash', () => {
    const installed = Object.entries(lock).filter(([path, entry]) => path !== '' && !entry.dev && !entry.devOptional)
    expect(installed.length).toBeGreaterThan(100)
    for (const [path, { version, integrity }] of installed) {
      const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
      const listed = components.filter((part) => part.name === name && part.version === version)
      expect(listed, `${name}@${version}`).toHaveLength(1)
      expect(listed[0]!.purl).toBe(`pkg:npm/${name.replace('@', '%40')}@${version}`)
      expect(listed[0]!.hashes.map(({ alg, content }) => `${alg} ${Buffer.from(content, 'hex').toString('base64')}`))
        .toEqual([integrity!.replace('sha512-', 'SHA-512 ')])
    }
  })

  it('has no tool among what reaches the page', () => {
    const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'))
    expect(components.filter(({ name, scope }) => scope === 'required' && name in devDependencies)).toEqual([])
  })

  it('tells what does not reach the page', () => {
    const scopeOf = (name: string) => components.find((part) => part.name === name)?.scope
    expect([scopeOf('vue'), scopeOf('maplibre-gl'), scopeOf('@vue/compiler-sfc')]).toEqual(['required', 'required', 'excluded'])
  })

  it('has the fonts with their licence and the hash of the file', () => {
    const fonts = components.filter(({ type }) => type === 'file')
    expect(fonts.map(({ name }) => name)).toEqual(['fonts/core-bold.woff2', 'fonts/core-regular.woff2', 'fonts/rest-regular.woff2'])
    for (const { name, licenses, hashes } of fonts) {
      expect(licenses).toEqual([{ license: { id: 'OFL-1.1' } }])
      expect(hashes).toEqual([{ alg: 'SHA-256', content: createHash('sha256').update(readFileSync(`public/${name}`)).digest('hex') }])
    }
  })

  it('names a licence for each part', () => {
    for (const { name, licenses } of components) {
      expect(licenses, name).toHaveLength(1)
      expect(licenses[0]!.expression ?? licenses[0]!.license!.id ?? licenses[0]!.license!.name, name).toMatch(/\w/)
    }
    const licenceOf = (name: string) => components.find((part) => part.name === name)!.licenses[0]
    expect(licenceOf('echarts')).toEqual({ license: { id: 'Apache-2.0' } })
    expect(licenceOf('geojson-validation')).toEqual({ license: { name: 'LGPL-3' } })
  })

  it('has the shape of CycloneDX', () => {
    expect([list.bomFormat, list.specVersion, list.version]).toEqual(['CycloneDX', '1.5', 1])
    const refs: string[] = [list.metadata.component['bom-ref'], ...components.map((part) => part['bom-ref'])]
    expect(new Set(refs).size).toBe(refs.length)
    for (const { hashes } of components) for (const { content } of hashes) expect(content).toMatch(/^([\da-f]{64}|[\da-f]{128})$/)
    for (const { ref, dependsOn } of list.dependencies) expect(refs).toEqual(expect.arrayContaining([ref, ...dependsOn]))
    const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'))
    expect(list.dependencies.find(({ ref }: { ref: string }) => ref === refs[0]).dependsOn).toHaveLength(Object.keys(dependencies).length)
  })

  it('is the same bytes each time and tells nothing of the machine', () => {
    expect(writeSbom()).toBe(text)
    expect(text).not.toContain(process.cwd())
    expect(text).not.toMatch(/timestamp|serialNumber|registry|resolved|node_modules/)
    expect([...text.matchAll(/https?:\/\/[^"\s]+/g)].map(([address]) => address)).toEqual(['http://cyclonedx.org/schema/bom-1.5.schema.json'])
  })

  it('is written where it is wanted', () => {
    const folder = mkdtempSync(join(tmpdir(), 'sbom-'))
    try {
      execFileSync(process.execPath, ['src/cli/sbom.mjs', '--out', 'parts.json'], { env: { ...process.env, INIT_CWD: folder } })
      expect(readFileSync(join(folder, 'parts.json'), 'utf8')).toBe(text)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
