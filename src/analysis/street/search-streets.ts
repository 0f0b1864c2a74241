import type { Streets } from '@/analysis/street/streets'

/** A bounded search that is used again and again: only what one search touched is cleared before the next. */
export interface StreetSearch {
  /** Per node: m from the start; Infinity if farther than the bound. Right after `run`. */
  distanceM: Float64Array
  /** Nodes in reach, `count` of them, in no order. */
  touched: Uint32Array
  /** Forgets the last search. */
  clear: () => void
  /** A start: this node is so many metres away. */
  start: (node: number, metres: number) => void
  /** Searches; returns the number of touched nodes. */
  run: () => number
}

/**
 * Shortest ways (Dijkstra 1959) up to `maxM`, with a queue of buckets half a street long (Dial 1969; corrected within a
 * bucket as in Meyer & Sanders 2003): nodes of one bucket may be taken in any order, an improved one is taken again.
 * The result is the same sum of steps that a strict order gives.
 */
export function createStreetSearch(streets: Pick<Streets, 'nodeCount' | 'starts' | 'neighbour' | 'stepM'>, maxM: number): StreetSearch {
  const { nodeCount, starts, neighbour, stepM } = streets
  const distanceM = new Float64Array(nodeCount).fill(Infinity)
  const touched = new Uint32Array(nodeCount)
  const perM = 1 / bucketWidthM(stepM, maxM)
  const leastM = leastOf(stepM)
  const buckets = new Int32Array(maxM >= 0 ? Math.floor(maxM * perM) + 2 : 1).fill(-1)
  // Entries of the buckets, chained: node, its distance when it was queued, next entry.
  let [entryNode, entryM, entryNext] = [new Uint32Array(1024), new Float64Array(1024), new Int32Array(1024)]
  let [entryCount, touchedCount] = [0, 0]

  function queue(node: number, metres: number): void {
    if (distanceM[node] === Infinity) touched[touchedCount++] = node
    distanceM[node] = metres
    if (entryCount === entryNode.length) grow()
    const bucket = (metres * perM) | 0
    entryNode[entryCount] = node
    entryM[entryCount] = metres
    entryNext[entryCount] = buckets[bucket]!
    buckets[bucket] = entryCount++
  }

  function grow(): void {
    const [nodes, metres, next] = [entryNode, entryM, entryNext]
    entryNode = new Uint32Array(nodes.length * 2)
    entryM = new Float64Array(nodes.length * 2)
    entryNext = new Int32Array(nodes.length * 2)
    entryNode.set(nodes)
    entryM.set(metres)
    entryNext.set(next)
  }

  return {
    distanceM,
    touched,
    clear() {
      for (let i = 0; i < touchedCount; i++) distanceM[touched[i]!] = Infinity
      entryCount = touchedCount = 0
    },
    start(node, metres) {
      if (metres <= maxM && metres < distanceM[node]!) queue(node, metres)
    },
    run() {
      let nodes = entryNode
      let metres = entryM
      let nextEntry = entryNext
      let count = entryCount
      let found = touchedCount
      for (let bucket = 0; bucket < buckets.length; bucket++) {
        for (let entry = buckets[bucket]!; entry >= 0; entry = buckets[bucket]!) {
          buckets[bucket] = nextEntry[entry]!
          const node = nodes[entry]!
          const hereM = metres[entry]!
          if (hereM > distanceM[node]!) continue
          const end = starts[node + 1]!
          while (count + end - starts[node]! > nodes.length) {
            entryCount = count
            grow()
            nodes = entryNode
            metres = entryM
            nextEntry = entryNext
          }
          for (let i = starts[node]!; i < end; i++) {
            const nextM = hereM + stepM[i]!
            // Steps are sorted: the others are longer.
            if (nextM > maxM) break
            const next = neighbour[i]!
            const beforeM = distanceM[next]!
            if (nextM >= beforeM) continue
            if (beforeM === Infinity) touched[found++] = next
            distanceM[next] = nextM
            // Nothing lies near enough beyond it.
            if (nextM + leastM > maxM) continue
            const into = (nextM * perM) | 0
            nodes[count] = next
            metres[count] = nextM
            nextEntry[count] = buckets[into]!
            buckets[into] = count++
          }
        }
      }
      entryCount = count
      touchedCount = found
      return found
    },
  }
}

/** Half a usual street, but never more than a few thousand buckets. */
function bucketWidthM(stepM: Float64Array, maxM: number): number {
  let sumM = 0
  for (let i = 0; i < stepM.length; i++) sumM += stepM[i]!
  const halfM = stepM.length > 0 ? sumM / stepM.length / 2 : 1
  return Math.max(halfM, maxM / 4096, 1e-3)
}

function leastOf(values: Float64Array): number {
  let least = Infinity
  for (let i = 0; i < values.length; i++) if (values[i]! < least) least = values[i]!
  return least
}
