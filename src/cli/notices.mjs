// Writes NOTICES.md: the parts that run in the page, with their licences, as found in node_modules.
//   node src/cli/notices.mjs
import { existsSync, readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
/** Parts of Vue that work at build time or on a server, and types: none of them reaches the page. */
const NOT_IN_PAGE = /^(@vue\/(compiler-\w+|server-renderer)|@types\/.+)$/
const LICENCE_FILE = /^(licen[cs]e|copying)(\.\w+)?$/i
const COPYRIGHT = /^\W*(copyright|\(c\)|©).*\d{4}.*/i

const HEAD = `# Notices

The program is under the MIT licence, see [LICENSE](LICENSE). The page contains these parts of others.
This file is made by \`node src/cli/notices.mjs\`; a test holds it against the lock file.

- **Noto Sans CJK SC**, subsets in \`public/fonts\`: © 2014–2021 Adobe, SIL Open Font License 1.1, text in
  [public/fonts/OFL.txt](public/fonts/OFL.txt).
- **geojson-validation** is under the GNU LGPL 3.0. It is used unmodified, as a package that can be replaced by another
  version: change it in \`package.json\` and build again. The LGPL builds on the
  [GNU GPL 3.0](https://www.gnu.org/licenses/gpl-3.0.txt).
- The shipped data are synthetic and made by this project.
`

/** @typedef {{ name: string, version: string, licence: string, copyrights: string[], text: string }} Part */

/** @typedef {Record<string, { version: string, dev?: boolean, devOptional?: boolean, integrity?: string, dependencies?: Record<string, string> }>} Lock */

/** What is installed, by folder: `packages` of the lock file; the program itself is ''. */
export function readLock() {
  return /** @type {Lock} */ (JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')).packages)
}

/**
 * Folder of every package that a run-time dependency leads to, without those for the build.
 * @param {Lock} lock
 */
export function pathsInPage(lock) {
  /** @type {Set<string>} */
  const paths = new Set()
  const visit = (/** @type {string} */ from) => {
    for (const name of Object.keys(lock[from]?.dependencies ?? {})) {
      const path = placeOf(name, from, lock)
      if (!path || paths.has(path) || NOT_IN_PAGE.test(name)) continue
      paths.add(path)
      visit(path)
    }
  }
  visit('')
  return paths
}

/**
 * The parts in the page.
 * @returns {Part[]} Sorted by name; one per name and version.
 */
function partsOfPage() {
  const lock = readLock()
  const parts = new Map([...pathsInPage(lock)].map((path) => [nameOf(path) + lock[path]?.version, partAt(path)]))
  return [...parts.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.version < b.version ? -1 : 1))
}

/**
 * Where Node finds a package: beside the one that asks, else in the folders above.
 * @param {string} name
 * @param {string} from
 * @param {Record<string, unknown>} lock
 */
export function placeOf(name, from, lock) {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const path = `${folder && `${folder}/`}node_modules/${name}`
    if (path in lock) return path
    if (!folder) return null
  }
}

export const nameOf = (/** @type {string} */ path) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)

/** @param {string} folder */
const licenceFileIn = (folder) => readdirSync(folder).sort().find((name) => LICENCE_FILE.test(name))

/**
 * Licence of an installed package in its own words; `see text` or `not stated` if it names none.
 * @param {string} path
 * @returns {string}
 */
export function licenceAt(path) {
  const folder = join(ROOT, path)
  const { license, licenses } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return license ?? licenses?.[0]?.type ?? (licenceFileIn(folder) ? 'see text' : 'not stated')
}

/**
 * @param {string} path
 * @returns {Part}
 */
function partAt(path) {
  const folder = join(ROOT, path)
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const file = licenceFileIn(folder)
  const lines = (file ? readFileSync(join(folder, file), 'utf8') : '').replace(/\r/g, '').trim().split('\n')
  // The texts of the Free Software Foundation and of Apache hold such lines about themselves.
  const isHolder = (/** @type {string} */ line) => COPYRIGHT.test(line) && !/Free Software Foundation|\[yyyy\]/.test(line)
  const copyrights = lines.filter(isHolder).map((line) => line.replace(/^\W+(?=\w|\()/, '').trim())
  return {
    name: nameOf(path),
    version,
    licence: licenceAt(path),
    copyrights: [...new Set(copyrights)],
    text: lines.filter((line) => !isHolder(line)).join('\n').trim(),
  }
}

/** Parts of one family, version and licence share a row: Turf alone has more than a hundred. */
function rowsOf(/** @type {Part[]} */ parts) {
  /** @type {Map<string, Part[]>} */
  const rows = new Map()
  for (const part of parts) {
    const family = part.name.startsWith('@') ? part.name.split('/')[0] : part.name
    const key = [family, part.version, part.licence].join(' ')
    rows.set(key, [...rows.get(key) ?? [], part])
  }
  return [...rows.values()].map((row) => {
    const names = row.length > 6 ? `${row[0]?.name.split('/')[0]}/… (${row.length} packages)` : row.map((part) => part.name).join(', ')
    const copyrights = [...new Set(row.flatMap((part) => part.copyrights))].join('; ').replaceAll('|', '\\|')
    return `| ${names} | ${row[0]?.version} | ${row[0]?.licence} | ${copyrights} |`
  })
}

/** The text of each licence once, without the copyright lines, which stand in the table. */
function textsOf(/** @type {Part[]} */ parts) {
  /** @type {Map<string, { text: string, names: Set<string> }>} */
  const texts = new Map()
  for (const { name, text } of parts) {
    if (text === '') continue
    const key = text.toLowerCase().replace(/^.*?(?=permission|redistribution)/s, '').replace(/[^a-z0-9]+/g, ' ')
    const entry = texts.get(key) ?? { text, names: new Set() }
    texts.set(key, entry)
    entry.names.add(name.startsWith('@turf/') ? '@turf/…' : name)
  }
  return [...texts.values()].map(({ text, names }) => `### ${[...names].join(', ')}\n\n~~~text\n${text.replace(/[ \t]+$/gm, '')}\n~~~\n`)
}

/** The whole file, as it should be for what is installed. */
export function writeNotices() {
  const parts = partsOfPage()
  const table = ['| part | version | licence | copyright |', '| --- | --- | --- | --- |', ...rowsOf(parts)].join('\n')
  const echarts = join(ROOT, 'node_modules/echarts/NOTICE')
  const notice = existsSync(echarts) ? `### Notice of echarts\n\n~~~text\n${readFileSync(echarts, 'utf8').trim()}\n~~~\n` : ''
  return `${HEAD}\n## Packages\n\n${table}\n\n## Texts\n\n${[...textsOf(parts), notice].join('\n')}`
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  writeFileSync(join(ROOT, 'NOTICES.md'), writeNotices())
}
