import type { ExpressionSpecification } from 'maplibre-gl'

/** A colour or a number from feature-state, or another one while nothing is set. */
export const stateValue = (key: string, otherwise: string | number): ExpressionSpecification => (
  typeof otherwise === 'number'
    ? ['number', ['feature-state', key], otherwise]
    : ['to-color', ['feature-state', key], otherwise]
)
