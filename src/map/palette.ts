import '@/map/map-tokens.css'
import type { GREEN_KINDS, LandUse, SpareSpaceKind } from '@/domain/place'
import type { Lamp } from '@/domain/progress'

/** All colours of the map, as colours MapLibre can parse (hex, rgb(), names). */
export interface MapPalette {
  paper: string
  road: string
  roadCase: string
  /** Parapet of a bridge. */
  bridge: string
  rail: string
  railGap: string
  water: string
  /** Soft line along the water's edge. */
  waterBank: string
  waterLabel: string
  green: Record<(typeof GREEN_KINDS)[number], string>
  block: Record<LandUse, string>
  /** Buildings outside the programme: extruded and flat. */
  context: string
  contextFlat: string
  label: string
  halo: string
  landmark: string
  landmarkLabel: string
  /** Name of a community and the figure below it. */
  name: string
  figure: string
  /** Quiet outline of the programme, strong outline of the selection. */
  outline: string
  selected: string
  /** Shape without a report, and the hatch over it. */
  unknown: string
  hatch: string
  lamp: Record<Lamp, string>
  stopped: string
  spare: Record<SpareSpaceKind, string>
  facility: string
  facilityInk: string
  /** Fill of a community where it does not carry its progress. */
  community: string
  /** Sites of the planners' view. */
  site: {
    /** From the lowest score to the highest: see `scoreStep`. */
    score: readonly [string, string, string, string, string]
    line: string
    /** Ground between the parts of a site, and its hatch. */
    gap: string
    gapHatch: string
    excluded: string
    unscored: string
    chosen: string
    chosenInk: string
  }
  /** A place for a new facility. */
  proposed: Record<'fill' | 'line' | 'ink' | 'name', string>
  residence: Record<'servedBefore' | 'newlyServed' | 'unserved' | 'unroutable', string>
  reach: string
  reachStreet: string
  link: string
  hazard: string
  hazardInk: string
  draw: string
  light: string
  /** Contrast between lit and shaded walls, 0…1. */
  lightIntensity: number
}

/**
 * Read the map's colours from the `--m-…` properties that apply to an element.
 *
 * Read again after the theme changed. A property that is not set becomes a middle grey, so that a
 * missing style sheet is seen but the map still opens.
 */
export function readPalette(element: Element): MapPalette {
  const style = getComputedStyle(element)
  const text = (token: string) => style.getPropertyValue(`--m-${token}`).trim()
  const colour = (token: string) => text(token) || '#808080'
  const park = colour('green')
  return {
    paper: colour('paper'), road: colour('road'), roadCase: colour('case'), bridge: colour('bridge'),
    rail: colour('rail'), railGap: colour('railgap'),
    water: colour('water'), waterBank: colour('bankline'), waterLabel: colour('waterlabel'),
    green: { park, belt: park, bank: colour('bank'), square: colour('square'), field: colour('field') },
    block: {
      residential: colour('block-residential'), commercial: colour('block-commercial'),
      public: colour('block-public'), industrial: colour('block-industrial'),
      oldTown: colour('block-oldtown'), green: colour('block-green'), vacant: colour('block-vacant'),
    },
    context: colour('ctx'), contextFlat: colour('ctxflat'),
    label: colour('label'), halo: colour('halo'),
    landmark: colour('landmark'), landmarkLabel: colour('landmarklabel'),
    name: colour('name'), figure: colour('figure'), outline: colour('outline'), selected: colour('selected'),
    unknown: colour('unknown'), hatch: colour('hatch'),
    lamp: { normal: colour('lamp-normal'), warning: colour('lamp-warning'), late: colour('lamp-late') },
    stopped: colour('stopped'),
    spare: { parcel: colour('spare-parcel'), room: colour('spare-room'), cleared: colour('spare-cleared') },
    facility: colour('facility'), facilityInk: colour('facility-ink'),
    community: colour('community'),
    site: {
      score: [colour('score-0'), colour('score-1'), colour('score-2'), colour('score-3'), colour('score-4')],
      line: colour('site-line'), gap: colour('site-gap'), gapHatch: colour('site-gap-hatch'),
      excluded: colour('site-excluded'), unscored: colour('site-unscored'),
      chosen: colour('site-chosen'), chosenInk: colour('site-chosen-ink'),
    },
    residence: {
      servedBefore: colour('served-before'), newlyServed: colour('newly-served'),
      unserved: colour('unserved'), unroutable: colour('unroutable'),
    },
    proposed: {
      fill: colour('proposed-fill'), line: colour('proposed-line'), ink: colour('proposed-ink'), name: colour('proposed-name'),
    },
    reach: colour('reach'), reachStreet: colour('reach-street'), link: colour('link'),
    hazard: colour('hazard'), hazardInk: colour('hazard-ink'), draw: colour('draw'),
    light: colour('light'), lightIntensity: Number(text('light-intensity')) || 0.35,
  }
}
