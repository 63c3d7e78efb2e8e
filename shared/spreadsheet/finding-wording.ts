import type { Finding } from '../domain/findings/finding'
import type { Place } from '../domain/round/place'
import type { Clause } from '../domain/rubric/clause'
import { itemIndex } from '../domain/rubric/item-index'
import type { Rubric } from '../domain/rubric/rubric'
import { PLACE_KIND_WORDS } from './filed-words'
import { foundWords } from './mark-wording'

/** What was seen: '6处', '存在该情形'. `rubric` is the standard as it is for the subject. */
export function findingFound(rubric: Rubric, { item, clause, value }: Finding): string {
  const of = clauseOf(rubric, item, clause)
  return of === undefined ? '' : foundWords(of, value)
}

function clauseOf(rubric: Rubric, item: string, clause: string): Clause | undefined {
  return itemIndex(rubric)
    .get(item)
    ?.clauses.find(({ id }) => id === clause)
}

/** What its points alone do not say: '一票否决', '计入总分扣减', '与3.1.2同一问题，此处不扣分'. */
export function findingRemarks(
  rubric: Rubric,
  { item, clause, takes, isVeto, sameAs }: Finding,
): readonly string[] {
  if (sameAs !== null)
    return [`与${itemIndex(rubric).get(sameAs.item)?.code ?? sameAs.item}同一问题，此处不扣分`]
  const isPenalty = clauseOf(rubric, item, clause)?.form === 'penalty'
  return [...(isVeto ? ['一票否决'] : []), ...(isPenalty && takes > 0 ? ['从总分中扣'] : [])]
}

/** What a place is: '道路 · 主干道 · 建成区'. */
export function placeKindWords({ kind, grade, zone }: Pick<Place, 'kind' | 'grade' | 'zone'>): string {
  return [PLACE_KIND_WORDS[kind], grade ?? '', zone ?? ''].filter((word) => word !== '').join(' · ')
}
