import { points, type Rounding, type RoundingMode } from '../../../../shared/domain/points'
import type { Clause } from '../../../../shared/domain/rubric/clause'
import type { Category, Group, Item, Rubric } from '../../../../shared/domain/rubric/rubric'
import type { Setting } from '../../../../shared/domain/scoring/form'
import { settingOf } from '../../../../shared/domain/scoring/score-item'
import { type ItemMark, type MarkValue, UNTOUCHED } from '../../../../shared/domain/sheet/mark'

/** A clause without the words that a standard prints: arithmetic does not read them. */
export type Bare = Clause extends infer C ? (C extends Clause ? Omit<C, 'id' | 'text'> : never) : never

export function rounding(mode: RoundingMode, step: number): Rounding {
  return { mode, step: points(step) }
}

export function clauseOf(bare: Bare, id = 'a'): Clause {
  return { ...bare, id, text: '每发现一处扣分' } as Clause
}

export function itemOf(id: string, size: number, clauses: readonly Bare[], more: Partial<Item> = {}): Item {
  return {
    id,
    code: id,
    kind: size === 0 ? 'bonus' : 'normal',
    title: id,
    content: '',
    rule: '',
    points: points(size),
    clauses: clauses.map((bare, at) => clauseOf(bare, 'abcdefgh'[at])),
    methods: ['现场'],
    papers: [],
    units: { lead: [], support: [] },
    exclusion: 'not-allowed',
    ...more,
  }
}

/** A category that is worth the sum of its items. */
export function categoryOf(id: string, weight: number, children: readonly (Item | Group)[]): Category {
  const sum = children.reduce((total, child) => total + child.points, 0)
  return { id, code: id, title: id, weight, points: points(sum), children }
}

export function rubricOf(categories: readonly Category[], more: Partial<Rubric> = {}): Rubric {
  return {
    schema: 'scorebench.rubric/1',
    id: 'small',
    version: '1',
    title: '小样本标准',
    source: '自编',
    notice: '非官方文本',
    points: points(100_000),
    rounding: {
      item: rounding('half-up', 1),
      category: rounding('half-up', 10),
      total: rounding('half-up', 10),
    },
    grades: [
      { name: '优秀', from: points(90_000) },
      { name: '良好', from: points(80_000) },
      { name: '合格', from: points(60_000) },
      { name: '不合格', from: points(0) },
    ],
    bonusCap: points(5_000),
    penaltyCap: points(10_000),
    categories,
    ...more,
  }
}

/** Where the clauses of an item stand, under one way of rounding items. */
export function settingFor(item: Item, level: Rounding): Setting {
  const rubric = rubricOf([])
  return settingOf({ ...rubric, rounding: { ...rubric.rounding, item: level } }, item)
}

export const CLEAR: ItemMark = { ...UNTOUCHED, status: 'clear' }

export function excludedFor(reason: string): ItemMark {
  return { ...UNTOUCHED, status: 'excluded', reason }
}

/** An item scored with one mark on each named clause. */
export function scored(values: Readonly<Record<string, MarkValue>>): ItemMark {
  const marks = Object.entries(values).map(([id, value]) => [id, { value, reason: '现场核实' }] as const)
  return { ...UNTOUCHED, status: 'scored', marks: Object.fromEntries(marks) }
}

export function sheetOf(items: Readonly<Record<string, ItemMark>>) {
  return { items: new Map(Object.entries(items)) }
}
