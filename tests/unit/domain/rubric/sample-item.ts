import { type Milli, type Points, points } from '../../../../shared/domain/points'
import type { Category, Item, Rubric } from '../../../../shared/domain/rubric/rubric'

export const milli = (value: number): Milli => Math.round(value * 1000) as Milli
export const whole = (value: number): Points => points(value * 1000)

/** A sound item of 2 points; overrides make it what a test needs. */
export function sampleItem(overrides: Partial<Item> = {}): Item {
  const text = '每处扣0.5分，最多扣2分'
  return {
    id: 'x-001',
    code: '1.1',
    kind: 'normal',
    title: '示例小项',
    content: '用于测试的考核内容',
    rule: `${text}。`,
    points: whole(2),
    clauses: [
      { id: 'a', form: 'per-occurrence', text, unit: '处', pointsPerUnit: points(500), cap: whole(2) },
    ],
    methods: ['现场'],
    papers: [],
    units: { lead: ['城市管理局'], support: [] },
    exclusion: 'normalise',
    ...overrides,
  }
}

export function sampleCategory(overrides: Partial<Category> = {}): Category {
  return {
    id: 'x',
    code: '1',
    title: '示例大项',
    weight: 10_000,
    points: whole(2),
    children: [sampleItem()],
    ...overrides,
  }
}

export function sampleRubric(overrides: Partial<Rubric> = {}): Rubric {
  const rounding = { mode: 'half-up', step: points(10) } as const
  return {
    schema: 'scorebench.rubric/1',
    id: 'sample',
    version: '1',
    title: '示例标准',
    source: '测试',
    notice: '',
    points: whole(100),
    rounding: { item: rounding, category: rounding, total: rounding },
    grades: [
      { name: '合格', from: whole(60) },
      { name: '不合格', from: whole(0) },
    ],
    bonusCap: whole(5),
    penaltyCap: whole(10),
    categories: [sampleCategory()],
    ...overrides,
  }
}
