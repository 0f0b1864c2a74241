import { cp, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import { DEVELOPMENT_HEADERS, SECURITY_HEADERS } from './src/cli/headers.mjs'
import { programVersion } from './src/cli/program-version.mjs'
import { SBOM_FILE, writeSbom } from './src/cli/sbom.mjs'
import { withoutMarkup } from './src/cli/without-markup.mjs'

/** `vite build --mode public`: the wall and its remote alone, see `npm run build:public`. */
const PUBLIC_MODE = 'public'

const source = (path: string) => fileURLToPath(new URL(`./src/${path}`, import.meta.url))

/** What the public edition has instead of the whole program. */
const PUBLIC_ALIASES = [
  { find: /^@\/App\.vue$/, replacement: source('PublicApp.vue') },
  { find: /^@\/data\/(read-land-rules|write-land|pinyin-keys)$/, replacement: source('without-offices.ts') },
]

/**
 * Puts the data folder, the licences and the list of parts beside the built app, so that its folder alone is complete on any web server.
 * `vite dev` needs nothing: it answers `/geodata/` from the folder at the root of the project.
 * Data of the public edition are not copied but written, see `cli/build-public`.
 */
function completeFolder(): Plugin {
  let folder = 'dist'
  let isPublic = false
  return {
    name: 'complete-folder',
    apply: 'build',
    configResolved({ build, mode }) {
      folder = build.outDir
      isPublic = mode === PUBLIC_MODE
    },
    async closeBundle() {
      if (!isPublic) await cp('geodata', `${folder}/geodata`, { recursive: true, filter: (path) => !/(^|[\\/])\./.test(path) })
      for (const file of ['LICENSE', 'NOTICES.md']) await cp(file, `${folder}/${file}`)
      await writeFile(`${folder}/${SBOM_FILE}`, writeSbom())
    },
  }
}

/** Vue would make a Trusted Types policy that lets all markup pass. The build needs none, see `withoutMarkup`; `vite dev` may. */
function withoutVuePolicy(): Plugin {
  return { name: 'without-vue-policy', apply: 'build', config: () => ({ define: { 'window.trustedTypes': 'undefined' } }) }
}

/** Static parts of a template become elements one by one; many in a row would become markup, which needs a policy of its own. */
const vueOptions = { template: { compilerOptions: { nodeTransforms: [withoutMarkup] } } }

export default defineConfig(({ mode }) => ({
  plugins: [vue(vueOptions), withoutVuePolicy(), completeFolder(), programVersion()],
  cacheDir: '.vite',
  base: './',
  // No fallback to the page: a missing data file is a 404 in development too.
  appType: 'mpa',
  resolve: { alias: [...(mode === PUBLIC_MODE ? PUBLIC_ALIASES : []), { find: /^@(?=\/)/, replacement: source('').replace(/[\\/]$/, '') }] },
  // Only the composition style of Vue is used: the other one need not be shipped.
  define: { __VUE_OPTIONS_API__: 'false', __VUE_PROD_DEVTOOLS__: 'false' },
  worker: { format: 'es' },
  server: { headers: DEVELOPMENT_HEADERS },
  preview: { headers: SECURITY_HEADERS },
  // Without its report on slow plugins, which is no concern of somebody who starts the app.
  build: {
    target: 'es2022', chunkSizeWarningLimit: mode === PUBLIC_MODE ? 2500 : 1200,
    rolldownOptions: {
      checks: { pluginTimings: false },
      // A file of its own, which the page reads before those that start workers: they need the policy to be there.
      output: { codeSplitting: { groups: [{ name: 'trusted-types', test: /src[\\/]trusted-types\.ts$/ }] } },
    },
  },
  test: {
    projects: [
      { extends: true, test: { name: 'unit', include: ['tests/**/*.test.ts'], exclude: ['tests/browser/**'], testTimeout: 20_000 } },
      {
        extends: true,
        test: {
          name: 'browser', include: ['tests/browser/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 60_000,
          expect: { poll: { timeout: 20_000 } },
          // Two files share two cores: a machine that stands still for seconds gets a second try, a fault fails twice.
          retry: 1,
        },
      },
    ],
  },
}))
