import { join } from 'node:path'
import { readBuiltinRubric } from '../../../electron/custody/builtin-rubric'
import { systemClock } from '../../../electron/custody/clock'
import { type Custody, openCustody } from '../../../electron/custody/custody'
import { rubricDigest } from '../../../electron/custody/digest'
import { shippedRubric } from '../../../electron/custody/shipped-rubric'
import { allItems, type Item } from '../../../shared/domain/rubric/rubric'
import type { SheetEvent } from '../../../shared/domain/sheet/event'
import { value } from './packages'

export interface PreparedDesk {
  /** A sheet that is not opened by a window, its last line, and the items nobody has looked at. */
  readonly spare: { readonly sheetId: string; readonly seq: number; readonly items: readonly string[] }
  /** One journal line as it stands in the file. */
  readonly line: string
}

const SCORER = { name: '检查员甲', unit: '考核组', role: 'inspector' } as const

/** A data folder with two half-scored sheets of one round; the app goes on with the second, on an item that counts. */
export async function prepareDesk({
  root,
  dataFolder,
}: {
  readonly root: string
  readonly dataFolder: string
}): Promise<PreparedDesk> {
  const rubric = readBuiltinRubric(join(root, 'resources'))
  const custody = await openCustody(join(dataFolder, 'custody'), systemClock(), {
    builtin: [shippedRubric(rubric)],
  })
  const subjects = ['郑州市', '洛阳市'].map((name, at) => ({ id: `s${at}`, name, league: '省辖市' }))
  const round = value(
    await custody.createRound({
      kind: 'mock',
      title: '模拟考核',
      date: '2026-01-15',
      rubricDigest: rubricDigest(rubric),
      subjects,
      team: [],
    }),
  )
  const items = allItems(rubric)
  const counted = items.slice(40).find(isCounted)
  if (counted === undefined) throw new Error('no item is counted')
  const half = items.slice(0, 40).map(({ id }): SheetEvent => ({ type: 'cleared', item: id }))
  const spare = await open(custody, round.id, 's0')
  value(await custody.appendEvents(spare, 1, half.slice(0, 1)))
  const sheet = await open(custody, round.id, 's1')
  const [clause] = counted.clauses
  const found = { value: { kind: 'count', n: 1 }, reason: '建设路路口有积尘' } as const
  const lines = value(
    await custody.appendEvents(sheet, 1, [
      ...half,
      { type: 'marked', item: counted.id, clause: clause?.id ?? '', mark: found },
    ]),
  )
  await custody.close()
  return {
    spare: { sheetId: spare, seq: 2, items: items.slice(1).map(({ id }) => id) },
    line: JSON.stringify(lines.at(-1)),
  }
}

function isCounted({ clauses: [first] }: Item): boolean {
  return first?.form === 'per-occurrence' && first.severities === undefined
}

async function open(custody: Custody, roundId: string, subjectId: string): Promise<string> {
  return value(await custody.createSheet(roundId, subjectId, SCORER)).header.sheetId
}
