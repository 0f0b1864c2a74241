/** Decimals of exported numbers: a micrometre, a millionth of a person; less than anybody can measure. */
const SCALE = 1e6

/** A number as it is exported: rounded, and null for what JSON has no word for (NaN unknown, Infinity unreachable). */
export function tidyNumber(value: number | null): number | null {
  if (value === null || !Number.isFinite(value)) return null
  const rounded = Math.round(value * SCALE) / SCALE
  // JSON would write −0 as 0 anyway, but values are compared too.
  return rounded === 0 ? 0 : rounded
}

/** JSON text with tidy numbers; typed arrays become lists. Not for coordinates: they keep their decimals. */
export function tidyJson(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => (typeof part === 'number' ? tidyNumber(part) : plain(part)))
}

/** JSON text with every number in full; typed arrays become lists, NaN and Infinity null. */
export function exactJson(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => plain(part))
}

function plain(part: unknown): unknown {
  return part instanceof Float64Array || part instanceof Int32Array || part instanceof Uint8Array ? Array.from<number>(part) : part
}
