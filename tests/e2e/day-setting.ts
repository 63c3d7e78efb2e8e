import type { Page } from '@playwright/test'
import type { AttachedEvidence } from '../../shared/domain/evidence/evidence'
import { allItems, type Item, type Rubric } from '../../shared/domain/rubric/rubric'
import type { SheetEvent } from '../../shared/domain/sheet/event'

export const PLACES = ['人民路', '东关市场', '汽车站', '幸福小区'] as const
export const SCORER = { name: '示范检查员', unit: '示范检查组', role: 'inspector' } as const

/** A round with places, and its sheet: made by the calls that the screens make. Answers the sheet's id. */
export function startDay(page: Page): Promise<string> {
  return page.evaluate(
    async ([places, scorer]) => {
      const api = window.scorebench
      const given = async <T>(answer: Promise<{ ok: true; value: T } | { ok: false; code: string }>) => {
        const had = await answer
        if (!had.ok) throw new Error(had.code)
        return had.value
      }
      const [rubric] = await given(api.listBuiltinRubrics())
      const subject = (await given(api.listSubjects())).find(({ name }) => name.includes('洛阳'))
      if (rubric === undefined || subject === undefined) throw new Error('nothing to begin with')
      const kinds = ['road', 'market', 'station', 'estate'] as const
      const round = await given(
        api.createRound({
          kind: 'mock',
          title: '十一月模拟考核',
          date: new Date().toISOString().slice(0, 10),
          rubricDigest: rubric.digest,
          subjects: [subject],
          team: [scorer],
          places: places.map((name, at) => ({ name, kind: kinds[at] ?? 'other', zone: '建成区' })),
        }),
      )
      const sheet = await given(api.createSheet(round.id, subject.id, scorer))
      return sheet.header.sheetId
    },
    [PLACES, SCORER] as const,
  )
}

/** Items whose first clause counts, so that places can be named. */
export function countingItems(rubric: Rubric, most: number): readonly Item[] {
  return allItems(rubric)
    .filter(({ clauses }) => clauses[0]?.form === 'per-occurrence' && clauses[0].severities === undefined)
    .slice(0, most)
}

/** The first clause of an item marked at places. */
export function markedAt(
  item: Item,
  at: readonly (readonly [place: string, n: number, note: string])[],
): SheetEvent {
  const places = at.map(([place, n, note]) => ({ place, value: { kind: 'count', n } as const, note }))
  return {
    type: 'marked',
    item: item.id,
    clause: item.clauses[0]?.id ?? '',
    mark: { value: { kind: 'places', at: places }, reason: '' },
  }
}

/** Bytes into the sheet's custody, as a paste does. Answers their SHA-256. */
export function bring(page: Page, sheetId: string, name: string, bytes: readonly number[]): Promise<string> {
  return page.evaluate(
    async ([id, called, list]) => {
      const had = await window.scorebench.importEvidenceBytes(id, called, new Uint8Array(list))
      const one = had.ok ? had.value.imported[0] : undefined
      if (one === undefined) throw new Error(`not taken: ${called}`)
      return one.sha256
    },
    [sheetId, name, bytes] as const,
  )
}

/** A photo as a camera makes it, drawn by the window: `seed` makes the scene. Answers its SHA-256 and size. */
export function takePhoto(
  page: Page,
  sheetId: string,
  seed: number,
  [width, height]: readonly [number, number],
): Promise<{ readonly sha256: string; readonly size: number }> {
  return page.evaluate(
    async ([id, scene, wide, high]) => {
      const canvas = new OffscreenCanvas(wide, high)
      const context = canvas.getContext('2d')
      if (context === null) throw new Error('no canvas')
      for (let at = 0; at < 400; at++) {
        context.fillStyle = `hsl(${(at * 37 * scene) % 360} 50% ${20 + ((at * scene * 13) % 60)}%)`
        context.fillRect((at * 71 * scene) % wide, (at * 53 * scene) % high, wide / 5, high / 6)
      }
      context.fillStyle = '#fff'
      context.font = `${high / 4}px sans-serif`
      context.fillText(String(scene), wide / 8, high / 2)
      const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.85 })
      const bytes = new Uint8Array(await blob.arrayBuffer())
      const had = await window.scorebench.importEvidenceBytes(id, `P${scene}.jpg`, bytes)
      const one = had.ok ? had.value.imported[0] : undefined
      if (one === undefined) throw new Error('not taken')
      return { sha256: one.sha256, size: one.size }
    },
    [sheetId, seed, width, height] as const,
  )
}

/** Lines written behind the screen, which is then loaded anew at the sheet. */
export async function writeAndOpen(
  page: Page,
  sheetId: string,
  events: readonly SheetEvent[],
): Promise<void> {
  await page.evaluate(
    async ([id, all]) => {
      const lines = await window.scorebench.readJournal(id, 0)
      const seq = lines.ok ? lines.value.length : 0
      const had = await window.scorebench.appendEvents(id, seq, all)
      if (!had.ok) throw new Error(`${had.code} ${had.detail ?? ''}`)
      sessionStorage.setItem('scorebench.screen', JSON.stringify({ name: 'scoring', sheetId: id }))
      location.reload()
    },
    [sheetId, events] as const,
  )
  await page.getByTestId('scoring').waitFor()
}

/** Evidence attached to the first clause of an item, at a place. */
export function attachedTo(
  item: Item,
  place: string | null,
  evidence: readonly AttachedEvidence[],
): SheetEvent {
  const where = place === null ? {} : { clause: item.clauses[0]?.id ?? '', place }
  return { type: 'attached', item: item.id, ...where, evidence }
}
