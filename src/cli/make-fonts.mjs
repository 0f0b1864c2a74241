// Cuts the fonts in public/fonts out of Noto Sans CJK SC. For maintainers; an installation never runs it.
//   node src/cli/make-fonts.mjs [folder with NotoSansCJK-Regular.ttc and -Bold.ttc]
// Needs pyftsubset with woff2 support and the font (Debian: fonttools python3-brotli fonts-noto-cjk).
//
// core-regular and core-bold hold what the page and the shipped data show, and the 2,000 or so most frequent characters
// for the data of others. rest-regular holds the remaining ones of GB 2312; it is loaded only when one of them is shown.
// The core is listed in src/map/core-characters.txt, because the map must know which file has what.
// What stands in that list stays; new characters of the page and of the data are added to it.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, realpathSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const FONTS = join(ROOT, 'public/fonts')
const CORE_LIST = join(ROOT, 'src/map/core-characters.txt')
const NOTO_FOLDER = '/usr/share/fonts/opentype/noto'
/** Number of the simplified Chinese face in the collection. */
const SC_FACE = 2
/** What people read: texts of the page, words and names in the data. */
const READ_IN = ['index.html', 'src', 'geodata']
const READ_TYPES = /\.(html|ts|vue|json|geojson|csv|md)$/

/** Code points from the first to the last. */
const span = (/** @type {number} */ first, /** @type {number} */ last) =>
  Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)).join('')

/** Latin, punctuation, CJK punctuation, full-width forms and the signs that labels and tables use. */
export const SIGNS = [
  span(0x20, 0x7e), span(0xa0, 0xff), 'ÀÁÈÉÌÍÒÓÙÚàáèéìíòóùúāēīōūǎěǐǒǔǖǘǚǜü',
  span(0x3001, 0x3011), '〒〓〔〕〖〗〝〞', span(0xff01, 0xff5e), '￥￠￡',
  '‐–—‘’“”„†‡•…‰′″‹›※€№™℃Ω', '①②③④⑤⑥⑦⑧⑨⑩', 'ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ',
  '←↑→↓↔↕↖↗↘↙⇄⇒', '−×÷±≈≠≡≤≥∞∑√∠∥∩∪∴∵·', '■□▲△▶▷▼▽◀◁◆◇○◎●★☆✓', '㎡㎞㎝㎜㎏㎥㏊', 'αβγδπμφ',
].join('')

/** Space, no-break space and full-width space cannot stand in a list that people edit. */
const SPACES = ' \u00a0\u3000'

/** All 6,763 characters of GB 2312, level 1 (by sound) before level 2 (by radical). */
export function gb2312() {
  const decoder = new TextDecoder('gb2312')
  const characters = []
  for (let row = 0xb0; row <= 0xf7; row++) {
    for (let cell = 0xa1; cell <= 0xfe; cell++) {
      const character = decoder.decode(Uint8Array.of(row, cell))
      // Row 0xD7 ends early; the wider set that browsers decode puts its own signs there.
      if (/^\p{Script=Han}$/u.test(character) && !(row === 0xd7 && cell > 0xf9)) characters.push(character)
    }
  }
  return characters
}

/**
 * Chinese characters in the texts of files, folders included.
 * @param {readonly string[]} [paths] Relative to the root.
 * @returns {Set<string>}
 */
export function hanziIn(paths = READ_IN) {
  /** @type {Set<string>} */
  const found = new Set()
  for (const path of paths) {
    const full = join(ROOT, path)
    if (!existsSync(full)) continue
    const inner = statSync(full).isDirectory() ? hanziIn(readdirSync(full).map((name) => join(path, name)))
      : READ_TYPES.test(path) ? readFileSync(full, 'utf8').match(/\p{Script=Han}/gu) ?? [] : []
    for (const character of inner) found.add(character)
  }
  return found
}

/** Everything the core fonts hold, without spaces. */
export function coreCharacters() {
  return new Set(readFileSync(CORE_LIST, 'utf8').replace(/\s/g, ''))
}

/**
 * @param {string} source
 * @param {string} target
 * @param {string} characters
 */
function cut(source, target, characters) {
  const { status, error } = spawnSync('pyftsubset', [
    source, `--font-number=${SC_FACE}`, `--text=${characters}`, `--output-file=${join(FONTS, target)}`, '--flavor=woff2',
    // Digits are of one width without features; vertical and Japanese forms are not used.
    '--layout-features=', '--no-hinting', '--desubroutinize', '--drop-tables+=VORG,vhea,vmtx,BASE,DSIG',
    '--name-IDs=0,1,2,3,4,5,6,13,14', '--name-languages=0x409',
  ], { stdio: 'inherit' })
  if (status !== 0) throw new Error(`pyftsubset failed for ${target}${error ? `: ${error.message}` : ''}`)
  console.log(`${target}: ${[...characters].length} characters, ${Math.round(statSync(join(FONTS, target)).size / 1024)} KB`)
}

function main() {
  const noto = process.argv[2] ?? NOTO_FOLDER
  const core = new Set([...coreCharacters(), ...SIGNS.replace(/\s/g, ''), ...hanziIn()])
  const rest = gb2312().filter((character) => !core.has(character))
  const text = [...core].sort().join('')
  writeFileSync(CORE_LIST, `${text.match(/.{1,60}/gu)?.join('\n')}\n`)
  cut(join(noto, 'NotoSansCJK-Regular.ttc'), 'core-regular.woff2', SPACES + text)
  cut(join(noto, 'NotoSansCJK-Bold.ttc'), 'core-bold.woff2', SPACES + text)
  cut(join(noto, 'NotoSansCJK-Regular.ttc'), 'rest-regular.woff2', rest.join(''))
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) main()
