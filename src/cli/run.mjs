// Runs a TypeScript file of this project in Node 20, which cannot read types itself:
//   node src/cli/run.mjs src/cli/geodata.ts check geodata
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createRunnableDevEnvironment, resolveConfig } from 'vite'

const [file, ...args] = process.argv.slice(2)
if (!file) throw new Error('Name a file: node src/cli/run.mjs src/cli/geodata.ts')
const root = fileURLToPath(new URL('../..', import.meta.url))
// What Vite's `runnerImport` does, but it stays open until the end: parts that are imported lazily come later.
const config = await resolveConfig({
  root,
  configFile: false,
  envDir: false,
  logLevel: 'error',
  resolve: { alias: { '@': resolve(root, 'src') } },
  environments: { inline: { consumer: 'server', dev: { moduleRunnerTransform: true }, resolve: { external: true, mainFields: [], conditions: ['node'] } } },
}, 'serve')
const environment = createRunnableDevEnvironment('inline', config, { runnerOptions: { hmr: { logger: false } }, hot: false })
await environment.init()
try {
  const module = await environment.runner.import(resolve(root, file))
  process.exitCode = (await module.main(args)) ?? 0
} finally {
  await environment.close()
}
