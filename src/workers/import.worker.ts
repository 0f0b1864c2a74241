import * as Comlink from 'comlink'
import { loadProjection } from '@/data/crs/projection'
import { readSources } from '@/data/import/read-sources'
import { readCurrentFolder, type CurrentFolder } from '@/data/import/current-folder'
import { judgeImport } from '@/data/import/judge-import'
import type { Day } from '@/domain/day'
import type { ImportDecisions, ImportJudgement, TableMapping } from '@/domain/import'
import type { DroppedFile, Encoding, SourceFile } from '@/domain/source-file'
import { packRows, type SentRow } from '@/workers/judged-rows'

/** Reading files that somebody dropped, and judging what they would do to the folder. What was read stays here. */

interface Batch {
  files: readonly DroppedFile[]
  sources: readonly SourceFile[]
  /** Encodings with which the sources were read, by id. */
  encodings: Readonly<Record<string, Encoding>>
}

let current: CurrentFolder | null = null
const batches = new Map<string, Batch>()
const removed = new Set<string>()
let accepted: AcceptedFiles | null = null
let judgedRows: { number: number; pieces: SentRow[][] } = { number: 0, pieces: [] }

export interface AcceptedFiles {
  files: ReadonlyMap<string, Uint8Array>
  /** SHA-256 of the manifest of the folder that they were judged on. */
  madeOn: string
}

/** A judgement without its rows, and how many pieces of them are fetched after it. */
export interface JudgementHead {
  judgement: ImportJudgement
  number: number
  pieceCount: number
}

const api = {
  /** Answers at once unless the thread is busy or dead. */
  ping: () => true,

  /** Take up the folder that everything is held against. */
  async setCurrent(files: ReadonlyMap<string, Uint8Array>): Promise<boolean> {
    current = await readCurrentFolder(files)
    return current !== null
  },

  /** Read files that were dropped together; ids of what is in them begin with that of the batch. */
  async add(batchId: string, files: readonly DroppedFile[], onProgress: (doneShare: number, fileName: string) => void): Promise<void> {
    batches.set(batchId, { files, sources: await read(batchId, files, {}, onProgress), encodings: {} })
  },

  remove(fileId: string): void {
    removed.add(fileId)
  },

  /** Judge all that was read and not removed. A file whose encoding was decided anew is read anew. */
  async judge(decisions: ImportDecisions, remembered: readonly TableMapping[], today: Day): Promise<JudgementHead | null> {
    for (const [batchId, batch] of batches) {
      const encodings = encodingsOf(batchId, decisions.encodings)
      if (JSON.stringify(encodings) === JSON.stringify(batch.encodings)) continue
      batches.set(batchId, { ...batch, sources: await read(batchId, batch.files, encodings, () => {}), encodings })
    }
    if (!current) return null
    const sources = [...batches.values()].flatMap((batch) => batch.sources).filter(({ id }) => !removed.has(id))
    const { judgement, files } = judgeImport({ sources, decisions, current, remembered, projection: await loadProjection(), today })
    accepted = files && { files, madeOn: current.manifestSha256 }
    const pieces = packRows(judgement)
    judgedRows = { number: judgedRows.number + 1, pieces }
    return { judgement: { ...judgement, rows: [] }, number: judgedRows.number, pieceCount: pieces.length }
  },

  /** Rows of a judgement, piece by piece; empty if there is a newer one. */
  rows: (number: number, piece: number): SentRow[] => (number === judgedRows.number ? judgedRows.pieces[piece] ?? [] : []),

  /** The files of the folder that the last judgement would change, the manifest included; null if it changes none. */
  acceptedFiles: (): AcceptedFiles | null => accepted,

  clear(): void {
    batches.clear()
    removed.clear()
    accepted = null
    judgedRows.pieces = []
  },
}
export type ImportApi = typeof api

async function read(
  batchId: string, files: readonly DroppedFile[], encodings: Readonly<Record<string, Encoding>>, onProgress: (doneShare: number, fileName: string) => void,
): Promise<SourceFile[]> {
  const sources = await readSources(files, { encodings, onProgress })
  const named = (id: string): string => `${batchId}/${id}`
  return sources.map((source) => ({ ...source, id: named(source.id), layers: source.layers.map((layer) => ({ ...layer, id: named(layer.id) })) }))
}

/** The decided encodings of one batch, by the ids its files have by themselves. */
function encodingsOf(batchId: string, encodings: Readonly<Record<string, Encoding>>): Record<string, Encoding> {
  const prefix = `${batchId}/`
  return Object.fromEntries(Object.entries(encodings).filter(([id]) => id.startsWith(prefix)).map(([id, encoding]) => [id.slice(prefix.length), encoding]))
}

Comlink.expose(api)
