import { formatMilli } from '../../../shared/domain/points'
import type { Clause, PlainClause } from '../../../shared/domain/rubric/clause'
import { clauseFor } from '../../../shared/domain/rubric/rubric-for'
import type { MarkValue } from '../../../shared/domain/sheet/mark'

/** A mark in the standard's own words: '3处', '87.5%', '较差'. Free of the screen's language. */
export function markText(clause: Clause, value: MarkValue): string {
  return plainText(clauseFor(clause, null), value)
}

function plainText(clause: PlainClause, value: MarkValue): string {
  const unit = 'measure' in clause ? (clause.measure?.unit ?? '') : ''
  switch (value.kind) {
    case 'count':
      return `${value.n}${'unit' in clause ? clause.unit : ''}`
    case 'counts':
      return clause.form === 'per-occurrence' ? severities(clause, value.bySeverity) : ''
    case 'flag':
      return '✓'
    case 'value':
      return `${formatMilli(value.value)}${unit}`
    case 'choice':
      return clause.form === 'tier' ? labelOf(clause.tiers, value.id) : value.id
    case 'points':
      return formatMilli(value.points)
    case 'missing':
      return clause.form === 'additive' ? missing(clause, value) : ''
    case 'zoned': {
      const zone = clause.form === 'zone-limit' ? labelOf(clause.zones, value.zone) : value.zone
      return `${zone} ${formatMilli(value.value)}${unit}`
    }
    case 'found':
      return clause.form === 'escalation' ? findings(clause, value) : ''
    case 'rank':
      return `№ ${value.rank}`
    case 'clean':
      return '○'
    case 'samples':
      return [
        `${value.passed}/${value.passed + value.failed}${unit} (${value.population}${unit})`,
        ...(value.at ?? []).flatMap(({ place, failed }) =>
          failed > 0 ? [`${place} ✗ ${failed}${unit}`] : [],
        ),
      ].join('；')
    case 'places':
      return value.at
        .map(
          ({ place, value: seen, sameAs }) =>
            `${place} ${plainText(clause, seen)}${sameAs === undefined ? '' : ' ⇄'}`,
        )
        .join('；')
  }
}

type ClauseOf<F extends PlainClause['form']> = Extract<PlainClause, { form: F }>
type ValueOf<K extends MarkValue['kind']> = Extract<MarkValue, { kind: K }>

function severities(clause: ClauseOf<'per-occurrence'>, counts: Readonly<Record<string, number>>): string {
  return (clause.severities ?? [])
    .flatMap(({ id, label }) => ((counts[id] ?? 0) > 0 ? [`${label} ${counts[id]}${clause.unit}`] : []))
    .join('、')
}

function findings({ finders, repeats, unit }: ClauseOf<'escalation'>, { found }: ValueOf<'found'>): string {
  return found
    .flatMap(({ finder, time, n }) =>
      n > 0 ? [`${labelOf(finders, finder)}·${repeats[time - 1]?.label ?? time} ${n}${unit}`] : [],
    )
    .join('、')
}

function missing(
  { parts: all }: ClauseOf<'additive'>,
  { parts, notApplicable = [] }: ValueOf<'missing'>,
): string {
  const labels = (ids: readonly string[], sign: string) => ids.map((id) => `${sign} ${labelOf(all, id)}`)
  return [...labels(parts, '✗'), ...labels(notApplicable, '–')].join('、')
}

function labelOf(entries: readonly { readonly id: string; readonly label: string }[], id: string): string {
  return entries.find((entry) => entry.id === id)?.label ?? id
}
