import { formatMilli } from '../points'
import type { Outcome } from '../rubric/clause'
import type { DifferenceWords } from './difference-words'
import type { FieldChange, FieldValue } from './field'

/** What a field is called: '每处', '省辖市：最多扣'. */
export function fieldTitle({ name, kinds, before, after }: FieldChange, words: DifferenceWords): string {
  const of = after?.of || before?.of || ''
  const field = fill(words.fields[name], { of }).replace(/（）| \(\)/, '')
  if (kinds === null) return field
  return kinds.length === 0
    ? fill(words.forOthers, { field })
    : fill(words.forKinds, { kinds: kinds.join(words.value.and), field })
}

/** What one version says, in a line. */
export function writeValue(value: FieldValue, words: DifferenceWords): string {
  switch (value.kind) {
    case 'text':
      return value.text
    case 'points':
      return fill(words.value.points, { points: formatMilli(value.points) })
    case 'measure':
      return `${formatMilli(value.value)}${value.unit}`
    case 'count':
      return String(value.count)
    case 'share':
      return `${value.basisPoints / 100}%`
    case 'factor':
      return `×${formatMilli(value.factor)}`
    case 'range':
      return fill(words.value.range, { min: formatMilli(value.min), max: formatMilli(value.max) })
    case 'word':
      return words.words[value.word]
    case 'list':
      return value.of.join(words.value.and)
    case 'outcome': {
      const outcome = outcomeWords(value.outcome, words)
      return value.bounds === '' ? outcome : fill(words.value.outcome, { bounds: value.bounds, outcome })
    }
    case 'rounding': {
      const { mode, step } = value.rounding
      return fill(words.value.rounding[mode], { step: formatMilli(step) })
    }
  }
}

function outcomeWords(outcome: Outcome, { value }: DifferenceWords): string {
  switch (outcome.effect) {
    case 'full':
      return value.full
    case 'zero':
      return value.zero
    case 'deduct':
    case 'gain':
      return fill(value[outcome.effect], { points: formatMilli(outcome.points) })
  }
}

function fill(words: string, given: Readonly<Record<string, string>>): string {
  return words.replace(/\{(\w+)\}/g, (_all, name: string) => given[name] ?? '')
}
