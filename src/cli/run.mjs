// Runs a TypeScript file of this project in Node 20, which cannot read types itself:
//   node src/cli/run.mjs src/cli/geodata.ts check geodata
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

const [file, ...args] = process.argv.slice(2)
if (!file) throw new Error('Name a file: node src/cli/run.mjs src/cli/geodata.ts')
const root = fileURLToPath(new URL('../..', import.meta.url))
const { module } = await runnerImport(resolve(root, file), {
  root,
  configFile: false,
  logLevel: 'error',
  resolve: { alias: { '@': resolve(root, 'src') } },
})
process.exitCode = (await module.main(args)) ?? 0
