import type { ElectronApplication, Page } from '@playwright/test'
import type { Rubric } from '../../shared/domain/rubric/rubric'
import type { Hands } from './hands'
import { until } from './hands'
import { type PlannedItem, planFor } from './plan'
import { currentItem, scoreItem } from './scoring'

/** An item of the day: what is found on it, where, and which photos show it. */
export interface DayItem {
  readonly planned: PlannedItem
  readonly places: readonly string[]
  readonly photos: readonly string[]
}

export interface DaySize {
  readonly places: number
  /** At how many places, over all items, something is found. */
  readonly findings: number
  readonly photos: number
}

const ROADS = ['人民路', '建设路', '解放路', '滨河路', '文化路', '新华街', '青年路', '和平街']
const SPOTS = ['东段', '西段', '路口', '公交站', '菜市场']

/** Names as an inspector says them, no two the same. */
export function placeNames(count: number): string[] {
  return Array.from({ length: count }, (_, at) => {
    const road = ROADS[at % ROADS.length] ?? ''
    return `${road}${SPOTS[Math.floor(at / ROADS.length) % SPOTS.length]}`
  })
}

/** A whole day: counted items are found wrong at several places each, photos are spread over what was found. */
export function dayPlan(rubric: Rubric, size: DaySize, photos: readonly string[]): readonly DayItem[] {
  const names = placeNames(size.places)
  const plan = planFor(rubric, 20_261_124)
  const isCounted = ({ planned: { kind, clause } }: { planned: PlannedItem }) =>
    kind === 'count' && clause?.form === 'per-occurrence' && clause.severities === undefined
  // A bonus is no problem that was found; nor is a case that takes nothing.
  const isFound = ({ kind, clause }: PlannedItem) =>
    kind !== 'clear' && kind !== 'excluded' && clause?.form !== 'bonus'
  const found = plan.filter(isFound).length
  const counted = plan.filter((planned) => isCounted({ planned })).length
  // What is found without a place counts once; the rest of the findings are at places of the counted items.
  const atPlaces = Math.max(counted, size.findings - (found - counted))
  let [nthPlace, nthCounted, nthFound] = [0, 0, 0]
  return plan.map((planned) => {
    const places: string[] = []
    if (isCounted({ planned })) {
      const share =
        Math.floor((atPlaces * (nthCounted + 1)) / counted) - Math.floor((atPlaces * nthCounted) / counted)
      nthCounted += 1
      for (let n = 0; n < share; n++) places.push(names[nthPlace++ % names.length] ?? '')
    }
    const hasPhotos = isFound(planned)
    const from = Math.floor((photos.length * nthFound) / found)
    if (hasPhotos) nthFound += 1
    const to = Math.floor((photos.length * nthFound) / found)
    return { planned, places, photos: hasPhotos ? photos.slice(from, to) : [] }
  })
}

/** Scores one item by the keys alone, with its places and photos. */
export async function walkItem(
  app: ElectronApplication,
  page: Page,
  hands: Hands,
  { planned, places, photos }: DayItem,
): Promise<void> {
  await until(`item ${planned.code} open`, async () => (await currentItem(page)) === planned.id)
  if (photos.length > 0) await attachPhotos(app, page, hands, photos)
  if (places.length === 0) {
    await scoreItem(page, hands, planned)
    return
  }
  for (const place of places) {
    await hands.press('p')
    await until('the field for the place', () => isPlaceField(page))
    await hands.type(place)
    await hands.press('Enter')
    await until('no field in focus', async () => !(await isPlaceField(page)))
  }
  await hands.press('ArrowDown')
}

/** Photos chosen in the system's dialog, which is made to answer. */
async function attachPhotos(
  app: ElectronApplication,
  page: Page,
  hands: Hands,
  photos: readonly string[],
): Promise<void> {
  await app.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [...filePaths] })
  }, photos)
  const before = await shownPhotos(page)
  await hands.tabTo('evidence-add')
  await hands.press('Enter')
  await until('the photos', async () => (await shownPhotos(page)) === before + photos.length, 60_000)
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
}

const shownPhotos = (page: Page) => page.locator('.evidence-tile:not(.evidence-add)').count()

function isPlaceField(page: Page): Promise<boolean> {
  return page.evaluate(() => document.activeElement?.getAttribute('data-field') === 'place')
}
