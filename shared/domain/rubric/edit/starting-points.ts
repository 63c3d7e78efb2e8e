import type { Points } from '../../points'
import type { Category, Group, Item, Rubric } from '../rubric'

/** Words of a new standard, in the language of whoever makes it. */
export interface StartingWords {
  readonly title: string
  readonly category: string
  /** Four grades, the best first. */
  readonly grades: readonly [string, string, string, string]
}

const CENT = { mode: 'half-up', step: 10 as Points } as const
const CUTS = [90_000, 80_000, 60_000, 0] as const

/** A standard to begin with: one category of 100 points and the whole weight, grades at 90, 80 and 60. */
export function emptyRubric(id: string, newId: () => string, words: StartingWords): Rubric {
  return {
    schema: 'scorebench.rubric/1',
    id,
    version: '1',
    title: words.title,
    source: '',
    notice: '',
    points: 100_000 as Points,
    rounding: { item: CENT, category: CENT, total: CENT },
    grades: words.grades.map((name, index) => ({ name, from: (CUTS[index] ?? 0) as Points })),
    bonusCap: 0 as Points,
    penaltyCap: 0 as Points,
    categories: [
      { ...emptyCategory(newId(), '1', 10_000), title: words.category, points: 100_000 as Points },
    ],
  }
}

export function emptyCategory(id: string, code: string, weight: number): Category {
  return { id, code, title: '', weight, points: 0 as Points, children: [] }
}

export function emptyGroup(id: string, code: string): Group {
  return { id, code, title: '', points: 0 as Points, children: [] }
}

/** A new item: how it is checked, by whom, and what 合理缺项 does is as in the item before it. */
export function emptyItem(id: string, code: string, like?: Item): Item {
  return {
    id,
    code,
    kind: like?.kind ?? 'normal',
    title: '',
    content: '',
    rule: '',
    points: (like?.points ?? 1000) as Points,
    clauses: [],
    methods: like?.methods ?? ['现场'],
    papers: [],
    units: like?.units ?? { lead: [], support: [] },
    exclusion: like?.exclusion ?? 'normalise',
    ...(like?.onlyFor === undefined ? {} : { onlyFor: like.onlyFor }),
  }
}

/** A copy that stands for itself: another id, version 1; its nodes keep their ids, so that the two compare. */
export function copyOfRubric(rubric: Rubric, id: string, title: string): Rubric {
  return { ...rubric, id, version: '1', title }
}

/** The same standard under the next version that nobody has. */
export function nextVersionOf(rubric: Rubric, taken: readonly string[]): Rubric {
  return { ...rubric, version: raised(rubric.version, taken) }
}

/** '1' → '2', 'v1' → 'v2', '2024.3' → '2024.4': its last number raised until it is free; a year, or no number, gets '.2'. */
export function raised(version: string, taken: readonly string[]): string {
  const match = /^(.*?)((?<!\d)\d{1,3})$/.exec(version)
  const [, head = `${version}.`, digits = '1'] = match ?? []
  for (let no = Number(digits) + 1; ; no++) {
    const next = `${head}${no}`
    if (!taken.includes(next)) return next
  }
}
