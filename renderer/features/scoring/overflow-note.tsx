import { useTranslation } from 'react-i18next'
import { formatMilli } from '../../../shared/domain/points'
import type { Overflow } from '../../../shared/domain/rubric/clause-in-context'

/** Nothing to enter: what happens once the item's points are gone. */
export function OverflowNote({ clause: { mode, points } }: { readonly clause: Overflow }) {
  const { t } = useTranslation()
  return <p className="scoring-hint">{t(`scoring.overflow.${mode}`, { points: formatMilli(points) })}</p>
}
