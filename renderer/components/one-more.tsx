import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { formatMilli } from '../../shared/domain/points'
import { oneMore, type OneMore as Step } from '../../shared/domain/what-if/one-more'
import { useOpening } from './explaining'
import './what-if.css'

interface Props {
  readonly item: string
  readonly clause: string
  /** What changes with the sheet: its journal. */
  readonly lines: readonly unknown[]
}

const MOST_SHOWN = 4

/** What one more 处 (part, step) on a clause costs here and in the total. Nothing where a person has to judge. */
export function OneMore({ item, clause, lines }: Props) {
  const { t } = useTranslation()
  const opening = useOpening()
  // biome-ignore lint/correctness/useExhaustiveDependencies: `lines` says that the sheet has changed
  const steps = useMemo(() => {
    if (opening === null) return []
    const { rubric, state } = opening.source.view()
    return oneMore(rubric, state, item, clause, opening.memory)
  }, [opening, item, clause, lines])
  if (steps.length === 0) return null
  const words = ({ label, item: cost, total, grade, whyNothing }: Step) => {
    const step = label === '' ? t('explain.oneMore.this') : t('explain.oneMore.step', { label })
    if (whyNothing !== null && cost === 0) return `${step}${t(`explain.oneMore.why.${whyNothing}`)}`
    const costs = t('explain.oneMore.costs', { item: signed(cost), total: signed(total) })
    const why = whyNothing === null ? '' : `（${t(`explain.oneMore.why.${whyNothing}`)}）`
    const falls = grade === null || grade === '' ? '' : t('explain.oneMore.grade', { grade })
    return `${step}${costs}${why}${falls}`
  }
  return (
    <p className="one-more" data-testid="one-more">
      {steps.slice(0, MOST_SHOWN).map((step) => (
        <span key={step.label} className={step.grade === null ? undefined : 'one-more__grade'}>
          {words(step)}
        </span>
      ))}
    </p>
  )
}

/** A cost is taken away, a gain added. */
function signed(cost: number): string {
  if (cost === 0) return '0'
  return cost > 0 ? `−${formatMilli(cost)}` : `+${formatMilli(-cost)}`
}
