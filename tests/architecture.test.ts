import { describe, expect, it } from 'vitest'

/** Which layers each layer may import. The order below is the reading order of the code. */
const MAY_IMPORT: Record<string, string[]> = {
  domain: [],
  analysis: ['domain'],
  data: ['domain', 'analysis'],
  workers: ['domain', 'analysis', 'data'],
  cli: ['domain', 'analysis', 'data', 'i18n'],
  offline: ['domain'],
  stores: ['domain', 'analysis', 'data', 'workers'],
  map: ['domain'],
  i18n: ['domain'],
  ui: ['domain', 'i18n'],
  views: ['domain', 'stores', 'map', 'ui', 'i18n'],
}

/** Rooms of the analysis, the same rule one floor below. */
const ROOM_MAY_IMPORT: Record<string, string[]> = {
  shape: [],
  reach: ['shape'],
  street: ['shape', 'reach'],
  assembly: ['shape'],
  siting: ['shape', 'reach'],
  choice: [],
  land: ['shape', 'reach', 'street', 'assembly', 'siting', 'choice'],
  progress: [],
  totals: ['progress', 'shape'],
  search: [],
  show: ['progress'],
  publication: [],
  repair: ['shape'],
  matching: [],
}

/** Rooms of the data layer; what lies beside them reads and writes the folder itself, and opens no room. */
const DATA_ROOM_MAY_IMPORT: Record<string, string[]> = {
  encoding: [],
  crs: [],
  archive: [],
  format: ['encoding', 'crs', 'archive'],
  export: ['archive', 'crs'],
  import: ['format', 'archive', 'crs', 'export'],
  workspace: [],
}

/** Libraries with one door: only the named layers may import them; `root` is main.ts and its neighbours. */
const DOORS: Record<string, string[]> = {
  '@turf/': ['analysis'],
  flatbush: ['analysis'],
  papaparse: ['data'],
  idb: ['data'],
  'geojson-validation': ['data'],
  '@noble/hashes': ['data'],
  'pinyin-pro': ['data'],
  proj4: ['data'],
  fflate: ['data'],
  saxes: ['data'],
  comlink: ['workers'],
  pinia: ['stores', 'root'],
  'maplibre-gl': ['map'],
  'terra-draw': ['map'],
  'terra-draw-maplibre-gl-adapter': ['map'],
  echarts: ['ui'],
  vue: ['stores', 'map', 'ui', 'views', 'i18n', 'root'],
  'vue-router': ['views', 'root'],
  vite: ['cli'],
  'playwright-core': ['cli'],
  'node:': ['cli'],
}

/** Browser state that would make a layer impure or unable to run in a worker. */
const IMPURE = /\b(window|document|localStorage|sessionStorage|Date\.now|Math\.random)\b|\bnew Date\(\)/
const PURE = ['domain', 'analysis']
const NOT_IN_WORKER = /\b(window|document|localStorage|sessionStorage|DOMParser)\b/
const UNSAFE = /\bv-html\b|\b(innerHTML|outerHTML|insertAdjacentHTML|setHTML(Unsafe)?|createContextualFragment|DOMParser|srcdoc)\b/
const FORBIDDEN_NAME = /(^|\/)(utils?|helpers?|common|misc|\w*-?managers?)(\/|\.\w+$)|\/index\.(ts|mjs)$/i
const MAX_LINES = 300

type Sources = Record<string, string>

const layerOf = (path: string) => /^\/src\/(\w+)\//.exec(path)?.[1]
const roomOf = (path: string) => /^\/src\/analysis\/(\w+)\//.exec(path)?.[1]
const dataRoomOf = (path: string) => /^\/src\/data\/(\w+)\//.exec(path)?.[1]
const viewOf = (path: string) => /^\/src\/views\/([\w-]+)\//.exec(path)?.[1]
const isDoor = (library: string, specifier: string) =>
  specifier === library || specifier.startsWith(/[/:]$/.test(library) ? library : `${library}/`)
/** Words in comments neither import nor touch anything. An address such as `http://` is no comment. */
const withoutComments = (source: string) => source.replace(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*|<!--[\s\S]*?-->/g, '')

/** Every specifier a file imports: static, type-only, side-effect, dynamic or `new URL`. */
function specifiersIn(source: string): string[] {
  const pattern = /(?:\bfrom\s*|\bimport\s*\(?\s*|\bnew URL\(\s*)['"]([^'"]+)['"]/g
  return [...withoutComments(source).matchAll(pattern)].map((match) => match[1]!)
}

/** Absolute path of the file a specifier names, or null for a library. */
function resolve(specifier: string, from: string, sources: Sources): string | null {
  if (!specifier.startsWith('.') && !specifier.startsWith('@/')) return null
  const bare = specifier.replace(/\?.*$/, '')
  const path = bare.startsWith('@/') ? `/src/${bare.slice(2)}` : new URL(bare, `file://${from}`).pathname
  return [path, `${path}.ts`].find((candidate) => candidate in sources) ?? path
}

function violationsIn(sources: Sources): string[] {
  return [...Object.entries(sources).flatMap(([path, source]) => violationsOf(path, source, sources)), ...cyclesIn(sources)]
}

function violationsOf(path: string, source: string, sources: Sources): string[] {
  const found: string[] = []
  const layer = layerOf(path) ?? 'root' // main.ts, App.vue, router.ts may import any layer, but not any library
  const allowed = MAY_IMPORT[layer]
  if (!allowed && layer !== 'root') found.push(`${path}: unknown layer ${layer}`)
  if (layer === 'analysis' && !(roomOf(path)! in ROOM_MAY_IMPORT)) found.push(`${path}: in no room of the analysis`)
  if (layer === 'data' && dataRoomOf(path) && !(dataRoomOf(path)! in DATA_ROOM_MAY_IMPORT)) found.push(`${path}: in no room of the data layer`)
  for (const specifier of specifiersIn(source)) {
    const target = resolve(specifier, path, sources)
    if (target === null) {
      const door = Object.keys(DOORS).find((library) => isDoor(library, specifier))
      if (door && !DOORS[door]!.includes(layer)) found.push(`${path}: ${specifier} belongs to ${DOORS[door]}`)
      continue
    }
    if (layer === 'root') continue
    const targetLayer = layerOf(target)
    if (!targetLayer && target.startsWith('/src/')) found.push(`${path}: imports the app root ${target}`)
    if (targetLayer && targetLayer !== layer && !allowed?.includes(targetLayer)) {
      found.push(`${path}: ${layer} may not import ${targetLayer}`)
    }
    const [room, targetRoom] = [roomOf(path), roomOf(target)]
    if (room && targetRoom && room !== targetRoom && !ROOM_MAY_IMPORT[room]?.includes(targetRoom)) found.push(`${path}: ${room} may not import ${targetRoom}`)
    const targetDataRoom = dataRoomOf(target)
    if (layer === 'data' && targetDataRoom && targetDataRoom !== dataRoomOf(path) && !DATA_ROOM_MAY_IMPORT[dataRoomOf(path) ?? '']?.includes(targetDataRoom)) {
      found.push(`${path}: ${dataRoomOf(path) ?? 'data'} may not import ${targetDataRoom}`)
    }
    if (layer === 'views' && viewOf(target) && viewOf(path) !== viewOf(target)) {
      found.push(`${path}: one view may not import another`)
    }
  }
  const code = withoutComments(source)
  if (PURE.includes(layer) && IMPURE.test(code)) found.push(`${path}: impure ${IMPURE.exec(code)![0]}`)
  if (layer === 'data' && NOT_IN_WORKER.test(code)) found.push(`${path}: not in a worker: ${NOT_IN_WORKER.exec(code)![0]}`)
  if (UNSAFE.test(code)) found.push(`${path}: unsafe ${UNSAFE.exec(code)![0]}`)
  return found
}

/** One line per import cycle, found by depth-first walk. */
function cyclesIn(sources: Sources): string[] {
  const done = new Set<string>()
  const cycles: string[] = []
  function walk(path: string, trail: string[]): void {
    const start = trail.indexOf(path)
    if (start >= 0) return void cycles.push(`cycle: ${[...trail.slice(start), path].join(' → ')}`)
    if (done.has(path) || !(path in sources)) return
    for (const specifier of specifiersIn(sources[path]!)) {
      const target = resolve(specifier, path, sources)
      if (target) walk(target, [...trail, path])
    }
    done.add(path)
  }
  for (const path of Object.keys(sources)) walk(path, [])
  return cycles
}

/** Files that are too long or have a name that says nothing. */
function untidyIn(sources: Sources): string[] {
  return Object.entries(sources).flatMap(([path, source]) => {
    const lines = source.trimEnd().split('\n').length
    return [
      ...(lines > MAX_LINES ? [`${path}: ${lines} lines, at most ${MAX_LINES}`] : []),
      ...(FORBIDDEN_NAME.test(path) ? [`${path}: name it after what it exports`] : []),
    ]
  })
}

describe('architecture', () => {
  const sources = import.meta.glob('/src/**/*.{ts,vue,mjs}', { query: '?raw', import: 'default', eager: true }) as Sources
  const testSources = import.meta.glob('/tests/**/*.ts', { query: '?raw', import: 'default', eager: true }) as Sources
  const tests = Object.keys(testSources)

  it('sees the code', () => {
    expect(Object.keys(sources).length).toBeGreaterThan(20)
  })

  it('imports only downwards, through one door per library, without cycles', () => {
    expect(violationsIn(sources)).toEqual([])
  })

  it('has short files with telling names', () => {
    expect(untidyIn({ ...sources, ...testSources })).toEqual([])
  })

  it('has a test beside every file of pure logic', () => {
    const untested = Object.keys(sources)
      .filter((path) => /^\/src\/(domain|analysis|data)\//.test(path))
      .filter((path) => /^export (async )?(function|class)/m.test(sources[path]!))
      .filter((path) => !tests.includes(path.replace('/src/', '/tests/').replace(/\.ts$/, '.test.ts')))
    expect(untested).toEqual([])
  })

  it.each([
    ['an upward import', { '/src/domain/a.ts': "import { x } from '@/map/b'" }, 'domain may not import map'],
    ['a relative upward import', { '/src/domain/a.ts': "export * from '../stores/b'" }, 'domain may not import stores'],
    ['a store that knows the map', { '/src/stores/a.ts': "import type { X } from '@/map/b'" }, 'stores may not import map'],
    ['a lazy upward import', { '/src/analysis/land/a.ts': "await import('@/data/b')" }, 'analysis may not import data'],
    ['a second door', { '/src/views/land/A.vue': "import { Map } from 'maplibre-gl'" }, 'maplibre-gl belongs to map'],
    ['a door of the root', { '/src/main.ts': "import * as echarts from 'echarts/core'" }, 'echarts/core belongs to ui'],
    ['a part of a library', { '/src/ui/a.ts': "import area from '@turf/area'" }, '@turf/area belongs to analysis'],
    ['an offline worker that knows the app', { '/src/offline/a.ts': "import { x } from '@/data/b'" }, 'offline may not import data'],
    ['Node in the page', { '/src/data/a.ts': "import { join } from 'node:path'" }, 'node:path belongs to cli'],
    ['a terminal that draws', { '/src/cli/a.ts': "import '@/ui/b'" }, 'cli may not import ui'],
    ['a room that looks up', { '/src/analysis/shape/a.ts': "import { x } from '@/analysis/land/b'" }, 'shape may not import land'],
    ['a file in no room', { '/src/analysis/a.ts': '' }, 'in no room of the analysis'],
    ['a data room that looks up', { '/src/data/format/a.ts': "import { x } from '@/data/import/b'" }, 'format may not import import'],
    ['a data room that nobody knows', { '/src/data/shapes/a.ts': '' }, 'in no room of the data layer'],
    ['a neighbouring view', { '/src/views/land/A.vue': "import B from '@/views/data/B.vue'" }, 'one view may not import'],
    ['a new folder', { '/src/utils/a.ts': '' }, 'unknown layer utils'],
    ['a clock in analysis', { '/src/analysis/land/a.ts': 'const t = Date.now()' }, 'impure Date.now'],
    ['today in the domain', { '/src/domain/a.ts': 'const t = new Date()' }, 'impure new Date()'],
    ['a page in a worker', { '/src/data/a.ts': 'new DOMParser()' }, 'not in a worker: DOMParser'],
    ['markup from data', { '/src/ui/A.vue': '<p v-html="name" />' }, 'unsafe v-html'],
    ['a cycle', { '/src/ui/a.ts': "import '@/ui/b'", '/src/ui/b.ts': "import '@/ui/a'" }, 'cycle: /src/ui/a.ts'],
  ])('would report %s', (_, files, message) => {
    expect(violationsIn(files as Sources).join('\n')).toContain(message)
  })

  it.each(['/src/ui/utils.ts', '/src/map/index.ts', '/src/map/common/a.ts', '/src/map/layer-manager.ts', '/tests/helpers.ts'])(
    'would report the name %s', (path) => expect(untidyIn({ [path]: '' })).toEqual([`${path}: name it after what it exports`]),
  )

  it('would report a long file', () => {
    expect(untidyIn({ '/src/ui/a.ts': 'x\n'.repeat(301) })).toEqual(['/src/ui/a.ts: 301 lines, at most 300'])
    expect(untidyIn({ '/src/ui/a.ts': 'x\n'.repeat(300) })).toEqual([])
  })
})
