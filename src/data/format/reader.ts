import type { Encoding, SourceFile } from '@/domain/source-file'

/** One file for a reader: all that it may use to answer, so that the answer depends on nothing else. */
export interface ReaderInput {
  /** Unique in its import. Layers are `${id}#0`, `${id}#1` and so on. */
  id: string
  /** As shown to people and in findings; inside a zip `a.zip/b.shp`. */
  name: string
  bytes: Uint8Array
  /** What a person chose, null: the reader finds out. */
  chosenEncoding: Encoding | null
  /** Parts of a shapefile by extension in lower case without dot (`dbf`, `prj`, `cpg`, `shx`); empty for other formats. */
  companions: ReadonlyMap<string, Uint8Array>
}

/** Bad data become findings. A reader that throws has a bug; `readSources` turns even that into a finding. */
export type Reader = (input: ReaderInput) => SourceFile | Promise<SourceFile>
