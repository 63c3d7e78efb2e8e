import { formatMilli } from '../domain/points'
import type { Clause } from '../domain/rubric/clause'
import type { Item } from '../domain/rubric/rubric'
import type { ClauseScore, ItemScore } from '../domain/scoring/score'
import type { ItemMark, MarkValue } from '../domain/sheet/mark'

/** One marked clause in words: what was found, what it took or gave, why, and the arithmetic. */
export interface MarkedClause {
  readonly clause: Clause
  /** '①' … where the item has several clauses; empty where it has one. */
  readonly number: string
  readonly found: string
  readonly effect: string
  readonly reason: string
  readonly working: string
}

const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩'

/** The marked clauses of an item in the standard's order. */
export function markedClauses(item: Item, mark: ItemMark, score: ItemScore): readonly MarkedClause[] {
  return item.clauses.flatMap((clause, at): MarkedClause[] => {
    const made = Object.hasOwn(mark.marks, clause.id) ? mark.marks[clause.id] : undefined
    if (made === undefined) return []
    const clauseScore = score.clauses.find((one) => one.clause === clause.id)
    return [
      {
        clause,
        number: item.clauses.length > 1 ? (CIRCLED[at] ?? `(${at + 1})`) : '',
        found: foundWords(clause, made.value),
        effect: clauseScore === undefined ? '' : effectWords(clauseScore),
        reason: made.reason,
        working: clauseScore?.working ?? '',
      },
    ]
  })
}

/** What a mark says was found: '6处', '机械化清扫率87.5%', '缺：成立领导小组'. */
export function foundWords(clause: Clause, value: MarkValue): string {
  switch (value.kind) {
    case 'count':
      return `${value.n}${'unit' in clause ? clause.unit : ''}`
    case 'counts':
      return severityWords(clause, value.bySeverity)
    case 'flag':
      return clause.form === 'veto' ? '触发一票否决' : '存在该情形'
    case 'value':
      return 'measure' in clause && clause.measure !== undefined
        ? `${clause.measure.label}${formatMilli(value.value)}${clause.measure.unit}`
        : formatMilli(value.value)
    case 'choice':
      return clause.form === 'tier' ? labelOf(clause.tiers, value.id) : value.id
    case 'points': {
      const verb = clause.form === 'judgement' && clause.effect === 'gain' ? '评得' : '评扣'
      const band = clause.form === 'judgement' ? labelOf(clause.bands, value.bandId) : value.bandId
      return `${band}（${verb}${formatMilli(value.points)}分）`
    }
    case 'missing': {
      const labels = value.parts.map((id) => (clause.form === 'additive' ? labelOf(clause.parts, id) : id))
      return `缺：${labels.join('、')}`
    }
  }
}

function severityWords(clause: Clause, bySeverity: Readonly<Record<string, number>>): string {
  if (clause.form !== 'per-occurrence') return ''
  return (clause.severities ?? [])
    .filter(({ id }) => (bySeverity[id] ?? 0) > 0)
    .map(({ id, label }) => `${label}${bySeverity[id]}${clause.unit}`)
    .join('、')
}

function labelOf(entries: readonly { readonly id: string; readonly label: string }[], id: string): string {
  return entries.find((entry) => entry.id === id)?.label ?? id
}

function effectWords({ lost, extra, veto, isCapped }: ClauseScore): string {
  const parts = [
    lost > 0 ? `扣${formatMilli(lost)}分${isCapped ? '（已扣至上限）' : ''}` : '',
    extra > 0 ? `总分加${formatMilli(extra)}分${isCapped ? '（已加至上限）' : ''}` : '',
    extra < 0 ? `总分扣${formatMilli(-extra)}分${isCapped ? '（已扣至上限）' : ''}` : '',
    veto === null ? '' : vetoWords(veto),
  ].filter((part) => part !== '')
  return parts.length === 0 ? '不扣分' : parts.join('，')
}

/** 一票否决 and what it does. */
export function vetoWords(veto: NonNullable<ClauseScore['veto']>): string {
  if (veto.scope === 'grade') return `一票否决：考核等次定为${veto.grade}`
  return veto.scope === 'category' ? '一票否决：本大项不得分' : '一票否决：本项不得分'
}
