import type { TFunction } from 'i18next'
import { formatMilli, parseMilli } from '../../../../shared/domain/points'
import type { Diagnostic } from '../../../../shared/domain/rubric/diagnostic'
import type { Rubric } from '../../../../shared/domain/rubric/rubric'

/** Where it is: '2.3/r1' is the first clause of item 2.3, and nothing is the whole. */
export function placeWords(place: string, t: TFunction): string {
  const [, code, no] = /^(.+)\/r(\d+)/.exec(place) ?? []
  if (code !== undefined) return `${code} ${t('editor.clauseNo', { no: Number(no) })}`
  return place === '' ? t('editor.level.total') : place
}

/** What the proof found, in the sentence of the editor. */
export function errorWords({ code, detail }: Diagnostic, rubric: Rubric, t: TFunction): string {
  const { sum, points } = figuresIn(code, detail, rubric)
  if (sum === null || points === null) {
    const plain = code === 'points-sum' ? 'points-sum-for-kind' : code
    return t(`diagnostic.${plain}`, { detail, sum: '', points: '', off: detail })
  }
  const off = sum - points
  return t(`diagnostic.${code}`, {
    detail,
    sum: formatMilli(sum),
    points: formatMilli(points),
    off: off > 0 ? `+${formatMilli(off)}` : formatMilli(off),
  })
}

function figuresIn(code: string, detail: string, rubric: Rubric) {
  if (code === 'weights-sum') {
    const sum = rubric.categories.reduce((all, { weight }) => all + weight * 10, 0)
    return { sum, points: 100_000 }
  }
  const [, below, own] = /children (-?[\d.]+)\D+ (-?[\d.]+)/.exec(code === 'points-sum' ? detail : '') ?? []
  return { sum: parseMilli(below ?? ''), points: parseMilli(own ?? '') }
}
