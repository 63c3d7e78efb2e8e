import { WarningOutlined } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'
import type { ExclusionEffect } from '../../shared/domain/what-if/exclusion-effects'
import { screenRange, screenScore } from './screen-score'
import './what-if.css'

/** What leaving an item out does to the total: flagged for a leader where the result is higher than what was found. */
export function ExclusionLine({ effect }: { readonly effect: ExclusionEffect }) {
  const { t } = useTranslation()
  const { now, ifBefore, ifUnchecked, isRaising } = effect
  if (isRaising && ifBefore !== null) {
    return (
      <span className="what-if__raising" data-testid={`exclusion-raising-${effect.code}`}>
        <WarningOutlined aria-hidden />{' '}
        {t('explain.whatIf.raising', {
          before: screenRange(ifBefore.low, ifBefore.high),
          now: screenRange(now.low, now.high),
          more: screenScore(Math.max(now.high - ifBefore.high, now.low - ifBefore.low)),
        })}
      </span>
    )
  }
  return (
    <span>
      {ifBefore === null
        ? t('explain.whatIf.ifCounted', { total: screenRange(ifUnchecked.low, ifUnchecked.high) })
        : t('explain.whatIf.ifBefore', { total: screenRange(ifBefore.low, ifBefore.high) })}
    </span>
  )
}
