import { zipSync, type Zippable } from 'fflate'
import { readZip } from '@/data/archive/read-zip'
import { pick, type Random } from '@/cli/synthesize/random'
import { mutateBytes, type Mutate } from './mutate-bytes'
import { mutateJson } from './mutate-json'
import { mutateXml } from './mutate-xml'

const NAMES = ['../a.kml', '/a.kml', 'C:\\a.kml', 'a.zip', 'doc.kml', 'a\u0000.kml', 'x'.repeat(300), '__proto__', 'constructor', 'a/b/c.geojson', 'a.shp', '红.csv', 'XL/Workbook.xml']
const entriesOf = new WeakMap<Uint8Array, Record<string, Uint8Array>>()

/** One change inside an archive, packed anew with right sizes and checksums, so that it reaches the parser behind. */
export const mutateZip: Mutate = (random, bytes) => {
  const entries = unpacked(bytes)
  if (!entries) return mutateBytes(random, bytes)
  const files: Zippable = Object.assign(Object.create(null) as Zippable, entries)
  const name = pick(random, Object.keys(files))
  const content = entries[name]!
  const way = random()
  if (way < 0.75) files[name] = mutatePart(random, name, content)
  else if (way < 0.8) Reflect.deleteProperty(files, name)
  else if (way < 0.9) {
    if (random() < 0.5) Reflect.deleteProperty(files, name)
    files[pick(random, NAMES)] = content
  } else if (way < 0.95) files[pick(random, Object.keys(files))] = content
  else files[name] = new Uint8Array(pick(random, [0, 100_000]))
  try {
    return zipSync(files, { level: pick(random, [0, 1]) })
  } catch {
    // A name the writer does not take.
    return bytes
  }
}

/** By what the entry is. */
function mutatePart(random: Random, name: string, content: Uint8Array): Uint8Array {
  if (random() < 0.3) return mutateBytes(random, content)
  if (/\.(xml|rels|kml|gpx)$/i.test(name)) return mutateXml(random, content)
  return /json$/i.test(name) ? mutateJson(random, content) : mutateBytes(random, content)
}

/** By our own reader: the library loops for minutes over a directory that claims to have four thousand million entries. */
function unpacked(bytes: Uint8Array): Record<string, Uint8Array> | null {
  const known = entriesOf.get(bytes)
  if (known) return known
  const { value } = readZip(bytes, { file: 'a.zip', maxEntries: 1024, nested: 'left-out' })
  if (!value || value.length === 0) return null
  const entries: Record<string, Uint8Array> = Object.create(null) as Record<string, Uint8Array>
  for (const { name, bytes: content } of value) entries[name] = content
  entriesOf.set(bytes, entries)
  return entries
}
