import type { FontFacesSpecification } from 'maplibre-gl'
import coreCharacters from './core-characters.txt?raw'

/** Space, no-break space and full-width space, which the list cannot hold. */
const SPACES = ['U+20', 'U+A0', 'U+3000']
/** Chinese characters; any other sign that the core lacks is left to the fonts of the system. */
const HAN = ['U+3400-4DBF', 'U+4E00-9FFF']

/**
 * The style property `font-faces` for the fonts that `src/cli/make-fonts.mjs` makes.
 *
 * MapLibre takes the first file whose declared range holds a character and does not look into the file, so the range
 * of the core must be exact: only then do other characters come from the second file, which is loaded when needed.
 * @param folder Address of the folder with the fonts, ending in `/`.
 * @param regular Name for `text-font` in normal weight.
 * @param bold The same in bold; the rare characters have one weight.
 */
export function fontFaces(folder: string, regular: string, bold: string): FontFacesSpecification {
  const core = [...SPACES, ...unicodeRanges(coreCharacters)]
  const rest = { url: `${folder}rest-regular.woff2`, 'unicode-range': HAN }
  return {
    [regular]: [{ url: `${folder}core-regular.woff2`, 'unicode-range': core }, rest],
    [bold]: [{ url: `${folder}core-bold.woff2`, 'unicode-range': core }, rest],
  }
}

/** Ranges as CSS writes them (`U+4E00-4E03`) that hold exactly the characters of a text, without white space. */
export function unicodeRanges(characters: string): string[] {
  const points = [...new Set(characters.replace(/\s/g, ''))].map((character) => character.codePointAt(0) ?? 0).sort((a, b) => a - b)
  const ranges: [number, number][] = []
  for (const point of points) {
    const last = ranges.at(-1)
    if (last && last[1] === point - 1) last[1] = point
    else ranges.push([point, point])
  }
  const hex = (point: number) => point.toString(16).toUpperCase()
  return ranges.map(([first, last]) => (first === last ? `U+${hex(first)}` : `U+${hex(first)}-${hex(last)}`))
}
