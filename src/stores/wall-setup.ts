import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { capitalHeightMm, judgeLegibility, type Legibility } from '@/analysis/show/judge-legibility'
import { keepInBrowser } from '@/stores/keep-in-browser'
import type { Query } from '@/stores/query'
import { fromWallQuery, TEXT_SCALE, toWallQuery, type WallAddress } from '@/stores/wall-address'

/** What is set once per wall. */
export type WallSettings = Pick<WallAddress, 'textScale' | 'diagonalInch' | 'distanceM' | 'isStill' | 'language'>

/** The window as it fills the screen: CSS px, and px per layout unit. */
export interface WallScreen {
  widthPx: number
  heightPx: number
  unitPx: number
}

/** Whether the smallest text can be read, and what would help. */
export interface WallLegibility {
  level: Legibility
  capitalMm: number
  arcmin: number
  /** With the present text size the smallest text is legible so far away, m. */
  readableUpToM: number
  /** A larger text size with which it is better; null: none is allowed, or it is good already. */
  fittingScale: number | null
}

/** Smallest text on the wall, layout units. */
export const SMALLEST_TEXT_UNITS = 19
export const TEXT_SCALE_STEP = 0.05

/** Settings of a wall: what its address asks for goes first, the rest is as it was last set on this machine. */
export const useWallSetupStore = defineStore('wallSetup', () => {
  const kept = keepInBrowser<WallSettings>('wall', readSettings)
  // Read once: another wall of the same machine may be set otherwise.
  const settings = shallowRef<WallSettings>(kept.value.value)

  /** Take over what an address asks for. */
  function adopt(query: Readonly<Record<string, unknown>>): void {
    const asked = settingsOf(fromWallQuery(query))
    const isGiven: Record<keyof WallSettings, boolean> = {
      textScale: 'text' in query, diagonalInch: asked.diagonalInch !== null, distanceM: asked.distanceM !== null, isStill: 'still' in query, language: asked.language !== null,
    }
    const given = Object.entries(asked).filter(([key]) => isGiven[key as keyof WallSettings])
    settings.value = { ...settings.value, ...Object.fromEntries(given) }
  }

  /** Change settings by hand: they stay on this machine. A number out of range is not taken: it is then as by default. */
  function change(next: Partial<WallSettings>): void {
    const wanted = toWallQuery({ ...settings.value, ...next, sceneId: null, isHeld: false })
    settings.value = settingsOf(fromWallQuery(wanted))
    kept.set(settings.value)
  }

  /** Parameters of `#/display` that bring all settings to another machine, whatever is kept there. */
  function linkQuery({ sceneId, isHeld }: Pick<WallAddress, 'sceneId' | 'isHeld'> = { sceneId: null, isHeld: false }): Query {
    const { textScale, isStill } = settings.value
    return { ...toWallQuery({ ...settings.value, sceneId, isHeld }), text: String(textScale), still: isStill ? '1' : '0' }
  }

  /** Null while diagonal or distance are not known. */
  function judge(screen: WallScreen): WallLegibility | null {
    const { diagonalInch, distanceM, textScale } = settings.value
    if (diagonalInch === null || distanceM === null || screen.widthPx <= 0 || screen.heightPx <= 0) return null
    const at = (scale: number) => {
      const capitalMm = capitalHeightMm(SMALLEST_TEXT_UNITS * screen.unitPx * scale, { diagonalInch, widthPx: screen.widthPx, heightPx: screen.heightPx })
      return { capitalMm, ...judgeLegibility(capitalMm, distanceM) }
    }
    const { capitalMm, legibility: level, arcmin, readableUpToM } = at(textScale)
    const larger = SCALES.filter((scale) => scale > textScale)
    const fittingScale = level === 'good' ? null : larger.find((scale) => at(scale).legibility === 'good')
      ?? (level === 'illegible' ? larger.find((scale) => at(scale).legibility !== 'illegible') : null) ?? null
    return { level, capitalMm, arcmin, readableUpToM, fittingScale }
  }

  return { settings, isSaved: kept.isSaved, adopt, change, linkQuery, judge }
})

const SCALES: readonly number[] = Array.from(
  { length: Math.round((TEXT_SCALE.max - TEXT_SCALE.min) / TEXT_SCALE_STEP) + 1 }, (_, step) => Number((TEXT_SCALE.min + step * TEXT_SCALE_STEP).toFixed(2)),
)

function settingsOf({ textScale, diagonalInch, distanceM, isStill, language }: WallAddress): WallSettings {
  return { textScale, diagonalInch, distanceM, isStill, language }
}

/** What was kept goes through the same checks as an address. */
function readSettings(kept: unknown): WallSettings {
  const fields: Record<string, unknown> = typeof kept === 'object' && kept !== null ? { ...kept } : {}
  return settingsOf(fromWallQuery({
    text: String(fields.textScale), size: String(fields.diagonalInch), distance: String(fields.distanceM), still: fields.isStill === true ? '1' : '', lang: String(fields.language),
  }))
}
