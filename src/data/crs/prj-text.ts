import type { CrsId } from '@/domain/crs'

/** Text of a `.prj` in the words of ESRI, null for GCJ-02 and BD-09, which have none. */
export function prjText(crs: CrsId): string | null {
  return crs === 'GCJ-02' ? null : ''
}
