import { ZERO } from '../../domain/points'
import type { ImportDecision } from '../../domain/rubric/import-origin'
import type { Item } from '../../domain/rubric/rubric'
import type { ReadItem } from '../reading/reading'
import type { Assumption } from './assumption'
import { settledClauses } from './clauses-of'
import type { VerdictOn } from './decision'
import { holdablePoints } from './holdable'
import { isPlain, methodsOf } from './methods-of'
import type { Numbered } from './numbering'
import { unitsOf } from './units-of'

/** The longest a text of a standard may be, and a title. */
export const LONGEST_TEXT = 4000
export const LONGEST_TITLE = 200
const TITLE_FROM_CONTENT = 30

export interface MadeItem {
  readonly item: Item
  readonly assumptions: readonly Assumption[]
  readonly history: readonly ImportDecision[]
}

/** One item with its clauses. What is missing stays missing, for the proof to find: no points are 0, no rule is none. */
export function itemOf(read: ReadItem, { id, code }: Numbered, verdictOn: VerdictOn, now: string): MadeItem {
  const assumptions: Assumption[] = []
  const note = (what: Assumption['what'], detail: string) =>
    assumptions.push({ what, item: read.seq, detail })
  const cut = (text: string, most: number) => {
    if (text.length > most) note('text-cut', `${text.length} > ${most}`)
    return text.slice(0, most)
  }
  if (read.points !== null && holdablePoints(read.points) === null)
    note('points-out-of-range', String(read.points))
  const { clauses, sharedCaps, history } = settledClauses(read, verdictOn, now)
  const printed = (read.name ?? read.title ?? '').trim()
  const title = printed === '' ? titleFrom(read.content === '' ? read.rule : read.content) : oneLine(printed)
  if (printed === '' && title !== '') note('title-from-content', title)
  const methods = methodsOf(read.methods)
  const words = read.methods
    .map((each) => oneLine(each).slice(0, LONGEST_TITLE))
    .filter((each) => each !== '')
  const item: Item = {
    id,
    code,
    kind: read.kind,
    title: cut(title, LONGEST_TITLE),
    content: cut(read.content, LONGEST_TEXT),
    rule: cut(read.rule, LONGEST_TEXT),
    points: read.kind === 'normal' ? (holdablePoints(read.points) ?? ZERO) : ZERO,
    clauses,
    methods,
    ...(words.length === 0 || isPlain(words, methods) ? {} : { methodWords: words.slice(0, 50) }),
    papers: [],
    units: unitsOf(read.units),
    // What is taken from the total would come back with an item that is left out.
    exclusion:
      clauses.some(({ form }) => form === 'penalty') && read.kind === 'normal' ? 'not-allowed' : 'normalise',
    ...(sharedCaps.length === 0 ? {} : { sharedCaps }),
  }
  return { item, assumptions, history }
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** Most printed sheets have no titles: the first words of what is asked for, up to a stop, name the item. */
function titleFrom(content: string): string {
  const first = content.trim().split(/[，。；：、,;:\n]/)[0] ?? ''
  return [...oneLine(first)].slice(0, TITLE_FROM_CONTENT).join('')
}
