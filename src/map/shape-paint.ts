import type { MultiPolygon, Polygon } from 'geojson'
import type { Lamp } from '@/domain/progress'
import { mixColours } from '@/map/colour'
import type { MapPalette } from '@/map/palette'

/** A community as the map needs it. */
export interface CommunityShape {
  id: string
  name: string
  districtId: string
  /** Larger ones keep their label where there is not room for all; null counts as none. */
  households: number | null
  geometry: Polygon | MultiPolygon
}

/** A building of the programme as the map needs it. */
export interface BuildingShape {
  id: string
  communityId: string
  heightM: number
  geometry: Polygon | MultiPolygon
}

/** How one community or building looks on the chosen date. */
export interface ShapePaint {
  /** Hex or rgb() colour; null: nothing was reported, the shape is pale and hatched. */
  fill: string | null
  lamp: Lamp | null
  /** Steps back, for example because a filter does not match it. */
  dim: boolean
  /** Second line of the label, for example a share; empty for none. */
  label: string
  /** Work is stopped: marked beside the label. */
  stopped: boolean
}

/** Whether the fill or the outline carries the meaning. */
export type Emphasis = 'fill' | 'lamp'

/** What the drawing of one shape depends on, beside its own paint. */
export interface ShapeContext {
  palette: MapPalette
  emphasis: Emphasis
  isSelected: boolean
  isHovered: boolean
}

/**
 * Concrete values for one shape, given to MapLibre as its feature-state.
 *
 * Choosing colours here keeps the style free of conditions, and an unchanged shape is found by
 * comparing its values.
 */
export interface ShapeState {
  fill: string
  fillOpacity: number
  hatchOpacity: number
  line: string
  lineWidth: number
  labelOpacity: number
  glowOpacity: number
  [key: string]: string | number
}

const NO_PAINT: ShapePaint = { fill: null, lamp: null, dim: false, label: '', stopped: false }

/** How far a dimmed colour moves towards the paper. */
const DIM = 0.72

/** The drawing of one shape. A shape without paint is drawn like one without a report. */
export function toShapeState(paint: ShapePaint = NO_PAINT, context: ShapeContext): ShapeState {
  const { palette, isSelected, isHovered } = context
  const dim = paint.dim && !isSelected
  const shade = (colour: string) => (dim ? mixColours(colour, palette.paper, DIM) : colour)
  const isKnown = paint.fill !== null
  const line = outlineOf(paint, context)
  return {
    fill: lift(shade(paint.fill ?? palette.unknown), context),
    fillOpacity: !isKnown ? 0.25 : dim ? 0.2 : isSelected || isHovered ? 0.62 : 0.42,
    hatchOpacity: isKnown ? 0 : dim ? 0.3 : 0.8,
    line: isSelected ? palette.selected : shade(line.colour),
    lineWidth: isSelected ? 5 : line.width + (isHovered ? 1.2 : 0),
    labelOpacity: dim ? 0.45 : 1,
    glowOpacity: !isKnown || dim ? 0 : 0.55,
  }
}

function outlineOf(paint: ShapePaint, { palette, emphasis }: ShapeContext): { colour: string; width: number } {
  if (emphasis === 'fill' || paint.lamp === null) return { colour: palette.outline, width: 1.3 }
  return { colour: palette.lamp[paint.lamp], width: paint.lamp === 'normal' ? 1.6 : 3 }
}

/** Under the pointer a colour moves a little towards the outline, in both themes. */
const lift = (colour: string, { palette, isHovered }: ShapeContext) => (
  isHovered ? mixColours(colour, palette.selected, 0.16) : colour
)

export function isSameState(a: ShapeState | undefined, b: ShapeState): boolean {
  return a !== undefined && Object.keys(b).every((key) => a[key] === b[key])
}
