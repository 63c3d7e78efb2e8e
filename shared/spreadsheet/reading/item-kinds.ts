import type { ItemKind } from '../../domain/rubric/rubric'
import type { RawItem } from './entries'
import { adjustmentOfTitle } from './row-words'

type Section = 'bonus' | 'penalty' | 'veto' | 'mixed'

const VETO = /一票否决|否决/
const GAIN = /加[^扣。；]{0,8}?\d|加分|奖励/
const LOSS = /扣[^加。；]{0,8}?\d|减[^加。；]{0,6}\d|扣分|减分|扣除/
const FROM_TOTAL = /(?:总分|总成绩|总得分|年度得分|考核总分|年终)[^。；]{0,12}?(?:扣|减)|倒扣/

/** The innermost title above an item that says it adds to or takes from what is scored. */
function sectionOf({ path }: RawItem): Section | null {
  const known = SECTIONS.get(path)
  if (known !== undefined) return known
  const said = [...path].reverse().map(({ title }) => adjustmentOfTitle(title))
  const section = said.find((each) => each !== null) ?? null
  SECTIONS.set(path, section)
  return section
}

/** Items below the same headings share one path. */
const SECTIONS = new WeakMap<RawItem['path'], Section | null>()

function byRule(rule: string, section: Section): Exclude<ItemKind, 'normal'> {
  const isVeto = VETO.test(rule) && !/扣\s*\d/.test(rule.replace(/否决.*/, ''))
  if (section === 'veto' || isVeto) return 'veto'
  if (section !== 'mixed') return section
  const gain = rule.search(GAIN)
  const loss = rule.search(LOSS)
  if (gain >= 0 && (loss < 0 || gain < loss)) return 'bonus'
  return loss >= 0 ? 'penalty' : VETO.test(rule) ? 'veto' : 'bonus'
}

/** The kind of an item without points: by the titles above it, then by what its rule says. */
function kindWithoutPoints(item: RawItem): ItemKind {
  const { rule } = item
  const section = sectionOf(item)
  if (section !== null) return byRule(rule === '' ? item.content : rule, section)
  const own = item.title === null ? null : adjustmentOfTitle(item.title)
  if (own !== null) return byRule(rule, own)
  if (item.sharedPoints !== null) return 'normal'
  if (VETO.test(rule) && !LOSS.test(rule)) return 'veto'
  if (GAIN.test(rule) && !LOSS.test(rule) && !/得\s*\d|不得分/.test(rule)) return 'bonus'
  return FROM_TOTAL.test(rule) ? 'penalty' : 'normal'
}

/**
 * The kind of every item. Items with points in a section of bonuses or deductions are normal where the printed total
 * counts them, and stand outside it where it does not; without a printed total they stand outside.
 */
export function kindsOf(items: readonly RawItem[], declared: number | null): readonly ItemKind[] {
  const sections = items.map((item) => (item.points === null ? null : sectionOf(item)))
  const present = [...new Set(sections.filter((section) => section !== null))]
  const total = items.reduce(
    (sum, item, i) => sum + (sections[i] === null ? Math.max(0, item.points ?? 0) : 0),
    0,
  )
  const worth = (section: Section) =>
    items.reduce((sum, item, i) => sum + (sections[i] === section ? (item.points ?? 0) : 0), 0)
  let counted: readonly Section[] = []
  if (declared !== null && present.length > 0) {
    // All counted, then all but one kind of section, and so on: the first that yields the printed total.
    const ways = subsets(present).sort((a, b) => b.length - a.length)
    counted = ways.find((way) => way.reduce((sum, section) => sum + worth(section), total) === declared) ?? []
  }
  return items.map((item, i) => {
    const section = sections[i]
    if (item.points === null) return kindWithoutPoints(item)
    if (item.points < 0) return 'penalty'
    return section === null || section === undefined || counted.includes(section)
      ? 'normal'
      : byRule(item.rule, section)
  })
}

function subsets<T>(list: readonly T[]): T[][] {
  const all: T[][] = [[]]
  for (const each of list) all.push(...all.map((some) => [...some, each]))
  return all
}
