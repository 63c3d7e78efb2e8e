import { type Diagnostic, findingsAt } from './diagnostic'
import { itemsOf, type Rubric } from './rubric'

/** What the built-in standard promises of each category: its printed code, its items, its weight in basis points. */
export const DEMONSTRATION_CATEGORIES = [
  { code: '1', title: '城市规划管理', items: 24, weight: 1000 },
  { code: '2', title: '市容环境卫生管理', items: 42, weight: 2000 },
  { code: '3', title: '城市公用事业管理', items: 30, weight: 1000 },
  { code: '4', title: '市政设施建设与管理', items: 36, weight: 1500 },
  { code: '5', title: '城市综合交通', items: 22, weight: 500 },
  { code: '6', title: '城市园林绿化管理', items: 30, weight: 1000 },
  { code: '7', title: '建筑工地管理', items: 26, weight: 500 },
  { code: '8', title: '住宅小区管理', items: 28, weight: 1000 },
  { code: '9', title: '建设行政执法队伍管理', items: 25, weight: 800 },
  { code: '10', title: '建立城市管理长效机制', items: 28, weight: 700 },
] as const

/** Codes of broken promises: those of the tests and of the build, which no screen shows. */
type PromiseCode =
  | 'category-count'
  | 'item-count'
  | 'full-marks'
  | 'code-promised'
  | 'title-promised'
  | 'weight-promised'

const FULL_MARKS = 100_000

/** The built-in standard is what PRODUCT says: ten categories of 100 points each, 291 items, these weights. */
export function proveDemonstration(rubric: Rubric): Diagnostic<PromiseCode>[] {
  const out: Diagnostic<PromiseCode>[] = []
  const head = findingsAt('', out)
  if (rubric.categories.length !== DEMONSTRATION_CATEGORIES.length) {
    head.error('category-count', String(rubric.categories.length))
  }
  if (rubric.points !== FULL_MARKS) head.error('full-marks', String(rubric.points))
  DEMONSTRATION_CATEGORIES.forEach((promised, index) => {
    const category = rubric.categories[index]
    if (category === undefined) return
    const findings = findingsAt(category.code, out)
    const count = itemsOf(category).length
    if (count !== promised.items) findings.error('item-count', `${count}, not ${promised.items}`)
    if (category.points !== FULL_MARKS) findings.error('full-marks', String(category.points))
    for (const key of ['code', 'title', 'weight'] as const) {
      if (category[key] !== promised[key])
        findings.error(`${key}-promised`, `${category[key]}, not ${promised[key]}`)
    }
  })
  return out
}
