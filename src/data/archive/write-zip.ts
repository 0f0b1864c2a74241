import { zipSync, type Zippable } from 'fflate'
import type { ZipEntry } from '@/data/archive/read-zip'

/** Photos are compressed already. */
const PACKED = /\.(jpe?g|png|webp|zip|xlsx)$/i

/** Entries as a ZIP file, in their order, names in UTF-8. The same entries always give the same bytes. */
export function writeZip(entries: readonly ZipEntry[]): Uint8Array {
  // The first day a ZIP file can hold, which has local time without a zone.
  const mtime = new Date(1980, 0, 1)
  const files: Zippable = Object.create(null) as Zippable
  for (const { name, bytes } of entries) files[name] = [bytes, { level: PACKED.test(name) ? 0 : 6, mtime }]
  return zipSync(files)
}
