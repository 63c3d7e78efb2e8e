import { explainItem } from '../domain/explain/explain-item'
import { writeWorking } from '../domain/explain/write-working'
import { formatMilli } from '../domain/points'
import type { Clause, PlainClause } from '../domain/rubric/clause'
import { itemIndex } from '../domain/rubric/item-index'
import type { Item, Rubric } from '../domain/rubric/rubric'
import { clauseFor } from '../domain/rubric/rubric-for'
import type { ClauseScore, ItemScore } from '../domain/scoring/score'
import { type ItemMark, type Mark, type MarkValue, markOn, type SameAs } from '../domain/sheet/mark'

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

/** The marked clauses of an item in the standard's order. `rubric` is the standard as it is for the subject. */
export function markedClauses(
  rubric: Rubric,
  item: Item,
  mark: ItemMark,
  score: ItemScore,
): readonly MarkedClause[] {
  if (Object.keys(mark.marks).length === 0) return []
  const explained = explainItem(rubric, item, mark).children
  return item.clauses.flatMap((clause, at): MarkedClause[] => {
    const made = markOn(mark.marks, clause.id)
    if (made === undefined) return []
    const clauseScore = score.clauses.find((one) => one.clause === clause.id)
    const explanation = explained.find(({ code }) => code === clause.id)
    return [
      {
        clause,
        number: item.clauses.length > 1 ? (CIRCLED[at] ?? `(${at + 1})`) : '',
        found: markWords(rubric, clause, made),
        effect: effectOf(rubric, made, clauseScore),
        reason: made.reason,
        working: explanation === undefined || made.sameAs !== undefined ? '' : writeWorking(explanation),
      },
    ]
  })
}

/** What was found, and where: '人民路：6处'. */
function markWords(rubric: Rubric, clause: Clause, { value, place }: Mark): string {
  const found = foundWords(clause, value, (sameAs) => elsewhere(rubric, sameAs))
  return place === undefined ? found : `${place}：${found}`
}

/** What a mark says was found: '6处', '机械化清扫率87.5%', '缺：成立领导小组'. */
export function foundWords(
  clause: Clause,
  value: MarkValue,
  linkWords: (sameAs: SameAs) => string = () => '',
): string {
  return wordsOf(clauseFor(clause, null), value, linkWords)
}

function wordsOf(clause: PlainClause, value: MarkValue, linkWords: (sameAs: SameAs) => string): string {
  switch (value.kind) {
    case 'count':
      return `${value.n}${'unit' in clause ? clause.unit : ''}`
    case 'counts':
      return severityWords(clause, value.bySeverity)
    case 'flag':
      return clause.form === 'veto' ? '触发一票否决' : '存在该情形'
    case 'value':
      return measureWords(clause, value.value)
    case 'choice':
      return clause.form === 'tier' ? labelOf(clause.tiers, value.id) : value.id
    case 'points': {
      const verb = clause.form === 'judgement' && clause.effect === 'gain' ? '评得' : '评扣'
      const band = clause.form === 'judgement' ? labelOf(clause.bands, value.bandId) : value.bandId
      return `${band}（${verb}${formatMilli(value.points)}分）`
    }
    case 'missing':
      return missingWords(clause, value)
    case 'zoned': {
      const zone = clause.form === 'zone-limit' ? labelOf(clause.zones, value.zone) : value.zone
      return `${zone}：${measureWords(clause, value.value)}`
    }
    case 'found':
      return escalationWords(clause, value)
    case 'rank':
      return `第${value.rank}名`
    case 'clean':
      return '无问题'
    case 'samples': {
      const { label, unit } = clause.form === 'pass-rate' ? clause.measure : { label: '', unit: '' }
      const sampled = value.passed + value.failed
      const all = `${label}共${value.population}${unit}，抽查${sampled}${unit}，合格${value.passed}${unit}`
      return [all, ...failedAt(value, unit)].join('；')
    }
    case 'places':
      return value.at
        .map(({ place, value: seen, note, sameAs }) => {
          const linked = sameAs === undefined ? '' : `（${linkWords(sameAs)}）`
          return `${place}：${wordsOf(clause, seen, linkWords)}${noteWords(note)}${linked}`
        })
        .join('；')
  }
}

function noteWords(note: string | undefined): string {
  return note === undefined || note === '' ? '' : `（${note}）`
}

/** Where samples failed: '乙厕：不合格1座（无纸）'. */
function failedAt({ at = [] }: Extract<MarkValue, { kind: 'samples' }>, unit: string): readonly string[] {
  return at.flatMap(({ place, failed, note }) =>
    failed === 0 ? [] : [`${place}：不合格${failed}${unit}${noteWords(note)}`],
  )
}

function measureWords(clause: PlainClause, value: number): string {
  return 'measure' in clause && clause.measure !== undefined
    ? `${clause.measure.label}${formatMilli(value)}${clause.measure.unit}`
    : formatMilli(value)
}

function severityWords(clause: PlainClause, bySeverity: Readonly<Record<string, number>>): string {
  if (clause.form !== 'per-occurrence') return ''
  return (clause.severities ?? [])
    .filter(({ id }) => (bySeverity[id] ?? 0) > 0)
    .map(({ id, label }) => `${label}${bySeverity[id]}${clause.unit}`)
    .join('、')
}

function missingWords(
  clause: PlainClause,
  { parts, notApplicable = [] }: Extract<MarkValue, { kind: 'missing' }>,
): string {
  const words = (ids: readonly string[]) =>
    ids.map((id) => (clause.form === 'additive' ? labelOf(clause.parts, id) : id)).join('、')
  return [
    parts.length === 0 ? '' : `缺：${words(parts)}`,
    notApplicable.length === 0 ? '' : `不适用：${words(notApplicable)}`,
  ]
    .filter((text) => text !== '')
    .join('；')
}

function escalationWords(clause: PlainClause, { found }: Extract<MarkValue, { kind: 'found' }>): string {
  if (clause.form !== 'escalation') return ''
  return found
    .filter(({ n }) => n > 0)
    .map(
      ({ finder, time, n }) =>
        `${labelOf(clause.finders, finder)}${clause.repeats[time - 1]?.label ?? ''}${n}${clause.unit}`,
    )
    .join('、')
}

function labelOf(entries: readonly { readonly id: string; readonly label: string }[], id: string): string {
  return entries.find((entry) => entry.id === id)?.label ?? id
}

function effectOf(rubric: Rubric, { sameAs }: Mark, score: ClauseScore | undefined): string {
  if (sameAs !== undefined) return `${elsewhere(rubric, sameAs)}，此处不扣分`
  return score === undefined ? '' : effectWords(score)
}

/** 同一问题不重复扣分: where it is counted instead. */
function elsewhere(rubric: Rubric, { item }: SameAs): string {
  return `与${itemIndex(rubric).get(item)?.code ?? item}同一问题`
}

function effectWords({ lost, pending, extra, veto, isCapped, isShort }: ClauseScore): string {
  const loss = pending > 0 ? `${formatMilli(lost)}～${formatMilli(lost + pending)}` : formatMilli(lost)
  const parts = [
    lost > 0 || pending > 0
      ? `扣${loss}分${isCapped ? '（已扣至上限）' : ''}${pending > 0 ? '（名次未定）' : ''}`
      : '',
    extra > 0 ? `总分加${formatMilli(extra)}分${isCapped ? '（已加至上限）' : ''}` : '',
    extra < 0 ? `总分扣${formatMilli(-extra)}分${isCapped ? '（已扣至上限）' : ''}` : '',
    veto === null ? '' : vetoWords(veto),
  ].filter((part) => part !== '')
  const effect = parts.length === 0 ? '不扣分' : parts.join('，')
  return isShort ? `${effect}（抽查数少于标准要求）` : effect
}

/** 一票否决 and what it does. */
export function vetoWords(veto: NonNullable<ClauseScore['veto']>): string {
  switch (veto.scope) {
    case 'grade':
      return `一票否决：考核等次定为${veto.grade}`
    case 'total':
      return '一票否决：总得分为零'
    case 'category':
      return '一票否决：本大项不得分'
    case 'item':
      return '一票否决：本项不得分'
  }
}
