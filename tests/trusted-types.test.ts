// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { allowedScript, escapeMarkup, policyRules } from '@/trusted-types'

const PAGE = 'https://map.example/renovation/index.html#/display'
const FOLDER = 'https://map.example/renovation/'

describe('the policy of the page', () => {
  it.each([
    'assets/geodata.worker-Cvma9qAF.js',
    'assets/land.worker-DT9ZYx_u.js',
    'assets/maplibre-gl-worker-DX6-IJ71.js',
    'service-worker.js',
  ])('lets %s run, wherever the folder lies', (name) => {
    expect(allowedScript(FOLDER + name, PAGE)).toBe(FOLDER + name)
    expect(allowedScript(`./${name}`, PAGE)).toBe(FOLDER + name)
    expect(allowedScript(name, 'http://localhost:4173/')).toBe(`http://localhost:4173/${name}`)
  })

  it.each([
    ['another origin', 'https://evil.example/renovation/service-worker.js'],
    ['another scheme', 'http://map.example/renovation/service-worker.js'],
    ['another port', 'https://map.example:8443/renovation/service-worker.js'],
    ['a name that begins alike', 'https://map.example/renovation/service-worker.json'],
    ['a script that is no worker', `${FOLDER}assets/index-Be7QGAq-.js`],
    ['an unknown worker', `${FOLDER}assets/other.worker-Be7QGAq-.js`],
    ['a folder above', '../service-worker.js'],
    ['a hidden way up', 'assets/%2e%2e/%2e%2e/service-worker.js'],
    ['the data folder', 'geodata/service-worker.js'],
    ['a query', 'service-worker.js?x=1'],
    ['a fragment', 'service-worker.js#x'],
    ['data', 'data:text/javascript,alert(1)'],
    ['a blob', 'blob:https://map.example/0b1c'],
    ['a script address', 'javascript:alert(1)'],
    ['a name in the address of the other origin', '//evil.example/renovation/service-worker.js'],
    ['no address', 'http://['],
    ['a file of development in the build', `${FOLDER}src/workers/land.worker.ts?worker_file&type=module`],
    ['nothing', ''],
  ])('refuses %s', (_, address) => {
    expect(allowedScript(address, PAGE)).toBeNull()
  })

  it('lets the workers of vite dev run in development only', () => {
    const dev = 'http://localhost:5173/'
    expect(allowedScript('/src/workers/land.worker.ts?worker_file&type=module', dev, true)).toBe(`${dev}src/workers/land.worker.ts?worker_file&type=module`)
    expect(allowedScript('/node_modules/maplibre-gl/dist/maplibre-gl-worker.mjs?worker_file&type=module', dev, true)).not.toBeNull()
    expect(allowedScript('/src/main.ts?worker_file', dev, true)).toBeNull()
  })

  it('turns markup into text', () => {
    expect(escapeMarkup(`<img src=x onerror="a('&amp;')">`)).toBe('&lt;img src=x onerror=&quot;a(&#39;&amp;amp;&#39;)&quot;&gt;')
    expect(escapeMarkup('')).toBe('')
  })

  it('never makes code', () => {
    const rules = policyRules(() => PAGE, false)
    expect(rules.createScript('alert(1)')).toBeNull()
    expect(rules.createHTML('<b>')).toBe('&lt;b&gt;')
    expect(rules.createScriptURL('service-worker.js')).toBe(`${FOLDER}service-worker.js`)
  })
})
