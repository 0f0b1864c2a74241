import { mkdtemp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { unzipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { checkFolder } from '@/data/check-folder'
import { EXPECTED, FACILITY_ANSWER, LEDGER_ANSWER, OUTLINE_ANSWER, PHONE_ANSWER } from '../fixtures/bureau/expected'
import { openApp } from './harness'

/** A sitting of a clerk: the files of the bureau go in, every question is answered, a clean folder comes out and is live. */
const FILES = [EXPECTED.outlines, EXPECTED.buildings, EXPECTED.ledgerWorkbook, EXPECTED.phone, EXPECTED.facilities]

const rest = (page: Page) => page.waitForFunction(() => !document.querySelector('[data-test=busy]'), null, { timeout: 60_000 })
const textOf = async (page: Page, name: string) => (await page.locator(`[data-test=${name}]`).innerText()).replace(/\s+/g, ' ')

/** How many questions are open, in words; null if none is. */
const questions = (page: Page) => page.evaluate(() => document.querySelector('[data-test=next-question]')?.parentElement?.textContent ?? null)

async function drop(page: Page, files: readonly { name: string; make: () => Uint8Array }[]): Promise<void> {
  await page.locator('[data-test=file-input]').setInputFiles(files.map(({ name, make }) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(make()) })))
  await expect.poll(() => page.locator('[data-test=file-row]').count()).toBe(files.length)
  await rest(page)
}

/** Answer what is asked: the system of those that do not say it, and then yes to each name, repair and correction. */
async function answerAll(page: Page): Promise<string[]> {
  const answers: string[] = []
  const asked = () => page.evaluate(() => (document.querySelector('[data-test=crs] .ask') ? document.querySelector('[data-test=crs] .file')!.textContent : null))
  for (let file = await asked(); file !== null; file = await asked()) {
    answers.push(`crs ${file}`)
    await page.locator('[data-test=crs-candidate][data-crs="GCJ-02"]').click()
    await page.locator('[data-test=take-crs]').click()
    await expect.poll(asked).not.toBe(file)
    await rest(page)
  }
  while (await page.locator('[data-test=next-question]').count() > 0) {
    const left = await questions(page)
    await page.locator('[data-test=next-question]').click()
    const yes = page.locator('[data-test=name-same]:visible, [data-test=correction-take]:visible:not([aria-pressed=true]), [data-test=repair-take]:visible:not([aria-pressed=true])').first()
    await yes.waitFor()
    answers.push((await yes.getAttribute('data-test'))!)
    await yes.click()
    await expect.poll(() => questions(page)).not.toBe(left)
    await rest(page)
  }
  return answers
}

async function unpack(zip: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'bureau-'))
  for (const [name, bytes] of Object.entries(unzipSync(new Uint8Array(await readFile(zip))))) {
    expect(name.startsWith('geodata/')).toBe(true)
    const path = join(folder, name.slice('geodata/'.length))
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, bytes)
  }
  return folder
}

it('goes from the files of a bureau to a reconciled map, and to a folder that is live', { timeout: 240_000 }, async () => {
  const { page, close } = await openApp('#/data', { viewport: { width: 1600, height: 1000 } })
  await drop(page, FILES)

  // Nothing is taken before the questions are answered, and nothing is matched by guess.
  expect(await page.locator('[data-test=accept]').isEnabled()).toBe(false)
  const answers = await answerAll(page)
  expect(answers).toEqual(['crs 楼栋.geojson', 'crs 设施.csv', 'name-same', 'correction-take'])

  // What does not agree with the plan is explained: the file has one household more.
  const { households } = OUTLINE_ANSWER.totals
  expect(await textOf(page, 'comparison')).toContain(`户数 4,419 ${households.toLocaleString('en')} +${households - 4419}`)
  const findings = await textOf(page, 'effect')
  expect(findings).toContain(`→ ${LEDGER_ANSWER.reportedOn}`)

  await page.locator('[data-test=accept]').click()
  await page.locator('[data-test=accepted]').waitFor()
  await page.locator('[data-test=open-export]').click()
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('[data-test=export-folder]').click()])
  expect(download.suggestedFilename()).toContain('示意数据')
  const folder = await unpack(await download.path())
  await close()

  try {
    // The folder is right by the rules of the project, but for what the bureau's files say differently than the plan.
    const check = await checkFolder((path) => readFile(join(folder, path)).catch(() => null), null)
    expect(check.filter(({ severity }) => severity === 'error').map(({ code }) => code)).toEqual(['total-differs'])
    const read = async (path: string) => (JSON.parse(await readFile(join(folder, path), 'utf8')) as { features: unknown[] }).features.length
    expect(await Promise.all([read('communities.geojson'), read('buildings.geojson'), read('facilities.geojson')])).toEqual([35, 123, FACILITY_ANSWER.rowCount])
    expect(await read('spare-spaces.geojson')).toBe(111 + PHONE_ANSWER.new.length)

    // A fresh start of the app on that folder shows it.
    const fresh = await openApp('', { geodata: folder })
    const totals = fresh.page.locator('[data-test=totals]')
    await totals.waitFor()
    expect(await totals.innerText()).toContain(households.toLocaleString('en'))
    await expect.poll(() => fresh.page.locator('.maplibregl-map, [data-map-state]').count()).toBeGreaterThan(0)
    expect(await fresh.page.locator('body').innerText()).toContain(LEDGER_ANSWER.reportedOn)
    await fresh.close()
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})

it('takes an import back, and has it again after a restart', { timeout: 240_000 }, async () => {
  const { page, close } = await openApp('#/data', { viewport: { width: 1600, height: 1000 } })
  await drop(page, [EXPECTED.outlines])
  await page.locator('[data-test=accept]').click()
  await page.locator('[data-test=accepted]').waitFor()
  // The file has one household more than the plan: the mark in the top bar tells which data are shown.
  const agrees = async () => (await page.locator('[data-test=synthetic]').innerText()).includes('与方案总数一致')
  await expect.poll(agrees).toBe(false)

  await page.locator('[data-test=undo-import]').click()
  await expect.poll(agrees).toBe(true)
  await page.reload()
  await page.locator('[data-test=bar-redo]:enabled').waitFor()
  expect(await agrees()).toBe(true)
  await page.locator('[data-test=bar-redo]').click()
  await expect.poll(agrees).toBe(false)
  await page.reload()
  await page.locator('[data-test=bar-undo]:enabled').waitFor()
  await expect.poll(agrees).toBe(false)
  await close()
})

it('stops a reading on request, and keeps what was there', { timeout: 240_000 }, async () => {
  const { page, close } = await openApp('#/data', { viewport: { width: 1600, height: 1000 } })
  await drop(page, [EXPECTED.outlines])
  const rows = Array.from({ length: 99_000 }, (_, i) => `小区${i},${i % 90},${i}`)
  const long = { name: '很长.csv', mimeType: 'text/csv', buffer: Buffer.from(`小区名称,楼栋数,户数\n${rows.join('\n')}\n`) }
  await page.locator('[data-test=file-input]').setInputFiles([long])
  await page.locator('[data-test=cancel]').click()
  await rest(page)
  await expect.poll(() => page.locator('[data-test=file-row]').count()).toBe(1)
  expect(await page.locator('[data-test=file-row]').innerText()).toContain(EXPECTED.outlines.name)
  // The next file is read as if nothing had been.
  await page.locator('[data-test=file-input]').setInputFiles([{ name: EXPECTED.phone.name, mimeType: 'text/xml', buffer: Buffer.from(EXPECTED.phone.make()) }])
  await expect.poll(() => page.locator('[data-test=file-row]').count()).toBe(2)
  await close()
})
