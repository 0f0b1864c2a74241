import type { StyleSpecification } from 'maplibre-gl'
import { fontFaces } from '@/map/font-faces'
import type { MapPalette } from '@/map/palette'
import { SLOT_LAYERS } from '@/map/slots'

/** Names for `text-font`. */
export const REGULAR = 'Core Regular'
export const BOLD = 'Core Bold'

/**
 * The empty map: paper, light and fonts. It asks for nothing but the font files it needs.
 *
 * There is no `glyphs` address, so MapLibre draws every character itself from these fonts, and
 * Chinese labels are right on a machine without Chinese fonts.
 *
 * @param fontFolder - Absolute address of the folder with the font files, with a final slash.
 */
export function baseStyle(palette: MapPalette, fontFolder: string): StyleSpecification {
  return {
    version: 8,
    'font-faces': fontFaces(fontFolder, REGULAR, BOLD),
    light: baseLight(palette),
    // The colours change with the theme and the date: a fade would run for every step.
    transition: { duration: 0, delay: 0 },
    sources: {},
    layers: [
      { id: 'paper', type: 'background', paint: { 'background-color': palette.paper } },
      ...SLOT_LAYERS,
    ],
  }
}

/** Light from the upper left of the screen, soft, so that walls differ from roofs without hard edges. */
export function baseLight(palette: MapPalette): NonNullable<StyleSpecification['light']> {
  return { anchor: 'viewport', position: [1.15, 210, 30], color: palette.light, intensity: palette.lightIntensity }
}
