// Writes the list of parts (SBOM) in the format CycloneDX 1.5: packages with version, licence and hash, and the fonts.
//   npm run sbom                  → sbom.cdx.json
//   npm run sbom -- --out FILE
// The same parts give the same bytes: no time, no serial number, no folder of this machine, no host of a registry.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { licenceAt, nameOf, pathsInPage, placeOf, readLock } from './notices.mjs'

/** @typedef {import('./notices.mjs').Lock} Lock */
/** @typedef {{ license: { id: string } } | { license: { name: string } } | { expression: string }} LicenceEntry */
/** @typedef {{ type: string, 'bom-ref': string, name: string, version: string, scope?: string, hashes: { alg: string, content: string }[],
 *   licenses: LicenceEntry[], purl?: string, description?: string }} Component */

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
export const SBOM_FILE = 'sbom.cdx.json'
const FONT_FOLDER = 'public/fonts'
const FONT_VERSION = '2.004'
/** Identifiers of the SPDX list that occur here; another licence is named in its own words. */
const SPDX = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '0BSD', 'Unlicense', 'OFL-1.1']
/** Packages that misspell theirs. */
const SPELLING = new Map([['BDS-3-Clause', 'BSD-3-Clause']])

/**
 * The list of parts as text. A package that is installed with the program but does not reach the page has the scope
 * `excluded`: parts of Vue that compile templates, and types.
 * @returns {string}
 */
export function writeSbom() {
  const lock = readLock()
  const inPage = new Set([...pathsInPage(lock)].map((path) => refOf(path, lock)))
  const { name, version, license, description } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
  const root = `pkg:npm/${name}@${version}`
  /** @type {Map<string, Component>} */
  const components = new Map()
  /** @type {Map<string, Set<string>>} */
  const dependencies = new Map([[root, dependenciesOf('', lock)]])
  for (const path of productionPaths(lock)) {
    const ref = refOf(path, lock)
    components.set(ref, componentAt(path, lock, inPage.has(ref) ? 'required' : 'excluded'))
    dependencies.set(ref, new Set([...dependencies.get(ref) ?? [], ...dependenciesOf(path, lock)]))
  }
  for (const font of fonts()) components.set(font['bom-ref'], font)
  const list = {
    $schema: 'http://cyclonedx.org/schema/bom-1.5.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: { component: { type: 'application', 'bom-ref': root, name, version, description, licenses: [licenceEntry(license)], purl: root } },
    components: [...components.values()].sort((a, b) => order(a['bom-ref'], b['bom-ref'])),
    dependencies: [...dependencies].sort(([a], [b]) => order(a, b)).map(([ref, on]) => ({ ref, dependsOn: [...on].sort(order) })),
  }
  return `${JSON.stringify(list, null, 2)}\n`
}

/** By code units, so that no language of the machine changes the order. */
const order = (/** @type {string} */ a, /** @type {string} */ b) => (a < b ? -1 : a > b ? 1 : 0)

/**
 * Folders of the packages that are installed without the tools.
 * @param {Lock} lock
 */
function productionPaths(lock) {
  return Object.keys(lock).filter((path) => path !== '' && !lock[path]?.dev && !lock[path]?.devOptional)
}

/**
 * Package URL of what lies in a folder; `@` of a scope is percent-encoded.
 * @param {string} path
 * @param {Lock} lock
 */
const refOf = (path, lock) => `pkg:npm/${nameOf(path).replace('@', '%40')}@${lock[path]?.version}`

/**
 * @param {string} from
 * @param {Lock} lock
 */
function dependenciesOf(from, lock) {
  const paths = Object.keys(lock[from]?.dependencies ?? {}).map((name) => placeOf(name, from, lock))
  return new Set(paths.filter((path) => path !== null).map((path) => refOf(path, lock)))
}

/**
 * @param {string} path
 * @param {Lock} lock
 * @param {string} scope
 * @returns {Component}
 */
function componentAt(path, lock, scope) {
  const [algorithm = '', hash = ''] = (lock[path]?.integrity ?? '').split('-')
  const hashes = algorithm === 'sha512' ? [{ alg: 'SHA-512', content: Buffer.from(hash, 'base64').toString('hex') }] : []
  const ref = refOf(path, lock)
  const licenses = [licenceEntry(licenceAt(path))]
  return { type: 'library', 'bom-ref': ref, name: nameOf(path), version: lock[path]?.version ?? '', scope, hashes, licenses, purl: ref }
}

/** @returns {Component[]} */
function fonts() {
  return readdirSync(join(ROOT, FONT_FOLDER)).filter((name) => name.endsWith('.woff2')).map((name) => ({
    type: 'file',
    'bom-ref': `file:fonts/${name}`,
    name: `fonts/${name}`,
    version: FONT_VERSION,
    description: 'Subset of Noto Sans CJK SC',
    scope: 'required',
    hashes: [{ alg: 'SHA-256', content: createHash('sha256').update(readFileSync(join(ROOT, FONT_FOLDER, name))).digest('hex') }],
    licenses: [licenceEntry('OFL-1.1')],
  }))
}

/**
 * @param {string} stated
 * @returns {LicenceEntry}
 */
function licenceEntry(stated) {
  const licence = SPELLING.get(stated) ?? stated
  if (SPDX.includes(licence)) return { license: { id: licence } }
  const terms = licence.replace(/^\(|\)$/g, '').split(/ (?:OR|AND) /)
  return terms.length > 1 && terms.every((term) => SPDX.includes(term)) ? { expression: licence } : { license: { name: licence } }
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({ options: { out: { type: 'string', default: SBOM_FILE } } })
  // Files are named as seen from where the command was typed.
  const file = resolve(process.env.INIT_CWD ?? process.cwd(), values.out)
  writeFileSync(file, writeSbom())
  console.log(`Written: ${file}`)
}
