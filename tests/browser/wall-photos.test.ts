import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { SECURITY_HEADERS } from '@/cli/headers.mjs'
import { createFileHandler } from '@/cli/static-files.mjs'
import { closeFlat, copyTour, FLAT, openWall, readWall } from './wall-page'

const CREDIT = '示例街道办 2024'
/** Two showcase communities of the shipped data. */
const [WITH, WITHOUT] = ['C07', 'C32']
const ENTRY = { places: null, camera: null, colouring: 'progress', day: null, caption: null, captionEn: null, dwellS: 600, transition: 'cut' }

/** A picture of one colour, as small as PNG can be: signature, header, one block of rows, end. */
function makePng(width: number, height: number, [red, green, blue]: readonly [number, number, number]): Buffer {
  const chunk = (kind: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(kind, 'latin1'), data])
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(data.length)
    check.writeUInt32BE(crc32(body))
    return Buffer.concat([length, body, check])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width)
  header.writeUInt32BE(height, 4)
  header.set([8, 2], 8) // 8 bits each of red, green and blue
  const row = Buffer.from([0, ...Array.from({ length: width }, () => [red, green, blue]).flat()])
  const rows = Buffer.concat(Array.from({ length: height }, () => row))
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))])
}

/** A data folder with two photos of one community, one of which may be missing, and a tour that begins with the plan. */
async function copyWithPhotos({ isAfterMissing = false, planDwellS = 600 } = {}): Promise<string> {
  const folder = await copyTour({
    scenes: [
      { ...ENTRY, id: 'plan', kind: 'plan', dwellS: planDwellS },
      { ...ENTRY, id: 'showcase', kind: 'showcase', places: [WITH, WITHOUT] },
    ],
    photos: [{ communityId: WITH, before: 'photos/before.png', after: 'photos/after.png', credit: CREDIT }],
  })
  await mkdir(join(folder, 'photos'))
  await writeFile(join(folder, 'photos/before.png'), makePng(60, 40, [120, 90, 60]))
  if (!isAfterMissing) await writeFile(join(folder, 'photos/after.png'), makePng(80, 40, [60, 160, 90]))
  return folder
}

const nameOf = async (folder: string, wanted: string): Promise<string> => {
  const { features } = JSON.parse(await readFile(join(folder, 'communities.geojson'), 'utf8')) as { features: { properties: { id: string; name: string } }[] }
  return features.find(({ properties }) => properties.id === wanted)!.properties.name
}

const scene = async (page: Page) => (await readWall(page)).scene
/** Pictures on the wall as a visitor has them: what they say, and how wide they are by themselves, 0 where they are broken. */
const photos = (page: Page) => page.locator('[data-test=wall-showcase] .picture img').evaluateAll((images) => images.map((image) => {
  const { alt, naturalWidth, src } = image as HTMLImageElement
  return { alt, naturalWidth, file: src.split('/').at(-1) }
}))
const drawings = (page: Page) => page.locator('[data-test=wall-showcase] .picture svg').count()
const credit = (page: Page) => page.locator('[data-test=wall-showcase] .credit').innerText()

it('shows a community before and after by its photos, with what they show and who took them', async () => {
  const geodata = await copyWithPhotos()
  const name = await nameOf(geodata, WITH)
  const app = await openWall(`#/display?scene=showcase-${WITH}&hold=1&still=1`, { ...FLAT, geodata })
  await expect.poll(() => photos(app.page)).toEqual([
    { alt: `${name}改造前照片`, naturalWidth: 60, file: 'before.png' },
    { alt: `${name}改造后照片`, naturalWidth: 80, file: 'after.png' },
  ])
  expect(await drawings(app.page)).toBe(0)
  expect(await credit(app.page)).toContain(`照片：${CREDIT}`)

  // The next one has none: plans, and they do not pass as photos.
  await app.page.evaluate((hash) => (location.hash = hash), `#/display?scene=showcase-${WITHOUT}&hold=1&still=1`)
  await expect.poll(() => drawings(app.page)).toBe(2)
  await expect.poll(() => photos(app.page)).toEqual([])
  expect(await credit(app.page)).not.toContain('照片')
  await closeFlat(app)
})

it('puts the plan drawing in the place of a photo that is missing', async () => {
  const geodata = await copyWithPhotos({ isAfterMissing: true })
  const app = await openWall(`#/display?scene=showcase-${WITH}&hold=1&still=1`, { ...FLAT, geodata })
  await expect.poll(() => drawings(app.page)).toBe(1)
  expect(await photos(app.page)).toMatchObject([{ naturalWidth: 60, file: 'before.png' }])
  expect(await app.page.locator('[data-test=wall-showcase] figure.after svg').getAttribute('aria-label')).toContain('平面示意')
  app.forgive(/404/)
  await closeFlat(app)
})

/** The app on a server that keeps photos back until it is told. */
async function serveHoldingPhotos(geodata: string) {
  const handle = createFileHandler([{ prefix: '/geodata/', folder: geodata }, { prefix: '/', folder: resolve(process.env.APP_DIST ?? 'dist') }])
  let release = () => {}
  const released = new Promise<void>((fulfil) => (release = fulfil))
  const asked: string[] = []
  const server = createServer((request, response) => {
    response.setHeaders(new Map(Object.entries(SECURITY_HEADERS)))
    const isPhoto = request.url!.startsWith('/geodata/photos/')
    if (isPhoto) asked.push(request.url!.split('/').at(-1)!)
    void (isPhoto ? released : Promise.resolve()).then(() => handle(request, response))
  })
  await new Promise<void>((done) => server.listen(0, 'localhost', done))
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}/`, asked, release,
    stop: () => new Promise((done) => (server.close(done), server.closeAllConnections())),
  }
}

it('waits with the scene until its photos are there, and shows them from its first moment', async () => {
  const server = await serveHoldingPhotos(await copyWithPhotos({ planDwellS: 5 }))
  const app = await openWall(`#/display?scene=showcase-${WITHOUT}&hold=1&still=1`, { ...FLAT, serverUrl: server.url })
  const { page } = app
  // Whether a photo was whole in the moment in which it came onto the wall.
  await page.evaluate(() => {
    const seen: boolean[] = []
    Reflect.set(window, 'seenPhotos', seen)
    new MutationObserver((changes) => {
      const added = changes.flatMap(({ addedNodes }) => [...addedNodes]).filter((node) => node instanceof Element)
      for (const element of added) seen.push(...[...element.querySelectorAll('img')].map(({ complete, naturalWidth }) => complete && naturalWidth > 0))
    }).observe(document.body, { childList: true, subtree: true })
  })
  await page.evaluate(() => (location.hash = '#/display?scene=plan&still=1'))
  await expect.poll(() => [...server.asked].sort()).toEqual(['after.png', 'before.png'])
  await expect.poll(() => page.locator('[data-test=next-scene]').innerText()).toContain('正在准备下一幕')
  expect(await scene(page)).toBe('plan')
  server.release()
  await expect.poll(() => scene(page)).toBe(`showcase-${WITH}`)
  expect(await page.evaluate(() => Reflect.get(window, 'seenPhotos') as boolean[])).toEqual([true, true])
  expect(server.asked).toHaveLength(2)
  await closeFlat(app)
  await server.stop()
})
