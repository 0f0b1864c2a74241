import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startFaultServer, type FaultServer } from './fault-server'
import { openFaultyWall, type FaultyWall } from './faulty-wall'
import { keepWorkers } from './lose-map'

/** 50 kbit/s. */
const SLOW_BYTES_PER_S = 6250

let server: FaultServer
let wall: FaultyWall
let shipped = ''
let done = ''

beforeAll(async () => {
  server = await startFaultServer()
  wall = await openFaultyWall(server)
  await keepWorkers(wall.app.page)
  await wall.reload()
  shipped = await wall.shareOnceNot('')
})
afterAll(async () => {
  await wall.close()
  await server.stop()
})

describe('a wall on a bad line', () => {
  it('takes new data from a slow line, and shows the old until they are whole', async () => {
    server.publish('done')
    server.slow(SLOW_BYTES_PER_S)
    await expect.poll(() => server.asked.at(-1)).toBe('ledger.csv')
    expect(await wall.share()).toBe(shipped)
    done = await wall.shareOnceNot(shipped)
    expect(server.asked.filter((path) => path === 'ledger.csv')).toHaveLength(2)
    server.slow(Infinity)
    await expect.poll(wall.freshness).toBe('fresh')
  })

  it('goes on without a line, says since when, and is back with it', async () => {
    server.publish('shipped')
    server.fail('*', (response) => void response.destroy())
    await expect.poll(wall.freshness).toBe('stale')
    expect(await wall.share()).toBe(done)
    expect(await wall.mark()).toMatch(/\d{1,2}:\d{2}/)
    server.mend()
    await expect.poll(wall.share).toBe(shipped)
    await expect.poll(wall.freshness).toBe('fresh')
  })

  it('gives up within half a minute on a line that stalls', async () => {
    server.publish('done')
    let stalledAtMs = 0
    let endedAtMs = 0
    server.fail('ledger.csv', (response, bytes) => {
      stalledAtMs ||= performance.now()
      response.write(bytes.subarray(0, 1000))
      response.on('close', () => (endedAtMs ||= performance.now()))
    })
    await expect.poll(() => stalledAtMs).toBeGreaterThan(0)
    await expect.poll(wall.freshness).toBe('stale')
    expect(await wall.share()).toBe(shipped)
    await expect.poll(() => endedAtMs, { timeout: 40_000 }).toBeGreaterThan(0)
    expect(endedAtMs - stalledAtMs).toBeLessThan(33_000)
    server.mend()
    await expect.poll(wall.share).toBe(done)
  })

  it('starts another data worker when one was ended in mid-work', async () => {
    server.publish('shipped')
    let isReading = false
    server.fail('ledger.csv', () => (isReading = true))
    await expect.poll(() => isReading).toBe(true)
    const before = server.asked.length
    expect(await wall.endDataWorkers()).toBe(1)
    await expect.poll(wall.freshness).toBe('stale')
    expect(await wall.share()).toBe(done)
    server.mend()
    await expect.poll(wall.share, { timeout: 45_000 }).toBe(shipped)
    expect(server.asked.slice(before)).toContain('plan.json')
  })
})
