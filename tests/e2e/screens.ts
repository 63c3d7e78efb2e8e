import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { type Hands, until } from '../drive/hands'
import { importStep } from '../drive/importing'
import { answerOpenDialog } from '../drive/journey'
import { hasDialog } from '../drive/scoring'
import { dropFile } from './drop-file'
import { type Launched, projectFolder } from './launch'

/** Where a walk through the window is. */
export interface Walk {
  readonly launched: Launched
  readonly page: Page
  readonly hands: Hands
  /** Looks at what is on screen now, under a name. */
  readonly look: (name: string) => Promise<void>
}

const workbook = join(projectFolder, 'tests/fixtures/workbooks/mistakes.xlsx')

/** Every screen and main dialog once, as a person comes to them; `photo` is a picture to attach. */
export async function walkAll(walk: Walk, photo: string): Promise<void> {
  await plainScreens(walk)
  await standards(walk)
  await importing(walk)
  await scoring(walk, photo)
  await focusMode(walk)
  await handingOver(walk)
}

async function plainScreens({ page, look }: Walk): Promise<void> {
  await page.getByTestId('nav-home').click()
  await page.getByTestId('home').waitFor()
  await look('home')
  await page.getByTestId('home-new-round').click()
  await page.getByTestId('new-round-find').waitFor()
  await look('new round')
  await page.getByTestId('nav-verify').click()
  await page.getByTestId('verify-choose').waitFor()
  await look('verify')
  await page.getByTestId('nav-trust').click()
  await page.getByTestId('trust-screen').waitFor()
  await look('trust')
  await page.getByTestId('nav-settings').click()
  await page.getByTestId('settings').waitFor()
  await look('settings')
}

async function standards({ page, look }: Walk): Promise<void> {
  await page.getByTestId('nav-standards').click()
  await page.getByTestId('standards-open').first().click()
  await page.getByTestId('standards-tree').waitFor()
  await look('standard')
  await page.getByTestId('nav-standards').click()
  await page.getByTestId('standards-copy').first().click()
  await page.getByTestId('editor-line').nth(3).waitFor()
  await look('editor')
  await page.getByTestId('editor-line').nth(3).click()
  await look('editor, an item')
  await page.getByTestId('editor-view').locator('label').nth(1).click()
  await look('editor, the rules of the whole')
  await page.getByTestId('editor-back').click()
  await page.getByTestId('standards').waitFor()
  await look('standards')
  await page.getByTestId('standards-compare').click()
  await page.getByTestId('versions').waitFor()
  await look('versions')
}

async function importing({ page, look, hands }: Walk): Promise<void> {
  await page.getByTestId('nav-standards').click()
  await page.getByTestId('standards-import-workbook').click()
  await look('import, the file')
  await dropFile(page, workbook)
  for (let before = ''; ; ) {
    await until('the next step of the import', async () => {
      const now = await importStep(page)
      return now !== '' && now !== before
    })
    before = await importStep(page)
    await look(`import, ${before}`)
    if (before === 'clauses') break
    await hands.press('Control+Enter')
  }
  await page.getByTestId('import-step-proof').click()
  if ((await importStep(page)) === 'proof') await look('import, proof')
}

async function scoring({ page, look, hands, launched }: Walk, photo: string): Promise<void> {
  await page.getByTestId('nav-home').click()
  await page.getByTestId('home-demonstrate').click()
  await page.getByTestId('scoring-panel').waitFor()
  await hands.press('1')
  await page.getByTestId('one-more').or(page.locator('.scoring-working')).first().waitFor()
  await answerOpenDialog(launched.app, photo)
  await page.getByTestId('evidence-add').click()
  const tile = page.locator('.evidence-tile:not(.evidence-add)').first()
  await tile.waitFor()
  await look('scoring')
  await tile.click()
  await page.getByTestId('evidence-viewer').waitFor()
  await look('evidence viewer')
  await hands.press('Escape')
  await hands.press('e')
  await page.getByTestId('explanation-drawer').waitFor()
  await look('explanation')
  await closed(page, hands)
  await hands.press('w')
  await page.locator('.ant-drawer-open').waitFor()
  await look('what-if')
  await closed(page, hands)
  await hands.press('?')
  await page.locator('.scoring-help').waitFor()
  await look('help')
  await closed(page, hands)
  await hands.press('ArrowDown')
  await hands.press('c')
  await page.locator('.scoring-clear-rest-ok').waitFor()
  await look('clear the rest')
  await closed(page, hands)
  await hands.press('g')
  await page.getByTestId('scoring-findings-rows').waitFor()
  await look('findings and places')
  await page.getByTestId('scoring-place-add').click()
  await page.locator('.ant-modal:visible').waitFor()
  await look('a place')
  await closed(page, hands)
  await hands.press('g')
  await page.getByTestId('scoring-exclude').and(page.locator(':enabled')).waitFor()
  await hands.press('n')
  await page.getByTestId('scoring-exclude-reason').waitFor()
  await look('exclude')
  await closed(page, hands)
}

async function focusMode({ page, look, hands }: Walk): Promise<void> {
  await hands.press('t')
  await page.getByTestId('focus').waitFor()
  await look('focus mode')
  await page.getByTestId('focus-contents-open').click()
  await page.locator('.focus-list').waitFor()
  await look('focus mode, contents')
  await closed(page, hands)
  await hands.press('t')
  await page.getByTestId('scoring-panel').waitFor()
}

async function handingOver({ page, look }: Walk): Promise<void> {
  await page.getByTestId('scoring-seal').click()
  await page.getByTestId('seal-submit').waitFor()
  await look('seal')
  await page.getByTestId('nav-home').click()
  await page.getByTestId('home-carry').first().click()
  await page.getByTestId('carry').or(page.getByTestId('versions')).first().waitFor()
  await look('carry')
}

async function closed(page: Page, hands: Hands): Promise<void> {
  await hands.press('Escape')
  await until('no dialog', async () => {
    const isOpen = (await page.locator('.ant-drawer-open, .ant-drawer-section:visible').count()) > 0
    return !isOpen && !(await hasDialog(page))
  })
}
