import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { type JournalReading, readJournalBytes } from '../../../electron/custody/journal-read'
import { until } from '../../drive/hands'
import { currentItem } from '../../drive/scoring'

/** Where the one sheet of a data folder lies. */
export function sheetFolder(dataFolder: string): string {
  const sheets = join(dataFolder, 'custody/sheets')
  const [id, ...others] = readdirSync(sheets).filter((name) => !name.startsWith('.'))
  if (id === undefined || others.length > 0) throw new Error(`not one sheet: ${[id, ...others]}`)
  return join(sheets, id)
}

export const journalPath = (dataFolder: string) => join(sheetFolder(dataFolder), 'journal.jsonl')

export function readJournal(dataFolder: string): JournalReading {
  return readJournalBytes(readFileSync(journalPath(dataFolder)))
}

/** Opens the sheet that was worked on last, from home. */
export async function goOn(page: Page): Promise<void> {
  await page.getByTestId('home-continue').click()
  await until('the sheet open', async () => (await currentItem(page)) !== '')
}

/** What start-up says that it put right. */
export async function expectRepair(page: Page, kind: string): Promise<void> {
  await expect(page.getByTestId('home-repairs').locator('li')).toHaveAttribute('data-kind', kind)
}
