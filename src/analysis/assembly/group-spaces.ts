import type { Links } from '@/analysis/assembly/find-links'

/**
 * Connected components of the links that are free and at most `gapM` long: for each space the smallest index of its
 * group. Union by smaller index with path halving (Tarjan & van Leeuwen 1984), so nothing depends on the order of links.
 */
export function groupSpaces(
  count: number, { a, b, gapM: lengthM }: Pick<Links, 'a' | 'b' | 'gapM'>, isFree: (link: number) => boolean, gapM: number,
): Uint32Array {
  const parent = new Uint32Array(count)
  for (let s = 0; s < count; s++) parent[s] = s
  for (let i = 0; i < a.length; i++) {
    if (!(lengthM[i]! <= gapM) || !isFree(i)) continue
    const root = rootOf(parent, a[i]!)
    const other = rootOf(parent, b[i]!)
    if (root < other) parent[other] = root
    else parent[root] = other
  }
  for (let s = 0; s < count; s++) parent[s] = parent[parent[s]!]!
  return parent
}

function rootOf(parent: Uint32Array, s: number): number {
  let root = s
  while (parent[root] !== root) {
    parent[root] = parent[parent[root]!]!
    root = parent[root]!
  }
  return root
}
