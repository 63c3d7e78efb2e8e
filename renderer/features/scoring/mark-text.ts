import { formatMilli } from '../../../shared/domain/points'
import type { Clause } from '../../../shared/domain/rubric/clause'
import type { MarkValue } from '../../../shared/domain/sheet/mark'

/** A mark in the standard's own words: '3处', '87.5%', '较差'. Free of the screen's language. */
export function markText(clause: Clause, value: MarkValue): string {
  switch (value.kind) {
    case 'count':
      return `${value.n}${'unit' in clause ? clause.unit : ''}`
    case 'counts':
      return clause.form === 'per-occurrence' ? severities(clause, value.bySeverity) : ''
    case 'flag':
      return '✓'
    case 'value':
      return `${formatMilli(value.value)}${'measure' in clause ? (clause.measure?.unit ?? '') : ''}`
    case 'choice':
      return clause.form === 'tier'
        ? (clause.tiers.find(({ id }) => id === value.id)?.label ?? value.id)
        : value.id
    case 'points':
      return formatMilli(value.points)
    case 'missing':
      return clause.form === 'additive'
        ? clause.parts
            .filter(({ id }) => value.parts.includes(id))
            .map(({ label }) => label)
            .join('、')
        : ''
  }
}

function severities(
  clause: Extract<Clause, { form: 'per-occurrence' }>,
  counts: Readonly<Record<string, number>>,
): string {
  return (clause.severities ?? [])
    .flatMap(({ id, label }) => ((counts[id] ?? 0) > 0 ? [`${label} ${counts[id]}${clause.unit}`] : []))
    .join('、')
}
