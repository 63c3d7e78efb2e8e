import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { sha256 } from '../../electron/custody/digest'
import type { StampedEvent } from '../../shared/domain/sheet/event'
import { type Hands, handsOn, until } from '../drive/hands'
import { makeIdentity, save, seal, sign, startRound } from '../drive/journey'
import { type MadeExif, withExif, ZHENGZHOU } from '../unit/domain/evidence/made-photo'
import { checkByHand } from './by-hand'
import { type Launched, launchApp } from './launch'

/** Photos and files on items in the real window: in by drop and paste, looked at, taken off, sealed, checked by hand. */
test.describe.configure({ mode: 'serial' })

const folder = mkdtempSync(join(tmpdir(), 'scorebench-photos-'))
let launched: Launched
let page: Page
let hands: Hands
let sheetId: string

/** A picture that the window can decode: `seed` makes the scene, and the record in it is as a camera's. */
async function photo(name: string, seed: number, exif: MadeExif | null = null, side = 640): Promise<string> {
  const bytes = await page.evaluate(
    async ([scene, width]) => {
      const canvas = new OffscreenCanvas(width, width * 0.75)
      const context = canvas.getContext('2d')
      if (context === null) throw new Error('no canvas')
      context.scale(width / 640, width / 640)
      for (let at = 0; at < 200; at++) {
        context.fillStyle = `hsl(${(at * 37 * scene) % 360} 60% ${(at * scene * 13) % 100}%)`
        context.fillRect((at * 71 * scene) % 640, (at * 53 * scene) % 640, 160, 128)
      }
      const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.8 })
      return [...new Uint8Array(await blob.arrayBuffer())]
    },
    [seed, side] as const,
  )
  const jpeg = Buffer.from(bytes)
  const path = join(folder, name)
  writeFileSync(path, exif === null ? jpeg : withExif(jpeg, exif))
  return path
}

/** Drops files on the item panel, as the system does. */
async function drop(...paths: readonly string[]): Promise<void> {
  const box = await page.getByTestId('scoring-panel').boundingBox()
  if (box === null) throw new Error('no panel')
  const session = await page.context().newCDPSession(page)
  const at = { x: box.x + box.width / 2, y: box.y + 200 }
  const data = { items: [], files: [...paths], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, ...at, data })
  await session.detach()
}

const tiles = () => page.locator('.evidence-tile:not(.evidence-add)')
const journal = (): StampedEvent[] =>
  readFileSync(join(launched.dataFolder, 'custody/sheets', sheetId, 'journal.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as StampedEvent)
const kept = () => {
  const at = join(launched.dataFolder, 'custody/sheets', sheetId, 'evidence')
  return existsSync(at) ? readdirSync(at) : []
}

test.beforeAll(async () => {
  launched = await launchApp({ size: { width: 1366, height: 768 } })
  page = launched.page
  hands = handsOn(page)
  await startRound(page, hands, { subject: '洛阳' })
  sheetId = readdirSync(join(launched.dataFolder, 'custody/sheets'))[0] ?? ''
})

test.afterAll(() => launched.close())

test('photos dropped on the panel are kept byte for byte before the event that names them', async () => {
  const now = new Date()
  const two = (n: number) => String(n).padStart(2, '0')
  const takenAt = `${now.getFullYear()}:${two(now.getMonth() + 1)}:${two(now.getDate())} 09:30:00`
  const good = await photo('现场一.jpg', 3, { takenAt, gps: ZHENGZHOU })
  const bare = await photo('bare.jpg', 7)
  await drop(good, bare)
  await expect(tiles()).toHaveCount(2)
  const event = journal().at(-1)?.event
  expect(event?.type === 'attached' && event.evidence).toMatchObject([
    {
      name: '现场一.jpg',
      sha256: sha256(readFileSync(good)),
      media: 'image/jpeg',
      position: { lat: 34_758_333, lon: 113_620_833 },
      flags: [],
    },
    { name: 'bare.jpg', flags: ['no-exif'] },
  ])
  expect(kept().sort()).toEqual([good, bare].map((path) => sha256(readFileSync(path))).sort())
  for (const tile of await tiles().all()) await expect(tile).toHaveAttribute('data-state', 'ready')
})

test('undo takes them off as one act, and redo brings them back', async () => {
  await hands.press('Control+z')
  await expect(tiles()).toHaveCount(0)
  await hands.press('Control+y')
  await expect(tiles()).toHaveCount(2)
})

test('each file that cannot be taken is named with its reason; the rest goes on', async () => {
  await hands.press('ArrowDown')
  const fine = await photo('fine.jpg', 11, { takenAt: '2020:01:01 10:00:00', software: 'Adobe Photoshop' })
  const video = join(folder, 'long.mp4')
  writeFileSync(video, 'x')
  truncateSync(video, 4 * 2 ** 30)
  const empty = join(folder, 'empty.jpg')
  writeFileSync(empty, '')
  const script = join(folder, 'picture.svg')
  writeFileSync(script, '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
  const torn = join(folder, 'torn.jpg')
  writeFileSync(torn, readFileSync(fine).subarray(0, 700))
  const huge = join(folder, 'huge.png')
  writeFileSync(huge, hugePng(20_000, 10_001))
  await drop(fine, video, empty, script, torn, huge, join(folder, 'bare.jpg'))
  const report = page.getByTestId('evidence-report')
  await expect(report).toContainText('long.mp4：超过 1 GB')
  await expect(report).toContainText('empty.jpg：空文件')
  await expect(report).toContainText('完全相同')
  await expect(tiles()).toHaveCount(4)
  const states = async () =>
    (await tiles().evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.state))).join()
  await expect.poll(states).toBe('ready,file,broken,too-many-pixels')
  await expect(tiles().first()).toHaveAttribute(
    'aria-label',
    /可能经过编辑，拍摄日期不在检查期内，没有拍摄位置/,
  )
  const event = journal().at(-1)?.event
  expect(event?.type === 'attached' && event.evidence.map(({ media }) => media)).toEqual([
    'image/jpeg',
    'application/octet-stream',
    'image/jpeg',
    'image/png',
  ])
  await page.getByTestId('evidence-attach-elsewhere').click()
  await expect(tiles()).toHaveCount(5)
})

test('a photo of the same scene is said to look alike', async () => {
  await hands.press('ArrowDown')
  await drop(await photo('again.jpg', 3, null, 480))
  await expect(tiles().first()).toHaveAttribute('aria-label', /与 .*现场一\.jpg 画面相近/)
})

test('V opens the viewer: zoom, turn, next, take off, undo', async () => {
  await hands.press('Home')
  await hands.press('v')
  const viewer = page.getByTestId('evidence-viewer')
  await expect(viewer).toBeVisible()
  const natural = () =>
    page.getByTestId('evidence-picture').evaluate((image) => (image as HTMLImageElement).naturalWidth)
  await expect.poll(natural).toBe(640)
  await expect(page.getByTestId('evidence-fact-position')).toHaveText('34.75833, 113.62083')
  await hands.press('+')
  await expect(viewer).toHaveAttribute('data-zoom', '1.25')
  await hands.press('r')
  await expect(viewer).toHaveAttribute('data-turn', '90')
  await hands.press('ArrowRight')
  await expect(page.getByTestId('evidence-fact-name')).toHaveText('bare.jpg')
  await expect(viewer).toHaveAttribute('data-zoom', '1.00')
  await hands.press('Delete')
  await expect(page.getByTestId('evidence-fact-name')).toHaveText('现场一.jpg')
  await hands.press('Control+z')
  await expect(page.getByTestId('evidence-fact-name')).toHaveText('bare.jpg')
  await hands.press('Escape')
  await expect(viewer).toBeHidden()
  await expect(tiles()).toHaveCount(2)
  expect(
    journal()
      .slice(-2)
      .map(({ event }) => event.type),
  ).toEqual(['detached', 'undone'])
})

test('signs are drawn over a picture as a layer of its own, and undone', async () => {
  await hands.press('v')
  const frame = page.getByTestId('evidence-frame')
  const layer = page.getByTestId('evidence-marks')
  await expect(layer).toHaveAttribute('data-count', '0')
  const box = await frame.boundingBox()
  if (box === null) throw new Error('no picture')
  const drag = async (from: readonly [number, number], to: readonly [number, number]) => {
    await page.mouse.move(box.x + box.width * from[0], box.y + box.height * from[1])
    await page.mouse.down()
    await page.mouse.move(box.x + box.width * to[0], box.y + box.height * to[1], { steps: 5 })
    await page.mouse.up()
  }
  await hands.press('a')
  await drag([0.1, 0.1], [0.5, 0.5])
  await expect(layer).toHaveAttribute('data-count', '1')
  await hands.press('c')
  await drag([0.6, 0.6], [0.9, 0.9])
  await hands.press('t')
  await page.mouse.click(box.x + box.width * 0.2, box.y + box.height * 0.8)
  await page.getByTestId('evidence-draw-words').fill('积尘')
  await hands.press('Enter')
  await expect(layer).toHaveAttribute('data-count', '3')
  await hands.press('Escape')
  const event = journal().at(-1)?.event
  expect(event).toMatchObject({
    type: 'annotated',
    marks: [
      { kind: 'arrow', from: [100, 100], to: [500, 500] },
      { kind: 'circle', from: [600, 600], to: [900, 900] },
      { kind: 'text', at: [200, 800], text: '积尘' },
    ],
  })
  expect(sha256(readFileSync(join(folder, '现场一.jpg')))).toBe(
    event?.type === 'annotated' ? event.sha256 : '',
  )
  // Turned by a quarter, the picture's own top left is at the top right.
  await hands.press('r')
  await hands.press('b')
  const turned = await frame.boundingBox()
  if (turned === null) throw new Error('no picture')
  await page.mouse.move(turned.x + turned.width - 1, turned.y + 1)
  await page.mouse.down()
  await page.mouse.move(turned.x + turned.width / 2, turned.y + turned.height / 2, { steps: 3 })
  await page.mouse.up()
  await expect(layer).toHaveAttribute('data-count', '4')
  const last = journal().at(-1)?.event
  const drawn = last?.type === 'annotated' ? last.marks.at(-1) : undefined
  expect(drawn?.kind === 'rectangle' && drawn.from.every((n) => n < 10)).toBe(true)
  expect(drawn?.kind === 'rectangle' && drawn.to.every((n) => Math.abs(n - 500) < 10)).toBe(true)
  await hands.press('Control+z')
  await expect(layer).toHaveAttribute('data-count', '3')
  await hands.press('Backspace')
  await expect(layer).toHaveAttribute('data-count', '2')
  await hands.press('Escape')
  await hands.press('Escape')
  await expect(page.getByTestId('evidence-viewer')).toBeHidden()
  await expect(tiles().first()).toHaveAttribute('aria-label', /有 2 处标注/)
})

test('a pasted picture is kept as its bytes', async () => {
  await hands.press('End')
  const bytes = [...readFileSync(join(folder, 'fine.jpg')), 1]
  await page.evaluate((list) => {
    const data = new DataTransfer()
    data.items.add(new File([new Uint8Array(list)], 'image.png', { type: 'image/png' }))
    window.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    )
  }, bytes)
  await expect(tiles()).toHaveCount(1)
  expect(kept()).toContain(sha256(Buffer.from(bytes)))
})

test('only pictures of this sheet are served, under a policy that lets nothing run', async () => {
  const at = (path: string) =>
    page.evaluate(async (address) => {
      const request = new XMLHttpRequest()
      request.open('GET', address)
      await new Promise((done) => {
        request.onloadend = done
        request.send()
      })
      const header = (name: string) => request.getResponseHeader(name)
      return {
        status: request.status,
        type: header('content-type'),
        policy: header('content-security-policy'),
        sniff: header('x-content-type-options'),
      }
    }, path)
  const digestOf = (name: string) => sha256(readFileSync(join(folder, name)))
  expect(await at(`/evidence/${sheetId}/${digestOf('bare.jpg')}`)).toEqual({
    status: 200,
    type: 'image/jpeg',
    policy: "default-src 'none'; sandbox",
    sniff: 'nosniff',
  })
  const refused = [
    `/evidence/${sheetId}/${digestOf('picture.svg')}`,
    `/evidence/${sheetId.replace(/^./, (first) => (first === '0' ? '1' : '0'))}/${digestOf('bare.jpg')}`,
    `/evidence/${sheetId}/journal.jsonl`,
    `/evidence/${sheetId}/%2e%2e/journal.jsonl`,
  ]
  for (const path of refused) expect((await at(path)).status).toBe(404)
})

test('a folder of 600 files is taken up to 500, and cancelled leaves nothing', async () => {
  await hands.press('ArrowUp')
  const many = join(folder, 'DCIM')
  mkdirSync(many)
  const start = readFileSync(join(folder, 'bare.jpg'))
  for (let no = 0; no < 600; no++)
    writeFileSync(join(many, `P${1000 + no}.jpg`), Buffer.concat([start, Buffer.from(`${no}`)]))
  const before = kept().length
  await drop(many)
  await page.getByTestId('evidence-import-cancel').click()
  await expect(page.getByTestId('evidence-report')).toContainText('已取消')
  expect(kept()).toHaveLength(before)
  await expect(tiles()).toHaveCount(0)
  await drop(many)
  await expect(page.getByTestId('evidence-report')).toContainText('另有 100 个文件没有导入', {
    timeout: 60_000,
  })
  await expect(page.getByTestId('evidence-strip')).toHaveAttribute('data-count', '501')
  const event = journal().at(-1)?.event
  expect(event?.type === 'attached' && event.evidence.length).toBe(500)
})

test('the sealed package encloses what stands on items, and passes with stock tools alone', async () => {
  test.setTimeout(180_000)
  await hands.press('Control+z')
  await expect(tiles()).toHaveCount(0)
  await seal(page, hands, '时间不足')
  await makeIdentity(hands)
  await sign(page, hands)
  const path = join(folder, 'result.zip')
  await save(launched.app, page, hands, path)
  await until('the package', () => existsSync(path))
  const { folder: bag, result } = checkByHand(path)
  const named = Object.values(result.marks).flatMap(({ evidence = [] }) => evidence)
  expect(named).toHaveLength(9)
  expect(readdirSync(join(bag, 'data/evidence')).sort()).toEqual(
    [...new Set(named.map((one) => one.sha256))].sort(),
  )
  const good = join(folder, '现场一.jpg')
  expect(readFileSync(join(bag, 'data/evidence', sha256(readFileSync(good))))).toEqual(readFileSync(good))
})

/** A PNG whose header says how large it is; nothing of it is to be decoded. */
function hugePng(width: number, height: number): Buffer {
  const header = Buffer.alloc(25)
  header.writeUInt32BE(13)
  header.write('IHDR', 4)
  header.writeUInt32BE(width, 8)
  header.writeUInt32BE(height, 12)
  header.set([1, 0, 0, 0, 0], 16)
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), header])
}
