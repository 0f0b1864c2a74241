import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { SECURITY_HEADERS } from '@/cli/headers.mjs'
import { KIOSK_FLAGS } from '@/cli/kiosk-flags.mjs'
import { fromWallQuery, toWallQuery } from '@/stores/wall-address'

const nginx = readFileSync('deploy/nginx.conf', 'utf8')
const caddy = readFileSync('deploy/Caddyfile', 'utf8')
const unit = readFileSync('deploy/renovation-wall.service', 'utf8')
const guide = readFileSync('deploy/README.md', 'utf8')

/** Name → value of what a pattern with two groups finds. */
const pairsIn = (text: string, pattern: RegExp) => Object.fromEntries([...text.matchAll(pattern)].map(([, name, value]) => [name, value]))

describe('samples for web servers', () => {
  it('nginx sends the headers of the project, also with errors', () => {
    const { 'Cache-Control': caching, ...headers } = pairsIn(nginx, /^\s*add_header ([\w-]+) "?([^"\n]+?)"? always;$/gm)
    expect(headers).toEqual(SECURITY_HEADERS)
    expect(caching).toBe('$renovation_map_cache')
  })

  it('nginx loses no header in a location', () => {
    const locations = [...nginx.matchAll(/location [^{]*\{([^}]*)\}/g)].map(([, body]) => body)
    expect(locations.length).toBeGreaterThan(2)
    expect(locations.filter((body) => body!.includes('add_header'))).toEqual([])
  })

  it('Caddy sends the headers of the project, also with errors', () => {
    const block = /\(headers\) \{\s*header \{([^}]*)\}/.exec(caddy)![1]!
    expect(pairsIn(block, /^\s*([A-Z][\w-]+) "([^"]*)"$/gm)).toEqual(SECURITY_HEADERS)
    expect(caddy.match(/^\s*import headers$/gm)).toHaveLength(2)
    expect(/handle_errors \{\s*import headers/.test(caddy)).toBe(true)
  })

  it.each([['nginx', nginx], ['Caddy', caddy]])('%s lets only hashed files be kept, by the rule of the own server', (_, text) => {
    const pattern = new RegExp(/\S*(\/assets\/\.\+-\[\\w-\]\{8\}\\\.\\w\+\$)/.exec(text)![1]!)
    expect(['/assets/main-D3fk2a9x.js', '/assets/geodata.worker-BbA-goKC.js'].every((path) => pattern.test(path))).toBe(true)
    expect(['/index.html', '/version.json', '/service-worker.js', '/geodata/plan.json', '/fonts/core-bold.woff2'].some((path) => pattern.test(path))).toBe(false)
    expect(text).toContain('"public, max-age=31536000, immutable"')
    expect(text).not.toMatch(/try_files.*(\$uri \/index\.html|\{path\} \/index\.html)/)
  })
})

describe('machine on the wall', () => {
  it('starts the supervisor, again and again', () => {
    expect(unit).toMatch(/^ExecStart=\/usr\/bin\/node \S*\/src\/cli\/kiosk\.mjs https:\/\/\S+#\/display --profile \S+$/m)
    expect(unit).toMatch(/^Restart=always$/m)
    expect(unit).toMatch(/^StartLimitIntervalSec=0$/m)
  })

  it('gives plain Chromium the flags of the supervisor', () => {
    const command = unit.slice(unit.indexOf('# ExecStart=/usr/bin/chromium'))
    const flags = [...command.matchAll(/^#\s+(--\S+)/gm)].map(([, flag]) => flag)
    expect(flags.filter((flag) => !flag!.startsWith('--user-data-dir='))).toEqual(KIOSK_FLAGS.map(({ flag }) => flag))
  })

  it('has a guide with every flag and why', () => {
    for (const { flag, why } of KIOSK_FLAGS) expect(guide).toContain(`| \`${flag}\` | ${why} |`)
  })

  it('has a guide whose example of an address is understood completely', () => {
    const query = Object.fromEntries(new URLSearchParams(/#\/display\?(\S+?)`/.exec(guide)![1]))
    expect(toWallQuery(fromWallQuery(query))).toEqual(query)
    for (const [name, value] of Object.entries(query)) expect(guide).toContain(`| \`${name}=${value}\` |`)
  })
})
