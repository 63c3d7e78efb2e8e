import { applyChoice } from './chosen-columns'
import { guessesFor } from './column-guesses'
import type { ColumnProfile } from './column-profile'
import { depthOfLabel, labelOf, type Meaning, meaningsOf } from './header-words'
import { belongTo, measuresOf } from './points-columns'
import type { ColumnRole, TableChoice } from './reading'
import { all, one, type Settling } from './settling'

/** Which column of one table holds what; columns from 0. */
export interface ColumnPlan {
  readonly number: number | null
  /** Headings from the outermost to the innermost, left of or among the items' own columns. */
  readonly levels: readonly number[]
  readonly title: number | null
  readonly content: number | null
  readonly rule: number | null
  /** Columns that go on with the rule: 加分标准 beside 扣分标准. */
  readonly moreRules: readonly number[]
  readonly points: number | null
  /** Points that belong to a heading: the points column and the level's position in `levels`. */
  readonly levelPoints: readonly { readonly column: number; readonly level: number }[]
  readonly methods: readonly number[]
  readonly units: readonly number[]
  readonly papers: number | null
  readonly remark: number | null
  readonly score: readonly number[]
  readonly reason: readonly number[]
  /** Roles that a person gave to levels by name. */
  readonly levelRoles: Readonly<Partial<Record<number, ColumnRole>>>
}

/** Meanings that several columns may have. */
const SHARED: ReadonlySet<Meaning> = new Set(['level', 'methods', 'units', 'score', 'reason', 'points'])

/** Gives every column its meaning: the surest first, each meaning that is not shared to one column only. */
export function planColumns(profiles: readonly ColumnProfile[], choice?: TableChoice['columns']): ColumnPlan {
  const longest = profiles.reduce<ColumnProfile | null>(
    (best, each) => (best !== null && best.averageLength >= each.averageLength ? best : each),
    null,
  )
  const guesses = profiles
    .flatMap((profile) => guessesFor(profile, longest !== null && profile.column < longest.column))
    .sort((a, b) => b.score - a.score)
  const settling: Settling = { profiles, given: new Map() }
  const taken = new Set<Meaning>()
  for (const { column, meaning } of guesses) {
    if (settling.given.has(column) || (taken.has(meaning) && !SHARED.has(meaning))) continue
    settling.given.set(column, meaning)
    taken.add(meaning)
  }
  readRuleFromReason(settling)
  pairTitleWithContent(settling)
  nameItems(settling)
  readRuleFromContent(settling)
  return applyChoice(planOf(settling), choice)
}

/** Of two columns that ask for something the left one is the title of the right one. */
function pairTitleWithContent(settling: Settling): void {
  const { profiles, given } = settling
  const content = one(settling, 'content')
  if (content === null || one(settling, 'title') !== null) return
  const other = profiles.find(
    ({ column, labels, averageLength, own }) =>
      !given.has(column) &&
      own > 0 &&
      averageLength > 1 &&
      meaningsOf(labels.at(-1) ?? '')?.content !== undefined,
  )
  if (other === undefined) return
  const isLeft = other.column < content.column
  given.set(isLeft ? other.column : content.column, 'title')
  given.set(isLeft ? content.column : other.column, 'content')
}

/** The innermost heading is the items' own title where each has its own; what is asked for where nothing else is. */
function nameItems(settling: Settling): void {
  const levels = all(settling, 'level')
  const last = levels.at(-1)
  if (last === undefined) return
  const hasContent = one(settling, 'content') !== null
  const hasTitle = one(settling, 'title') !== null
  const label = labelOf(last.labels.at(-1) ?? '')
  // 类别 alone stays what it says, even where each item has its own.
  if (levels.length === 1 && hasContent && (/类别|分类/.test(label) || depthOfLabel(label) === 0)) return
  const { own, changes, averageLength, hasMerges, covered } = last
  // Headings from the left may reach over it; where it is blank instead, it means the text above.
  const isOfItem =
    !hasMerges &&
    own + covered >= 0.85 &&
    /^(?:小项|细项|子项|[三四]级(?:指标|项目))/.test(label) &&
    own >= 0.5 &&
    changes >= 0.95 * own
  if (!((own >= 0.85 && changes >= 0.8) || isOfItem)) return
  if (!hasTitle) settling.given.set(last.column, !hasContent && averageLength > 12 ? 'content' : 'title')
  else if (!hasContent) settling.given.set(last.column, 'content')
}

/** 考核标准 alone, full of 扣…分, is a rule. */
function readRuleFromContent(settling: Settling): void {
  const content = one(settling, 'content')
  if (one(settling, 'rule') !== null || content === null || content.rules < 0.5) return
  settling.given.set(content.column, 'rule')
}

/** 扣分说明 that says in nearly every row how points are lost is no reason that someone filled in. */
function readRuleFromReason(settling: Settling): void {
  if (one(settling, 'rule') !== null) return
  const said = all(settling, 'reason').find(({ rules, own }) => rules >= 0.6 && own >= 0.8)
  if (said !== undefined) settling.given.set(said.column, 'rule')
}

function planOf(settling: Settling): ColumnPlan {
  const columnOf = (meaning: Meaning) => one(settling, meaning)?.column ?? null
  const columnsOf = (meaning: Meaning) => all(settling, meaning).map(({ column }) => column)
  const levels = inOrderOfDepth(all(settling, 'level'))
  const rules = rulesOf(settling)
  const points = measuresOf(settling)
  const levelPoints = points.slice(1).flatMap((column) => {
    const level = levels.filter((at) => at < column.column).length - 1
    const heading = settling.profiles.find((each) => each.column === levels[level])
    return heading !== undefined && belongTo(heading, column) ? [{ column: column.column, level }] : []
  })
  return {
    number: columnOf('number'),
    levels,
    title: columnOf('title'),
    content: columnOf('content'),
    rule: rules[0] ?? null,
    moreRules: rules.slice(1),
    points: points[0]?.column ?? null,
    levelPoints,
    methods: columnsOf('methods'),
    units: columnsOf('units'),
    papers: columnOf('papers'),
    remark: columnOf('remark'),
    score: columnsOf('score'),
    reason: columnsOf('reason'),
    levelRoles: {},
  }
}

/** The rule, and columns without another meaning that are called a rule as well and read like one; from the left. */
function rulesOf(settling: Settling): readonly number[] {
  const first = one(settling, 'rule')
  if (first === null) return []
  const more = settling.profiles.filter(
    ({ column, labels, rules }) =>
      !settling.given.has(column) && rules >= 0.3 && (meaningsOf(labels.at(-1) ?? '')?.rule ?? 0) >= 0.8,
  )
  return [first, ...more].map(({ column }) => column).sort((a, b) => a - b)
}

/** From left to right; 一级指标 before 二级指标 wherever they stand. */
function inOrderOfDepth(levels: readonly ColumnProfile[]): readonly number[] {
  const depths = levels.map(({ column, labels }) => ({ column, depth: depthOfLabel(labels.at(-1) ?? '') }))
  if (depths.every(({ depth }) => depth !== null))
    depths.sort((a, b) => (a.depth ?? 0) - (b.depth ?? 0) || a.column - b.column)
  return depths.map(({ column }) => column)
}
