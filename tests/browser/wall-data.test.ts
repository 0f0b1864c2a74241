import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startFaultServer, type Fault, type FaultServer } from './fault-server'
import { openFaultyWall, type FaultyWall } from './faulty-wall'

let server: FaultServer
let wall: FaultyWall
/** Share on the wall for each version of the data. */
const share = { shipped: '', done: '' }
let shownVersion: keyof typeof share = 'shipped'

beforeAll(async () => {
  server = await startFaultServer()
  wall = await openFaultyWall(server)
  share.shipped = await wall.shareOnceNot('')
  server.publish('done')
  await wall.check()
  share.done = await wall.shareOnceNot(share.shipped)
  shownVersion = 'done'
})
afterAll(async () => {
  await wall.close()
  await server.stop()
})

/** Publish the other version of the data. */
function publishOther(): void {
  server.publish(shownVersion === 'done' ? 'shipped' : 'done')
}

/** The wall goes on with what it has and says since when. */
async function expectHeld(): Promise<void> {
  await wall.check()
  await expect.poll(wall.freshness).toBe('stale')
  expect(await wall.share()).toBe(share[shownVersion])
  expect(await wall.mark()).toMatch(/\d{1,2}:\d{2}/)
}

/** Nobody helps it: it takes the new data at one of its next questions. */
async function expectRecovery(): Promise<void> {
  const next = shownVersion === 'done' ? 'shipped' : 'done'
  server.mend()
  await expect.poll(wall.share).toBe(share[next])
  await expect.poll(wall.freshness).toBe('fresh')
  expect(await wall.mark()).toBe('')
  shownVersion = next
}

const html: Fault = (response) => void response.writeHead(200, { 'Content-Type': 'text/html' }).end('<!doctype html><title>Login</title>')
const FAULTS: readonly (readonly [string, Fault])[] = [
  ['is not there', (response) => void response.writeHead(404).end()],
  ['is an error of the server', (response) => void response.writeHead(500).end()],
  ['is a page', html],
  ['has one bit flipped', (response, bytes) => {
    const flipped = Buffer.from(bytes)
    flipped[flipped.length >> 1]! ^= 1
    response.end(flipped)
  }],
  ['is empty', (response) => void response.end()],
]

const TENTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((tenth): [string, Fault] => [
  `is cut after ${tenth} tenths`, (response, bytes) => void response.end(bytes.subarray(0, Math.floor((bytes.length * tenth) / 10))),
])

describe('a wall whose new ledger fails', () => {
  it.each([...FAULTS, ...TENTHS])('holds when it %s', async (_, fault) => {
    publishOther()
    server.fail('ledger.csv', fault)
    await expectHeld()
  })

  it('recovers by itself', expectRecovery)

  it('holds when it is of another kind, though its hash agrees, and recovers by itself', async () => {
    server.put('ledger.csv', 'when,what\r\nyesterday,nothing\r\n')
    await expectHeld()
    publishOther()
    await expectRecovery()
  })
})

describe('a wall whose manifest fails', () => {
  it.each<[string, Fault]>([
    ['is cut', (response, bytes) => void response.end(bytes.subarray(0, bytes.length >> 1))],
    ['is a page', html],
    ['is empty', (response) => void response.end()],
    ['is of another kind', (response) => void response.end('{"format":"shop"}')],
  ])('holds when it %s', async (_, fault) => {
    publishOther()
    server.fail('manifest.json', fault)
    await expectHeld()
  })

  it('recovers by itself', expectRecovery)
})
