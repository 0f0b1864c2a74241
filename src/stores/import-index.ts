import { defineStore } from 'pinia'
import { computed } from 'vue'
import type { Finding } from '@/domain/finding'
import type { FileSummary, ImportRow, LayerSummary } from '@/domain/import'
import { useImportStore } from '@/stores/import'

/** What a person has to answer before an import can be accepted. */
export type OpenQuestion =
  | { kind: 'crs'; layerId: string }
  | { kind: 'mapping'; layerId: string }
  | { kind: 'name'; key: string }
  | { kind: 'row'; key: string }

/** What is wrong is the same as in this row: findings cross the thread as copies. */
const keyOf = ({ code, file, feature, field }: Finding): string => [code, file, feature, field].join('\u0000')

/** The judgement of an import, arranged by what is looked up in it. */
export const useImportIndexStore = defineStore('importIndex', () => {
  const store = useImportStore()
  const rowByKey = computed(() => new Map((store.judgement?.rows ?? []).map((row) => [row.key, row])))
  const fileById = computed(() => new Map((store.judgement?.files ?? []).map((file) => [file.id, file])))
  const layers = computed<readonly LayerSummary[]>(() => (store.judgement?.files ?? []).flatMap((file) => file.layers))
  const layerById = computed(() => new Map(layers.value.map((layer) => [layer.id, layer])))
  const rowOfFinding = computed(() => {
    const rows = new Map<string, ImportRow>()
    for (const row of store.judgement?.rows ?? []) for (const finding of row.findings) rows.set(keyOf(finding), row)
    return rows
  })
  const contradicting = computed(() => new Set((store.judgement?.changes ?? []).flatMap((change) => change.contradicting)))

  /** Whether a row waits for somebody to call it a correction, or has been called one. */
  const isContradiction = (row: ImportRow): boolean => contradicting.value.has(row.key) || row.findings.some(({ code }) => code === 'correction-needed' || code === 'share-decreases')

  const questions = computed<readonly OpenQuestion[]>(() => [
    ...layers.value.filter(({ crs }) => crs.isOpen).map(({ id }) => ({ kind: 'crs' as const, layerId: id })),
    ...layers.value.filter(({ openUnits }) => openUnits.length > 0).map(({ id }) => ({ kind: 'mapping' as const, layerId: id })),
    ...(store.judgement?.names ?? []).filter(({ isOpen }) => isOpen).map(({ key }) => ({ kind: 'name' as const, key })),
    // Rows that wait for their file's system or for a name are answered by that.
    ...(store.judgement?.rows ?? []).filter((row) => row.verdict === 'open' && (isContradiction(row) || row.repairs.some(({ isHarmless }) => !isHarmless))).map(({ key }) => ({ kind: 'row' as const, key })),
  ])

  const fileOfLayer = (layerId: string): FileSummary | null => fileById.value.get(layerById.value.get(layerId)?.fileId ?? '') ?? null

  return {
    rowByKey, fileById, layers, layerById, questions, fileOfLayer, isContradiction,
    /** The row a finding is about; null if it is about a file or something that is missing. */
    rowOf: (finding: Finding): ImportRow | null => rowOfFinding.value.get(keyOf(finding)) ?? null,
  }
})
