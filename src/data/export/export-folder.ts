import { writeZip } from '@/data/archive/write-zip'
import { MANIFEST_PATH } from '@/data/read-manifest'
import { provenanceWord } from '@/data/export/provenance-mark'
import { manifestText, refreshManifest } from '@/data/refresh-manifest'
import { formatDay } from '@/domain/day'
import type { Manifest } from '@/domain/manifest'

/** Folder inside the zip: unpacked beside `index.html` it takes the place of the old one. */
const FOLDER = 'geodata'

/**
 * A whole data folder as a zip, every file as it is and the manifest with their sizes and hashes. Unpacked on a web
 * server it is live. The same files give the same bytes, in whatever order they come.
 *
 * @param files - By path; the manifest among them is not used, hidden files are left out.
 */
export function exportFolder(files: ReadonlyMap<string, Uint8Array>, manifest: Manifest): { name: string; bytes: Uint8Array; manifest: Manifest } {
  const kept = [...files].filter(([path]) => path !== MANIFEST_PATH && !path.split('/').some((part) => part.startsWith('.')))
    .map(([path, bytes]) => ({ path, bytes })).sort((a, b) => (a.path < b.path ? -1 : 1))
  const fresh = refreshManifest(manifest, kept, { dataDate: manifest.dataDate, provenance: manifest.provenance })
  const head = { name: `${FOLDER}/${MANIFEST_PATH}`, bytes: new TextEncoder().encode(manifestText(fresh)) }
  // The manifest comes last, so that whoever unpacks over a running folder does not promise what is not there yet.
  const bytes = writeZip([...kept.map((file) => ({ name: `${FOLDER}/${file.path}`, bytes: file.bytes })), head])
  return { name: `geodata-${provenanceWord(fresh.provenance, 'zh')}-${formatDay(fresh.dataDate)}.zip`, bytes, manifest: fresh }
}
