import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { _electron } from '@playwright/test'
import { importTypeScript } from './import-typescript.mjs'
import { root } from './paths.mjs'
import { runNode } from './run.mjs'
import { sandboxArguments } from './set-up.mjs'

/**
 * The main job in the real application, by keyboard, from its first screen to a signed package that is checked in the
 * window and on the command line. What it makes stays in out/demonstration.
 */
const folder = join(root, 'out/demonstration')
const packagePath = join(folder, 'result-package.zip')
const SEED = 2026
const SUBJECT = '洛阳市'
/** Fewer findings than on a real day: this is to be watched. */
const SHARES = { marked: 0.16, excluded: 0.03 }

const { hands, journey, plan, scoring } = await importTypeScript({
  hands: 'tests/drive/hands.ts',
  journey: 'tests/drive/journey.ts',
  plan: 'tests/drive/plan.ts',
  scoring: 'tests/drive/scoring.ts',
})

const started = Date.now()
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })

const app = await _electron.launch({
  executablePath: process.env.SCOREBENCH_ELECTRON,
  args: [root, ...sandboxArguments],
  env: { ...process.env, SCOREBENCH_DATA: join(folder, 'data') },
})

/** Walks the whole job; answers what the window says of the package in the end. */
async function walk() {
  const page = await app.firstWindow()
  const window = await app.browserWindow(page)
  await window.evaluate((self) => self.setContentSize(1366, 768))
  const keyboard = hands.handsOn(page)
  await page.getByTestId('home').waitFor()
  await page.getByTestId('nav-standards').click()
  await page.getByTestId('standards-open').first().click()
  await page.getByTestId('standards-tree').waitFor()
  await picture(page, 'standards')
  await pictureOfEditor(page)
  await page.getByTestId('nav-home').click()
  await page.getByTestId('home-new-round').click()
  await picture(page, 'new-round')
  await page.getByTestId('nav-home').click()

  await journey.startRound(page, keyboard, { subject: SUBJECT })
  const planned = plan.planFor(await scoring.builtinRubric(page), SEED, SHARES)
  step(`round started; scoring ${planned.length} items by keyboard`)
  const before = keyboard.count().keys
  for (const [index, item] of planned.entries()) {
    await scoring.scoreItem(page, keyboard, item)
    if (index === Math.floor(planned.length / 3)) await picturesOfScoring(page)
  }
  const keys = keyboard.count().keys - before
  const total = await page.getByTestId('scoring-total').innerText()
  step(`scored: ${total.replace(/\s+/g, ' ')}; ${(keys / planned.length).toFixed(2)} key presses an item`)

  await journey.seal(page, keyboard)
  await journey.makeIdentity(keyboard)
  await journey.sign(page, keyboard)
  await picture(page, 'seal')
  await journey.save(app, page, keyboard, packagePath)
  step(`signed package: ${packagePath}`)

  const verdict = await journey.verifyByDialog(app, page, keyboard, packagePath)
  await picture(page, 'verify')
  step(`verdict in the window: ${verdict}`)
  await page.getByTestId('nav-home').click()
  await picture(page, 'home')
  return verdict
}

/** A copy of the standard in the editor, at an item with several clauses. */
async function pictureOfEditor(page) {
  await page.getByTestId('nav-standards').click()
  await page.getByTestId('standards-copy').first().click()
  await page.getByTestId('editor-line').getByText('总体规划批准实施').click()
  await picture(page, 'editor')
}

/** The scoring screen as it is set, its total opened, and dark in English. */
async function picturesOfScoring(page) {
  await page.keyboard.press('ArrowUp')
  await picture(page, 'scoring')
  await page.getByTestId('scoring-total').click()
  await page.getByTestId('explanation-drawer').waitFor()
  await picture(page, 'explanation')
  await page.keyboard.press('Escape')
  await page.getByTestId('explanation-drawer').waitFor({ state: 'hidden' })
  const set = (settings) =>
    page.evaluate((kept) => localStorage.setItem('scorebench.settings', kept), settings)
  await set('{"language":"en","theme":"dark"}')
  await page.reload()
  await page.getByTestId('scoring').waitFor()
  await picture(page, 'scoring-dark')
  await set('{}')
  await page.reload()
  await page.getByTestId('scoring').waitFor()
  // A sheet goes on where it was changed last.
  await page.keyboard.press('ArrowDown')
}

async function picture(page, name) {
  const path = join(folder, `${name}.png`)
  // A moment for fonts and the first layout.
  await page.waitForTimeout(500)
  await page.screenshot({ path })
  console.log(`  picture: ${path}`)
}

function step(words) {
  console.log(`${((Date.now() - started) / 1000).toFixed(0).padStart(3)} s  ${words}`)
}

let verdict = 'none'
try {
  verdict = await walk()
} finally {
  await app.close()
}

const cli = join(root, 'out/main/cli.js')
let isValid = verdict === 'valid-trusted'
if (existsSync(cli)) {
  step('verdict on the command line:')
  const { code } = await runNode(cli, ['verify', packagePath])
  isValid &&= code === 0
}
step(isValid ? 'done' : 'the package was NOT found valid')
process.exit(isValid ? 0 : 1)
