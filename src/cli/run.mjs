// Runs a TypeScript file of this project in Node 20, which cannot read types itself:
//   node src/cli/run.mjs src/cli/geodata.ts check geodata
import { resolve } from 'node:path'
import { runnerImport } from 'vite'

const [file, ...args] = process.argv.slice(2)
const { module } = await runnerImport(resolve(file))
process.exitCode = (await module.main(args)) ?? 0
