/** The part of geojson-validation that is used; the package has no types of its own. */
declare module 'geojson-validation' {
  /** With `trace` true: the list of what is wrong, empty if nothing is. */
  export function isFeature(feature: unknown, trace: true): unknown
}
