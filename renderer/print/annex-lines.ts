import type { Explanation, ExplanationNote } from '../../shared/domain/explain/explanation'
import { explain } from '../i18n/zh-CN/explain'

/** What the annex says of a category: nodes told one by one, and items that nobody has checked, told in one line. */
export function annexLines(category: Explanation): {
  readonly told: readonly Explanation[]
  readonly open: readonly Explanation[]
} {
  const below = category.children.flatMap(withItems)
  const has = ({ notes }: Explanation, code: ExplanationNote['code']) =>
    notes.some((note) => note.code === code)
  return {
    told: below.filter((node) => node.kind === 'group' || !(has(node, 'clear') || has(node, 'unchecked'))),
    open: below.filter((node) => node.kind === 'item' && has(node, 'unchecked')),
  }
}

/** Groups that have a number of their own stand before their items. */
function withItems(node: Explanation): readonly Explanation[] {
  return node.kind === 'group' ? [node, ...node.children.flatMap(withItems)] : [node]
}

/** A note in the filed language, Chinese in every locale: the same words as on screen. */
export function noteWords({ code, detail }: ExplanationNote, codeOf: (item: string) => string): string {
  return explain.note[code].replace(
    '{{detail}}',
    code === 'counted-elsewhere' ? whereWords(detail, codeOf) : detail,
  )
}

/** 'item id/clause id' as '2.3.4 a'. */
function whereWords(detail: string, codeOf: (item: string) => string): string {
  const [item = '', clause = ''] = detail.split('/')
  return `${codeOf(item)} ${clause}`
}
