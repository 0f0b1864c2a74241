/** How communities and buildings are coloured (着色方式): 进度, 阶段, 类别, 亮灯, 变化. */
export const COLOURINGS = ['progress', 'stage', 'class', 'lamp', 'change'] as const
export type Colouring = (typeof COLOURINGS)[number]

/** Category of the legend a community falls into; the list depends on the colouring. */
export const CATEGORIES = {
  progress: ['0', '1-25', '25-50', '50-75', '75-99', '100', 'unknown'],
  stage: ['notStarted', 'preparation', 'underConstruction', 'finished', 'accepted'],
  class: ['basic', 'improved', 'enhanced', 'unknown'],
  lamp: ['normal', 'warning', 'late', 'unknown'],
  change: ['0', '0-5', '5-15', '15-30', '30+', 'unknown'],
} as const satisfies Record<Colouring, readonly string[]>
export type Category = (typeof CATEGORIES)[Colouring][number]
