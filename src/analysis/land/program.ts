/** Name and version of the analysis, as every result names it. Raise the version when an answer can change. */
export const PROGRAM = 'renovation-map land analysis 1.0'
