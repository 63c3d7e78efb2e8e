import { mkdirSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { sha256 } from '../../electron/custody/digest'
import type { StampedEvent } from '../../shared/domain/sheet/event'
import { type Hands, handsOn, until } from '../drive/hands'
import { answerOpenDialog, answerSaveDialog, startRound } from '../drive/journey'
import { type Launched, launchApp } from './launch'

/** Photos by the computer's own camera (Chromium's fake one here), and watermarked copies of them. */
test.describe.configure({ mode: 'serial' })

const folder = mkdtempSync(join(tmpdir(), 'scorebench-copies-'))
let launched: Launched
let page: Page
let hands: Hands
let sheetFolder: string

const journal = (): StampedEvent[] =>
  readFileSync(join(sheetFolder, 'journal.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as StampedEvent)

/** The system's question can't be pressed here: 0 is yes, 1 no. */
const answerQuestion = (response: number) =>
  launched.app.evaluate(({ dialog }, answer) => {
    dialog.showMessageBox = () => Promise.resolve({ response: answer, checkboxChecked: false })
  }, response)

test.beforeAll(async () => {
  launched = await launchApp({
    size: { width: 1366, height: 768 },
    // A camera that is not there; whether it may be used is still asked of the program itself.
    args: ['--use-fake-device-for-media-stream'],
  })
  page = launched.page
  hands = handsOn(page)
  await startRound(page, hands, { subject: '洛阳' })
  const sheets = join(launched.dataFolder, 'custody/sheets')
  sheetFolder = join(sheets, readdirSync(sheets)[0] ?? '')
})

test.afterAll(() => launched.close())

test('before anybody said yes, the page gets no camera, and never a microphone', async () => {
  const ask = (constraints: MediaStreamConstraints) =>
    page.evaluate(async (wanted) => {
      try {
        const stream = await navigator.mediaDevices.getUserMedia(wanted)
        for (const track of stream.getTracks()) track.stop()
        return 'given'
      } catch (error) {
        return error instanceof DOMException ? error.name : 'thrown'
      }
    }, constraints)
  expect(await ask({ video: true })).toBe('NotAllowedError')
  await answerQuestion(1)
  await page.getByTestId('evidence-camera-open').click()
  await expect(page.getByTestId('evidence-camera-why')).toContainText('未获准使用摄像头')
  await hands.press('Escape')
  expect(await ask({ video: true })).toBe('NotAllowedError')
  await answerQuestion(0)
  await page.getByTestId('evidence-camera-open').click()
  await expect(page.getByTestId('evidence-camera')).toHaveAttribute('data-state', 'ready')
  expect(await ask({ audio: true })).toBe('NotAllowedError')
  expect(await ask({ audio: true, video: true })).toBe('NotAllowedError')
})

test('space takes a photo, which goes to the item with the time of this computer', async () => {
  await hands.press(' ')
  await expect(page.getByTestId('evidence-camera-taken')).toContainText('已拍 1 张')
  await hands.press('Escape')
  await expect(page.getByTestId('evidence-camera')).toBeHidden()
  const { event } = journal().at(-1) ?? {}
  if (event?.type !== 'attached') throw new Error('nothing attached')
  expect(event.evidence).toMatchObject([{ source: 'camera', media: 'image/jpeg', flags: [] }])
  expect(event.evidence[0]?.takenAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/)
  await hands.press('v')
  await expect(page.getByTestId('evidence-viewer')).toContainText('由本机摄像头拍摄')
})

test('a watermarked copy is another file: the original stays as it is', async () => {
  const { event } = journal().at(-1) ?? {}
  const digest = event?.type === 'attached' ? (event.evidence[0]?.sha256 ?? '') : ''
  const path = join(folder, 'one.jpg')
  await answerSaveDialog(launched.app, path)
  await page.getByTestId('evidence-copy-one').click()
  await expect(page.getByTestId('evidence-copied')).toContainText('已存 1 份副本')
  const copy = readFileSync(path)
  expect(copy.subarray(0, 3).toString('latin1')).toBe('\xff\xd8\xff')
  expect(sha256(copy)).not.toBe(digest)
  expect(sha256(readFileSync(join(sheetFolder, 'evidence', digest)))).toBe(digest)
  const size = (bytes: Buffer) =>
    page.evaluate(
      async (list) => {
        const { width, height } = await createImageBitmap(new Blob([new Uint8Array(list)]))
        return [width, height] as const
      },
      [...bytes],
    )
  const [width, height] = await size(readFileSync(join(sheetFolder, 'evidence', digest)))
  const [copyWidth, copyHeight] = await size(copy)
  expect(copyWidth).toBe(Math.min(width, 3000))
  // The band stands below the picture: nothing of it is covered.
  expect(copyHeight).toBeGreaterThan((height * copyWidth) / width + 100)
  await hands.press('Escape')
})

test('all copies go to one folder; what is there already stays', async () => {
  const to = join(folder, 'all')
  mkdirSync(to)
  await answerOpenDialog(launched.app, to)
  for (const count of [1, 2]) {
    await page.keyboard.press('Shift+V')
    await page.getByTestId('evidence-copy-all').click()
    await until('the copies', () => readdirSync(to).length === count)
    await expect(page.getByTestId('evidence-copied')).toContainText('已存 1 份副本')
    await hands.press('Escape')
  }
  const written = await page.evaluate(
    (into) => window.scorebench.writeEvidenceCopy(into, 'x.jpg', new Uint8Array([0xff, 0xd8, 0xff, 0])),
    '/tmp',
  )
  expect(written).toEqual({ ok: false, code: 'bad-request' })
  const notPicture = await page.evaluate(
    (into) => window.scorebench.writeEvidenceCopy(into, 'x.jpg', new Uint8Array([35, 33, 47])),
    to,
  )
  expect(notPicture).toEqual({ ok: false, code: 'bad-request' })
})
