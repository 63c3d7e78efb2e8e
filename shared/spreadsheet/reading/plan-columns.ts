import type { ColumnProfile } from './column-profile'
import { depthOfLabel, type Meaning, meaningsOf } from './header-words'
import type { ColumnRole, TableChoice } from './reading'

/** Which column of one table holds what; columns from 0. */
export interface ColumnPlan {
  readonly number: number | null
  /** Headings from the outermost to the innermost, left of or among the items' own columns. */
  readonly levels: readonly number[]
  readonly title: number | null
  readonly content: number | null
  readonly rule: number | null
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
  /** How sure each column's meaning is, 0 to 1. */
  readonly certainty: Readonly<Record<number, number>>
}

interface Guess {
  readonly column: number
  readonly meaning: Meaning
  readonly score: number
}

const SHARED: ReadonlySet<Meaning> = new Set(['level', 'methods', 'units', 'score', 'reason', 'points'])
const LEAST_SCORE = 0.4

/** What the data of a column adds to or takes from each meaning. */
function fromData(profile: ColumnProfile): Readonly<Partial<Record<Meaning, number>>> {
  const { own, rules, numeric, marks, units, methods, averageLength, changes } = profile
  if (own === 0) return {}
  const isText = averageLength > 3 && numeric < 0.5
  return {
    number: 0.3 * marks - 0.5 * (1 - marks),
    points: 0.4 * numeric - (numeric < 0.3 ? 0.5 : 0),
    rule: 0.5 * rules - (isText ? 0 : 0.5),
    content: 0.3 * Math.min(1, averageLength / 30) - 0.35 * rules - (isText ? 0 : 0.4),
    title: isText && averageLength < 16 ? 0.1 * changes : -0.1,
    methods: 0.45 * methods - 0.2 * (1 - methods),
    units: 0.45 * units - 0.2 * (1 - units),
    level: isText && averageLength < 25 ? 0.1 * (1 - changes) : numeric > 0.5 ? -0.5 : -0.1,
  }
}

/** Scores of every meaning for one column: what its words say, and what its cells look like. */
export function guessesFor(profile: ColumnProfile, hasContentRight: boolean): readonly Guess[] {
  const { column, labels } = profile
  const leaf = labels.at(-1)
  const own = leaf === undefined ? null : meaningsOf(leaf)
  const parents = labels.slice(0, -1).map(meaningsOf)
  const parent = parents.filter((meanings) => meanings !== null).at(-1) ?? null
  const data = fromData(profile)
  const words = own ?? (leaf === undefined ? {} : parent) ?? {}
  const guesses: Guess[] = []
  const meanings = new Set<Meaning>([
    ...(Object.keys(words) as Meaning[]),
    ...(own === null ? (['rule', 'methods', 'units'] as const) : []),
    ...(own === null && hasContentRight && (profile.own > 0 || profile.hasMerges)
      ? (['level'] as const)
      : []),
    // 考核标准 full of 扣…分 is a rule, whatever it is called.
    ...(own?.content !== undefined && own.rule === undefined && profile.rules >= 0.5
      ? (['rule'] as const)
      : []),
  ])
  for (const meaning of meanings) {
    const word =
      words[meaning] ??
      (meaning === 'level' && leaf !== undefined ? 0.45 : meaning === 'rule' && own !== null ? 0.3 : 0.1)
    // 内容 below 考核指标 is a heading, 内容 below 考核标准 is what is asked for.
    const above =
      own !== null && (meaning === 'title' || meaning === 'level') && parent?.level !== undefined ? 0.3 : 0
    const score = (word + above + (data[meaning] ?? 0)) * (profile.isHidden ? 0.6 : 1)
    if (score >= LEAST_SCORE) guesses.push({ column, meaning, score })
  }
  return guesses
}

/** Gives every column its meaning: the surest first, each meaning that is not shared to one column only. */
export function planColumns(profiles: readonly ColumnProfile[], choice?: TableChoice['columns']): ColumnPlan {
  const longest = profiles.reduce(
    (best, p) => (p.averageLength > best.averageLength ? p : best),
    profiles[0] as ColumnProfile,
  )
  const guesses = profiles
    .flatMap((profile) => guessesFor(profile, profile.column < longest.column))
    .sort((a, b) => b.score - a.score)
  const given = new Map<number, Meaning>()
  const certainty: Record<number, number> = {}
  const taken = new Set<Meaning>()
  for (const { column, meaning, score } of guesses) {
    if (given.has(column) || (taken.has(meaning) && !SHARED.has(meaning))) continue
    given.set(column, meaning)
    taken.add(meaning)
    const rival = guesses.find((guess) => guess.column === column && guess.meaning !== meaning)
    certainty[column] = Math.max(
      0,
      Math.min(1, score / 1.2 - (rival ? Math.max(0, 0.2 - (score - rival.score)) : 0)),
    )
  }
  const draft = new Draft(profiles, given)
  draft.pairTitleWithContent()
  draft.splitLevels()
  draft.readRuleFromContent()
  return applyChoice(draft.plan(certainty), choice)
}

/** The meanings while they are being settled between columns. */
class Draft {
  private readonly by = new Map<number, ColumnProfile>()
  constructor(
    private readonly profiles: readonly ColumnProfile[],
    private readonly given: Map<number, Meaning>,
  ) {
    for (const profile of profiles) this.by.set(profile.column, profile)
  }
  private all(meaning: Meaning): number[] {
    return this.profiles
      .filter(({ column }) => this.given.get(column) === meaning)
      .map(({ column }) => column)
  }
  private one(meaning: Meaning): number | null {
    return this.all(meaning)[0] ?? null
  }
  private profile(column: number): ColumnProfile {
    return this.by.get(column) as ColumnProfile
  }
  /** Of two columns that ask for something the left one is the title of the right one. */
  pairTitleWithContent(): void {
    const content = this.one('content')
    if (content === null || this.one('title') !== null) return
    const other = this.profiles.find(
      ({ column, labels, averageLength, own }) =>
        !this.given.has(column) &&
        own > 0 &&
        averageLength > 1 &&
        meaningsOf(labels.at(-1) ?? '')?.content !== undefined,
    )
    if (other === undefined) return
    const [left, right] = other.column < content ? [other.column, content] : [content, other.column]
    this.given.set(left, 'title')
    this.given.set(right, 'content')
  }
  /** The innermost heading is an item's own title where every item has its own; the content where nothing else is. */
  splitLevels(): void {
    const levels = this.all('level')
    const last = levels.at(-1)
    if (last === undefined) return
    const { own, changes, averageLength } = this.profile(last)
    const isPerItem = own >= 0.85 && changes >= 0.8
    if (isPerItem && this.one('title') === null) {
      const isContent = this.one('content') === null && averageLength > 12
      this.given.set(last, isContent ? 'content' : 'title')
      return
    }
    if (this.one('content') === null && this.one('title') !== null && isPerItem)
      this.given.set(last, 'content')
  }
  /** 考核标准 alone, full of 扣…分, is a rule; a title beside it may then be all that is asked for. */
  readRuleFromContent(): void {
    const content = this.one('content')
    if (this.one('rule') !== null || content === null || this.profile(content).rules < 0.5) return
    this.given.set(content, 'rule')
  }
  plan(certainty: Record<number, number>): ColumnPlan {
    const levels = this.inOrderOfDepth(this.all('level'))
    const points = this.all('points').sort((a, b) => this.pointsRank(b) - this.pointsRank(a))
    const levelPoints: { column: number; level: number }[] = []
    for (const column of points.slice(1)) {
      const level = levels.filter((at) => at < column).length - 1
      const isOfLevel = level >= 0 && this.profile(column).own < 0.8
      if (isOfLevel) levelPoints.push({ column, level })
    }
    return {
      number: this.one('number'),
      levels,
      title: this.one('title'),
      content: this.one('content'),
      rule: this.one('rule'),
      points: points[0] ?? null,
      levelPoints,
      methods: this.all('methods'),
      units: this.all('units'),
      papers: this.one('papers'),
      remark: this.one('remark'),
      score: this.all('score'),
      reason: this.all('reason'),
      levelRoles: {},
      certainty,
    }
  }
  private pointsRank(column: number): number {
    const { own, labels, isHidden } = this.profile(column)
    const word = meaningsOf(labels.at(-1) ?? '')?.points ?? 0
    return own + word + 0.001 * column - (isHidden ? 1 : 0)
  }
  /** From left to right; 一级指标 before 二级指标 wherever they stand. */
  private inOrderOfDepth(levels: readonly number[]): number[] {
    const depth = (column: number) => depthOfLabel(this.profile(column).labels.at(-1) ?? '')
    const depths = levels.map(depth)
    if (depths.some((value) => value === null)) return [...levels]
    return [...levels].sort((a, b) => (depth(a) ?? 0) - (depth(b) ?? 0) || a - b)
  }
}

const LEVEL_ROLES = ['category', 'group', 'subgroup'] as const

/** What a person decided, over what was found; a column that is given away loses what it was. */
function applyChoice(plan: ColumnPlan, choice: TableChoice['columns']): ColumnPlan {
  if (choice === undefined) return plan
  const chosen = new Set(Object.values(choice).filter((column) => typeof column === 'number'))
  const role = (name: ColumnRole, found: number | null): number | null => {
    const wanted = choice[name]
    if (wanted !== undefined) return wanted
    return found !== null && chosen.has(found) ? null : found
  }
  const list = (name: ColumnRole, found: readonly number[]): readonly number[] => {
    const wanted = choice[name]
    if (wanted === null) return []
    const rest = found.filter((column) => !chosen.has(column))
    return wanted === undefined ? rest : [wanted, ...rest.slice(1)]
  }
  const named = LEVEL_ROLES.filter((name) => choice[name] !== undefined)
  const levels =
    named.length === 0
      ? plan.levels.filter((column) => !chosen.has(column))
      : LEVEL_ROLES.map((name) => choice[name]).filter((column) => typeof column === 'number')
  const levelRoles: Record<number, ColumnRole> = {}
  for (const name of named) {
    const column = choice[name]
    if (typeof column === 'number') levelRoles[column] = name
  }
  return {
    ...plan,
    number: role('number', plan.number),
    levels,
    title: role('title', plan.title),
    content: role('content', plan.content),
    rule: role('rule', plan.rule),
    points: role('points', plan.points),
    levelPoints: plan.levelPoints.filter(({ column, level }) => !chosen.has(column) && level < levels.length),
    methods: list('methods', plan.methods),
    units: list('units', plan.units),
    papers: role('papers', plan.papers),
    remark: role('remark', plan.remark),
    score: list('score', plan.score),
    reason: list('reason', plan.reason),
    levelRoles,
  }
}
