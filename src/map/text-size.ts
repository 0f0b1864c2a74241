import type { ExpressionSpecification } from 'maplibre-gl'

/** How large the texts of a layer are. */
export interface TextLook {
  /** 1 on a desk, more on a wall. */
  textScale: number
  /** No text is smaller than this, px, however far away the map is; 0 if left out. */
  minTextPx?: number
}

/** A text size that grows with the zoom. Stops are pairs of zoom and px at scale 1, from far to near. */
export const textSize = (stops: readonly (readonly [zoom: number, px: number])[], { textScale, minTextPx = 0 }: TextLook) => (
  ['interpolate', ['linear'], ['zoom'], ...stops.flatMap(([zoom, px]) => [zoom, Math.max(px * textScale, minTextPx)])] as unknown as ExpressionSpecification
)
