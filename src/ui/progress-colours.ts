import { CATEGORIES, type Category, type Colouring } from '@/domain/colouring'

/** Concrete colours of the page's theme, read from its tokens. `ramp` runs from nothing to everything. */
export interface ProgressColours {
  ramp: readonly string[]
  itemClass: Readonly<Record<'basic' | 'improved' | 'enhanced', string>>
  unknown: string
}

/** Read the tokens of the theme that is in force at an element. */
export function readProgressColours(element: Element): ProgressColours {
  const style = getComputedStyle(element)
  const read = (name: string): string => style.getPropertyValue(name).trim()
  return {
    ramp: ['--p0', '--p1', '--p2', '--p3', '--p4'].map(read),
    itemClass: { basic: read('--class-basic'), improved: read('--class-improved'), enhanced: read('--class-enhanced') },
    unknown: read('--unknown'),
  }
}

/** Colour on the ramp for a share 0…1, mixed linearly between its stops; `#rrggbb`. */
export function rampColour(ramp: readonly string[], share: number): string {
  const position = Math.min(1, Math.max(0, share)) * (ramp.length - 1)
  const lower = Math.min(ramp.length - 2, Math.floor(position))
  const [from, to] = [channels(ramp[lower]!), channels(ramp[lower + 1]!)]
  const mixed = from.map((value, i) => Math.round(value + (to[i]! - value) * (position - lower)))
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`
}

function channels(hex: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))
}

/** Colour of a legend category; null for what is not known. Lamp colours by progress, so it has none of its own. */
export function categoryColour(colours: ProgressColours, colouring: Colouring, category: Category): string | null {
  if (category === 'unknown') return null
  if (colouring === 'class') return colours.itemClass[category as keyof ProgressColours['itemClass']]
  const known = CATEGORIES[colouring].filter((name) => name !== 'unknown')
  return rampColour(colours.ramp, known.indexOf(category as never) / (known.length - 1))
}

/** Fill of a feature: a smooth ramp where the figure is smooth, the category's colour otherwise. */
export function featureColour(
  colours: ProgressColours,
  colouring: Colouring,
  category: Category,
  actualShare: number | null,
  gainedShare: number | null,
): string | null {
  if (colouring === 'progress' || colouring === 'lamp') return actualShare === null ? null : rampColour(colours.ramp, actualShare)
  if (colouring === 'change') return gainedShare === null ? null : rampColour(colours.ramp, gainedShare / 0.4)
  return categoryColour(colours, colouring, category)
}
