import { readdirSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import type { Figure } from './main'

const gzipKb = (path: string): number => gzipSync(readFileSync(path), { level: 9 }).length / 1024

/** Size of the built app: what the page asks for at once, and the heavy parts that come later. */
export function readBundle(): Figure[] {
  const html = readFileSync('dist/index.html', 'utf8')
  const first = [...html.matchAll(/assets\/[^"]+\.js/g)].map(([path]) => gzipKb(`dist/${path}`))
  const later = (start: string): number =>
    readdirSync('dist/assets').filter((name) => name.startsWith(start) && name.endsWith('.js')).reduce((sum, name) => sum + gzipKb(`dist/assets/${name}`), 0)
  return [
    { name: 'script before the map is needed, gzip', value: first.reduce((sum, kb) => sum + kb, 0), unit: 'KB', limit: 60 },
    { name: 'map chunk, gzip', value: later('TownLayer'), unit: 'KB', limit: null },
    { name: 'chart chunk, gzip', value: later('LineChart'), unit: 'KB', limit: null },
    { name: 'land view, gzip', value: later('LandView'), unit: 'KB', limit: null },
    { name: 'land worker, gzip', value: later('land.worker'), unit: 'KB', limit: null },
    { name: 'data worker, gzip', value: later('geodata.worker'), unit: 'KB', limit: null },
  ]
}
