import { appendFile, cp, mkdtemp, readdir, rename, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { writeProgramVersion } from '@/cli/program-version.mjs'
import type { OpenedApp } from './harness'

/** Builds of the program that a test lays on its server, one after the other. */
export interface ProgramFolders {
  /** Folder to serve: a link to one of the builds. */
  current: string
  /** Names of the builds: as built; newer; newer still, but a file is missing on the server. */
  builds: { shipped: string; newer: string; broken: string }
  deploy(which: 'shipped' | 'newer' | 'broken'): Promise<void>
  remove(): Promise<void>
}

export async function makeProgramFolders(): Promise<ProgramFolders> {
  const root = await mkdtemp(join(tmpdir(), 'program-'))
  const dist = resolve(process.env.APP_DIST ?? 'dist')
  const at = (name: string) => join(root, name)
  for (const name of ['shipped', 'newer', 'broken']) {
    await cp(dist, at(name), { recursive: true, filter: (path) => !path.startsWith(join(dist, 'geodata')) })
  }
  for (const name of ['newer', 'broken']) await appendFile(join(at(name), 'favicon.svg'), `<!-- ${name} -->\n`)
  const builds = { shipped: writeProgramVersion(at('shipped')).build, newer: writeProgramVersion(at('newer')).build, broken: writeProgramVersion(at('broken')).build }
  const missing = (await readdir(join(at('broken'), 'assets'))).find((file) => /^LandView-.*\.js$/.test(file))
  await rm(join(at('broken'), 'assets', missing!))
  const folders: ProgramFolders = {
    current: at('current'),
    builds,
    async deploy(which) {
      // In one step, as a web server would see it.
      await symlink(at(which), at('next'))
      await rename(at('next'), at('current'))
    },
    remove: () => rm(root, { recursive: true, force: true }),
  }
  await folders.deploy('shipped')
  return folders
}

/** Build that runs in the page; empty while it is being exchanged. */
export const runningBuild = (page: Page): Promise<string> =>
  page.evaluate(() => document.querySelector<HTMLMetaElement>('meta[name="build"]')?.content ?? '').catch(() => '')

/** True once the page would open without its server: the program is kept completely, and the data are. */
export function isKept(page: Page): Promise<boolean> {
  return page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration()
    if (registration?.active?.state !== 'activated') return false
    const names = (await indexedDB.databases()).map(({ name }) => name)
    if (!names.includes('wall /geodata/')) return false
    const database = await new Promise<IDBDatabase>((done, fail) => {
      const opening = indexedDB.open('wall /geodata/')
      opening.onsuccess = () => done(opening.result)
      opening.onerror = () => fail(opening.error)
    })
    try {
      return await new Promise<boolean>((done, fail) => {
        const reading = database.transaction('facts').objectStore('facts').get('folder')
        reading.onsuccess = () => done(reading.result !== undefined)
        reading.onerror = () => fail(reading.error)
      })
    } finally {
      database.close()
    }
  })
}

/** Close; what the browser says about a missing graphics card, a header without meaning on plain http, and `expected` is no fault. */
export async function closeWall({ problems, close }: OpenedApp, expected?: RegExp): Promise<void> {
  const usual = /GPUInitializationError|Cross-Origin-Opener-Policy header has been ignored/
  problems.splice(0, problems.length, ...problems.filter((problem) => !usual.test(problem) && !expected?.test(problem)))
  await close()
}
