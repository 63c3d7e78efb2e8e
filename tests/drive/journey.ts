import type { ElectronApplication, Page } from '@playwright/test'
import { type Hands, until } from './hands'
import { currentItem } from './scoring'

export interface Scorer {
  readonly name: string
  readonly unit: string
}

export const SCORER: Scorer = { name: '示范检查员', unit: '示范检查组' }
export const PASSPHRASE = 'orange bicycle river lantern'

export interface NewRound {
  readonly subject: string
  readonly scorer?: Scorer
}

/** Home → new round → its first sheet open for scoring. All by keyboard. */
export async function startRound(page: Page, hands: Hands, round: NewRound): Promise<void> {
  await hands.tabTo('home-new-round')
  await hands.press('Enter')
  await fillRound(page, hands, round)
}

/** A new round, its standard chosen already → its first sheet open for scoring. */
export async function fillRound(
  page: Page,
  hands: Hands,
  { subject, scorer = SCORER }: NewRound,
): Promise<void> {
  await hands.tabTo('new-round-find')
  await hands.type(subject)
  await hands.press('Enter')
  await hands.tabTo('new-round-member-0-name')
  await hands.type(scorer.name)
  await hands.tabTo('new-round-member-0-unit')
  await hands.type(scorer.unit)
  await hands.press('Control+Enter')
  await until('the first item', async () => (await currentItem(page)) !== '')
}

/** Scoring screen → sealed. `reason` stands for items that are still unchecked. */
export async function seal(page: Page, hands: Hands, reason = ''): Promise<void> {
  await hands.press('Control+Enter')
  if (reason !== '') {
    await hands.tabTo('seal-reason')
    await hands.type(reason)
    await hands.tabTo('seal-accept')
    await hands.press(' ')
  }
  await hands.tabTo('seal-submit')
  await hands.press('Enter')
  await hands.tabTo('seal-confirm')
  await hands.press('Enter')
  await until('the sheet sealed', () => page.getByTestId('seal-submit').isHidden())
}

/** Sealed → an identity on this machine, made in the signing step. Name and unit stand there already. */
export async function makeIdentity(hands: Hands): Promise<void> {
  await hands.tabTo('seal-identity-passphrase')
  await hands.type(PASSPHRASE)
  await hands.tabTo('seal-identity-again')
  await hands.type(PASSPHRASE)
  await hands.press('Enter')
}

/** Sealed, with an identity → signed package in custody. Building and printing it takes seconds. */
export async function sign(page: Page, hands: Hands, passphrase = PASSPHRASE): Promise<void> {
  await hands.tabTo('seal-sign-passphrase')
  await hands.type(passphrase)
  await hands.press('Enter')
  await until('the signed package', () => page.getByTestId('seal-done').isVisible(), 60_000)
}

/** Signed → saved at `path`, which the system's dialog is made to answer. */
export async function save(app: ElectronApplication, page: Page, hands: Hands, path: string): Promise<void> {
  await answerSaveDialog(app, path)
  await hands.tabTo('seal-save')
  await hands.press('Enter')
  await until('the package saved', () => page.getByTestId('seal-saved').isVisible())
}

/** The system's dialogs can't be driven: these answers stand in for the person there. Null closes the dialog. */
export function answerSaveDialog(app: ElectronApplication, path: string | null): Promise<void> {
  return app.evaluate(({ dialog }, filePath) => {
    const answer = { canceled: filePath === null, filePath: filePath ?? '' }
    dialog.showSaveDialog = () => Promise.resolve(answer)
  }, path)
}

export function answerOpenDialog(app: ElectronApplication, path: string | null): Promise<void> {
  return app.evaluate(({ dialog }, filePath) => {
    const answer = { canceled: filePath === null, filePaths: filePath === null ? [] : [filePath] }
    dialog.showOpenDialog = () => Promise.resolve(answer)
  }, path)
}

/** Opens a package by the dialog, from the navigation; answers the verdict. */
export async function verifyByDialog(
  app: ElectronApplication,
  page: Page,
  hands: Hands,
  path: string,
): Promise<string> {
  await answerOpenDialog(app, path)
  await hands.tabTo('nav-verify')
  await hands.press('Enter')
  await hands.tabTo('verify-choose')
  await hands.press('Enter')
  return verdict(page)
}

/** The verdict on screen, once the package is checked. */
export async function verdict(page: Page): Promise<string> {
  const shown = page.getByTestId('verify-verdict')
  await until('the verdict', () => shown.isVisible(), 60_000)
  return (await shown.getAttribute('data-verdict')) ?? ''
}
