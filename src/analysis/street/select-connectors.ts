import type { Connectors } from '@/analysis/street/streets'

/** The ways of some of the connected things, in the order asked for. */
export function selectConnectors({ edge, alongM, connectorM, others }: Connectors, indices: readonly number[]): Connectors {
  const kept = others && indices.flatMap((index, k) => [...others.owner].flatMap((owner, o) => (owner === index ? [{ k, o }] : [])))
  return {
    edge: Int32Array.from(indices, (i) => edge[i]!),
    alongM: Float64Array.from(indices, (i) => alongM[i]!),
    connectorM: Float64Array.from(indices, (i) => connectorM[i]!),
    others: others && kept && kept.length > 0 ? {
      owner: Uint32Array.from(kept, ({ k }) => k),
      edge: Int32Array.from(kept, ({ o }) => others.edge[o]!),
      alongM: Float64Array.from(kept, ({ o }) => others.alongM[o]!),
      connectorM: Float64Array.from(kept, ({ o }) => others.connectorM[o]!),
    } : null,
  }
}
