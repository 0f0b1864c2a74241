import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startFaultServer, type FaultServer } from './fault-server'
import { openFaultyWall, type FaultyWall } from './faulty-wall'

let server: FaultServer
let wall: FaultyWall

beforeEach(async () => void (server = await startFaultServer()))
afterEach(async () => {
  await wall.close()
  await server.stop()
})

const noLine = () => server.fail('*', (response) => void response.destroy())

describe('a wall that starts without its data server', () => {
  it('shows the copy it kept, says so, and is fresh when the server is back', async () => {
    wall = await openFaultyWall(server)
    const shipped = await wall.shareOnceNot('')
    await expect.poll(wall.keptSha).not.toBeNull()
    noLine()
    await wall.reload()
    expect(await wall.shareOnceNot('')).toBe(shipped)
    await expect.poll(wall.freshness).toBe('stale')
    expect(await wall.mark()).toMatch(/\d{1,2}:\d{2}/)
    server.publish('done')
    server.mend()
    await expect.poll(wall.freshness).toBe('fresh')
    expect(await wall.shareOnceNot(shipped)).not.toBe('')
    expect(await wall.mark()).toBe('')
  })

  it('without a copy is empty, says so, and fills when the server is back', async () => {
    noLine()
    wall = await openFaultyWall(server)
    await expect.poll(wall.freshness).toBe('stale')
    expect(await wall.share()).toBe('')
    expect(await wall.mark()).not.toBe('')
    server.mend()
    expect(await wall.shareOnceNot('')).not.toBe('')
    await expect.poll(wall.freshness).toBe('fresh')
  })

  it('refuses a copy that is damaged', async () => {
    wall = await openFaultyWall(server)
    await wall.shareOnceNot('')
    await expect.poll(wall.keptSha).not.toBeNull()
    await wall.damageKept('ledger.csv')
    noLine()
    await wall.reload()
    await expect.poll(wall.freshness).toBe('stale')
    expect(await wall.share()).toBe('')
    expect(await wall.keptSha()).toBeNull()
  })
})

describe('a wall whose storage fails', () => {
  it('keeps its data again when the storage was wiped', async () => {
    wall = await openFaultyWall(server)
    const shipped = await wall.shareOnceNot('')
    await expect.poll(wall.keptSha).not.toBeNull()
    await wall.wipeStorage()
    expect(await wall.keptSha()).toBeNull()
    await expect.poll(wall.keptSha).not.toBeNull()
    expect(await wall.share()).toBe(shipped)
  })

  it.each([
    ['is refused', "IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError') };"],
    ['is full', "IDBObjectStore.prototype.put = () => { throw new DOMException('no', 'QuotaExceededError') };"],
    ['never opens', 'IDBFactory.prototype.open = () => new EventTarget();'],
  ])('runs on when it %s', async (_, script) => {
    server.beforeWorker(script)
    wall = await openFaultyWall(server)
    const shipped = await wall.shareOnceNot('')
    server.publish('done')
    expect(await wall.shareOnceNot(shipped)).not.toBe('')
    await expect.poll(wall.facts).toContain('数据未能留存本机')
    expect(await wall.freshness()).toBe('fresh')
    expect(await wall.keptSha()).toBeNull()
  })
})
