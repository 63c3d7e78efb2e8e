import { expect, type Page, test } from '@playwright/test'
import { en } from '../../renderer/i18n/en/catalogue'
import { zhCN } from '../../renderer/i18n/zh-CN/catalogue'
import { allItems, type Category, type Group, isItem, type Rubric } from '../../shared/domain/rubric/rubric'
import { handsOn } from '../drive/hands'
import { SCORER, startRound } from '../drive/journey'
import { builtinRubric } from '../drive/scoring'
import { launchApp } from './launch'

/** Everything readable: text, and what is said instead of it. */
function wordsOn(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const words: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
      if (node.parentElement?.closest('script, style') === null) words.push(node.textContent ?? '')
    for (const element of document.querySelectorAll('[aria-label], [placeholder], [title]'))
      for (const name of ['aria-label', 'placeholder', 'title']) words.push(element.getAttribute(name) ?? '')
    return words.map((text) => text.trim()).filter(Boolean)
  })
}

function keysOf(catalogue: object, path = ''): string[] {
  return Object.entries(catalogue).flatMap(([key, value]) => {
    const at = path === '' ? key : `${path}.${key}`
    return typeof value === 'string' ? [at] : keysOf(value, at)
  })
}

/** The standard's own wording and the names that were typed stay as they are in any language. */
function ownWords(rubric: Rubric, more: readonly string[]): string {
  const words = [
    rubric.title,
    rubric.notice,
    rubric.source,
    ...rubric.grades.map(({ name }) => name),
    ...more,
  ]
  const heading = (node: Category | Group) => {
    words.push(`${node.title} ${node.code} ${node.title}`)
    for (const child of node.children) if (!isItem(child)) heading(child)
  }
  rubric.categories.forEach(heading)
  for (const item of allItems(rubric))
    words.push(
      JSON.stringify(item),
      item.papers.join('、'),
      item.units.lead.join('、'),
      item.units.support.join('、'),
    )
  return words.join('\n').replace(/\s+/g, '')
}

test('both catalogues have the same keys', () => {
  expect(keysOf(en).sort()).toEqual(keysOf(zhCN).sort())
})

test('English leaves no Chinese but the standard’s own; no key is shown; and back', async () => {
  const { page, close } = await launchApp({ size: { width: 1366, height: 768 } })
  const hands = handsOn(page)
  await startRound(page, hands, { subject: '洛阳' })
  await hands.press(' ')
  const rubric = await builtinRubric(page)
  const subjects = await page.evaluate(async () => {
    const listed = await window.scorebench.listSubjects()
    return listed.ok ? listed.value.flatMap(({ name, league }) => [name, league]) : []
  })
  const rounds = await page.evaluate(async () => {
    const listed = await window.scorebench.listRounds()
    return listed.ok ? listed.value.map(({ title }) => title) : []
  })
  const own = ownWords(rubric, [...subjects, ...rounds, SCORER.name, SCORER.unit])
  const keys = new Set(keysOf(zhCN))
  const foreign = (texts: readonly string[]) =>
    texts.filter((text) => (text.match(/[\p{Script=Han}]+/gu) ?? []).some((run) => !own.includes(run)))

  await page.getByTestId('nav-settings').click()
  await page.getByTestId('settings-language').getByText(en.settings.languages.en).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')

  /** How this language is named in its own words. */
  const named = new Set<string>(Object.values(en.settings.languages))
  const look = async (screen: string) => {
    const words = await wordsOn(page)
    expect(words.length, screen).toBeGreaterThan(10)
    expect(
      foreign(words).filter((text) => !named.has(text)),
      screen,
    ).toEqual([])
    expect(
      words.filter((text) => keys.has(text)),
      screen,
    ).toEqual([])
  }
  await look('settings')
  for (const place of ['standards', 'verify', 'trust', 'home'] as const) {
    await page.getByTestId(`nav-${place}`).click()
    await page.waitForTimeout(400)
    await look(place)
  }
  await page.getByTestId('home-new-round').click()
  await expect(page.getByTestId('new-round-title')).toBeVisible()
  await look('new round')
  await page.getByTestId('nav-home').click()
  await page.getByTestId('home-continue').click()
  await expect(page.getByTestId('scoring-panel')).toBeVisible()
  await look('scoring')
  await hands.press('?')
  await expect(page.locator('.scoring-help')).toBeVisible()
  await look('help')
  await hands.press('Escape')
  await expect(page.locator('.scoring-help')).toBeHidden()
  await hands.press('Control+Enter')
  await expect(page.getByTestId('seal-submit')).toBeVisible()
  await look('seal')

  await page.getByTestId('nav-settings').click()
  await page.getByTestId('settings-language').getByText(zhCN.settings.languages['zh-CN']).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')
  const chinese = await wordsOn(page)
  expect(chinese).toContain(zhCN.settings.title)
  // The eye that found nothing foreign in English does find these.
  expect(foreign(chinese).length).toBeGreaterThan(10)
  await close()
})
