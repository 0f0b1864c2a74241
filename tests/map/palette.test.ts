// @vitest-environment happy-dom
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { readPalette } from '@/map/palette'

// Vitest leaves style sheets empty, hence the file system.
const read = (name: string) => readFileSync(`src/map/${name}`, 'utf8')
const tokens = read('map-tokens.css')
const source = read('palette.ts')
const [light, dark] = tokens.split('[data-theme=').map((theme) => new Map(
  [...theme.matchAll(/--m-([\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name!, value!]),
))

it('has every token it reads in both themes, as colours MapLibre knows', () => {
  const used = [...source.matchAll(/(?:colour|text)\('([\w-]+)'\)/g)].map(([, token]) => token!)
  expect(used.length).toBeGreaterThan(40)
  for (const theme of [light!, dark!]) {
    expect(used.filter((token) => !theme.has(token))).toEqual([])
    expect([...theme].filter(([name, value]) => !/^#[0-9a-f]{6}$/.test(value) && name !== 'light-intensity')).toEqual([])
  }
  expect([...light!.keys()]).toEqual([...dark!.keys()])
})

it('reads the tokens that apply to an element', () => {
  const element = document.createElement('div')
  element.style.setProperty('--m-paper', '#f1efe8')
  element.style.setProperty('--m-lamp-late', '#b83a22')
  element.style.setProperty('--m-light-intensity', '0.45')
  document.body.append(element)

  const palette = readPalette(element)

  expect(palette.paper).toBe('#f1efe8')
  expect(palette.lamp.late).toBe('#b83a22')
  expect(palette.lightIntensity).toBe(0.45)
  expect(palette.water).toBe('#808080')
})
