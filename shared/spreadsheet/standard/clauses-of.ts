import { canonicalJson } from '../../domain/canonical-json'
import { type Points, points, ZERO } from '../../domain/points'
import type { Clause } from '../../domain/rubric/clause'
import type { ImportAct, ImportDecision } from '../../domain/rubric/import-origin'
import type { Item } from '../../domain/rubric/rubric'
import type { ReadItem } from '../reading/reading'
import type { ReadClause } from '../wording/read-clause'
import { type ClauseDecision, type VerdictOn, verdictsIn } from './decision'
import { holdablePoints } from './holdable'
import { proposalOf, settingIn } from './proposal-of'
import { sizedCases } from './sized-cases'
import { byJudgement, type Made } from './worded'

/** Most clauses of one item. */
const MOST_CLAUSES = 50
const MOST_CAPS = 20
/** Longest words of a clause; a rule that goes on is cut there too. */
const LONGEST_TEXT = 4000

export interface ItemClauses {
  readonly clauses: readonly Clause[]
  readonly sharedCaps: NonNullable<Item['sharedCaps']>
  readonly history: readonly ImportDecision[]
}

/** One read clause with what became of it. */
interface Settled {
  readonly read: ReadClause
  readonly made: Made
  /** By judgement, for a person. */
  readonly open: Made
  readonly isOpen: boolean
  /** A person gave it another rule. */
  readonly isChanged: boolean
}

/** The clauses of one item, as a few decisions have it. */
export function clausesOf(item: ReadItem, decisions: readonly ClauseDecision[], now: string): ItemClauses {
  return settledClauses(item, verdictsIn(decisions), now)
}

/**
 * The clauses of an item as the reading and the decisions have it. What nobody confirmed, and was not read surely or
 * cannot be held, waits for a person.
 */
export function settledClauses(item: ReadItem, verdictOn: VerdictOn, now: string): ItemClauses {
  const history: ImportDecision[] = []
  const settled = readClauses(item).map((read, index): Settled => {
    const proposal = proposalOf(item, read)
    const decided = verdictOn(item.seq, index, read)
    const text = read.text.slice(0, LONGEST_TEXT)
    const open = { clauses: [{ text, rule: byJudgement(settingIn(item, read.no), read.form) }] }
    const isSure = read.forPerson !== true && proposal !== null
    const proposed = isSure ? proposal : open
    const made =
      decided === null
        ? proposed
        : decided.decision === 'change'
          ? { clauses: [{ text, rule: decided.rule }] }
          : decided.decision === 'confirm'
            ? (proposal ?? open)
            : open
    if (decided !== null) history.push(entry(item, index, { at: now, ...decided }, proposal, made))
    const isOpen = decided === null ? !isSure : decided.decision === 'for-person'
    return { read, made, open, isOpen, isChanged: decided?.decision === 'change' }
  })
  const all = settled.reduce((sum, { made }) => sum + made.clauses.length, 0)
  // What says several things at once is not taken apart where there would be too many.
  const few = settled.map((one) =>
    all > MOST_CLAUSES && one.made.clauses.length > 1 ? { ...one, made: one.open, isOpen: true } : one,
  )
  return { ...numbered(item, asSized(item, few)), history }
}

/** Cases that are one thing counted by its size stand in the place of the first of them. */
function asSized(item: ReadItem, settled: readonly Settled[]): readonly Settled[] {
  const made = new Map<number, Made>()
  for (const one of sizedCases(item, settingIn(item, null))) {
    const isTaken = one.at.some(
      (at) => made.has(at) || settled[at]?.isOpen !== false || settled[at]?.isChanged,
    )
    if (isTaken || settled.length !== item.clauses.length) continue
    for (const [i, at] of one.at.entries()) made.set(at, i === 0 ? one.made : { clauses: [] })
  }
  return settled.map((one, at) => ({ ...one, made: made.get(at) ?? one.made }))
}

/** The clauses that were read; a rule of which none was is one clause, for a person. */
function readClauses({ rule, clauses }: ReadItem): readonly ReadClause[] {
  const said = clauses.filter(({ text }) => text.trim() !== '')
  const isTooMany = said.length > MOST_CLAUSES
  if (!isTooMany && (said.length > 0 || rule.trim() === '')) return said
  const kept = isTooMany ? said.slice(0, MOST_CLAUSES - 1) : []
  const from = isTooMany ? Math.max(0, rule.indexOf(said[kept.length]?.text ?? '')) : 0
  const text = rule.slice(from).trim().slice(0, LONGEST_TEXT)
  const rest: ReadClause = {
    no: null,
    text,
    span: [from, from + text.length],
    untilZero: false,
    confidence: 0,
    forPerson: true,
    evidence: [],
    pattern: null,
    form: 'unparsed',
  }
  return [...kept, rest]
}

/** Ids by position, so that the same sheet read again gives the same; and the caps that several clauses share. */
function numbered(item: ReadItem, settled: readonly Settled[]): Omit<ItemClauses, 'history'> {
  const clauses: Clause[] = []
  const shared = new Map<string, { clauses: readonly string[]; cap: Points }>()
  const share = (ids: readonly string[], cap: Points) => {
    if (ids.length < 2) return
    const key = ids.join(' ')
    const known = shared.get(key)
    shared.set(key, { clauses: ids, cap: known === undefined ? cap : points(Math.min(known.cap, cap)) })
  }
  const ids = settled.map(({ made, isOpen }, at) => {
    const own = made.clauses.map(({ text, rule }, no) => {
      const id = made.clauses.length === 1 ? `r${at + 1}` : `r${at + 1}.${no + 1}`
      const clause = { ...rule, id, text } as Clause
      clauses.push(isOpen ? { ...clause, forPerson: true } : clause)
      return id
    })
    if (made.together !== undefined) share(own, made.together)
    return own
  })
  for (const { clauses: at, points: cap } of item.caps ?? [])
    share(
      at.flatMap((no) => ids[no] ?? []),
      cap,
    )
  for (const { no, points: cap } of item.parts ?? []) {
    const within = settled.flatMap(({ read }, at) => (read.no === no ? [at] : []))
    // One clause is bounded by itself.
    if (within.length > 1)
      share(
        lossIds(
          clauses,
          within.flatMap((at) => ids[at] ?? []),
        ),
        cap,
      )
  }
  const caps = [...shared.values()].filter(({ cap }) => cap > ZERO && holdablePoints(cap) !== null)
  return { clauses, sharedCaps: caps.slice(0, MOST_CAPS) }
}

/** Those that take from the item: a veto or an extra is in no part of its points. */
function lossIds(clauses: readonly Clause[], ids: readonly string[]): readonly string[] {
  const beside = new Set(['veto', 'bonus', 'penalty'])
  return ids.filter((id) => clauses.some((clause) => clause.id === id && !beside.has(clause.form)))
}

const ACTS: Readonly<Record<ClauseDecision['decision'], ImportAct>> = {
  confirm: 'clause-confirmed',
  change: 'rule-changed',
  'for-person': 'left-for-person',
}

function entry(
  { sheet, row, cells }: ReadItem,
  index: number,
  { at, decision }: Pick<ClauseDecision, 'decision'> & { readonly at: string },
  proposal: Made | null,
  made: Made,
): ImportDecision {
  const rules = (of: Made | null) => (of === null ? '' : canonicalJson(of.clauses.map(({ rule }) => rule)))
  return {
    at,
    what: ACTS[decision],
    where: `${sheet}!${cells.rule ?? row}/${index + 1}`,
    before: rules(proposal).slice(0, LONGEST_TEXT),
    after: rules(made).slice(0, LONGEST_TEXT),
  }
}
