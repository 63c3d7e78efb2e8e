import { learnReasons, type Reasons } from '../../shared/domain/findings/reasons'
import type { Database } from './database'
import { readEvents } from './events'

/** What was written on other sheets of this machine under the same standard, in whichever version: ids stay. */
export async function reasonsElsewhere(db: Database, rubricId: string, sheetId: string): Promise<Reasons> {
  const cards = await db.cards.toArray()
  const learnt: Reasons = new Map()
  for (const card of cards) {
    if (card.sheetId === sheetId || card.header.round.rubricId !== rubricId) continue
    learnReasons(learnt, await readEvents(db, card.sheetId))
  }
  return learnt
}
