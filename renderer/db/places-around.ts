import { type Place, placeName } from '../../shared/domain/round/place'
import type { Mark } from '../../shared/domain/sheet/mark'
import type { Database } from './database'
import { readEvents } from './events'

/** Places that other sheets of the same round on this machine list or name for the same subject, each once. */
export async function placesAround(
  db: Database,
  {
    sheetId,
    roundId,
    subject,
  }: { readonly sheetId: string; readonly roundId: string; readonly subject: string },
): Promise<readonly Place[]> {
  const cards = await db.cards.where('roundId').equals(roundId).toArray()
  const others = cards.filter((card) => card.sheetId !== sheetId && card.header.subject.id === subject)
  const places = new Map<string, Place>()
  for (const card of others) {
    for (const { event } of await readEvents(db, card.sheetId)) {
      if (event.type === 'opened') for (const place of event.places ?? []) list(places, place)
      if (event.type === 'places-listed') for (const place of event.places) list(places, place)
      if (event.type === 'marked' && event.mark !== null)
        for (const name of namesIn(event.mark))
          if (!places.has(placeName(name))) list(places, { name, kind: 'other' })
    }
  }
  return [...places.values()]
}

function list(places: Map<string, Place>, place: Place): void {
  places.set(placeName(place.name), place)
}

function namesIn({ value, place }: Mark): readonly string[] {
  if (value.kind === 'places' || value.kind === 'samples') return (value.at ?? []).map((one) => one.place)
  return place === undefined ? [] : [place]
}
