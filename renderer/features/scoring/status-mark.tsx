import { useTranslation } from 'react-i18next'
import { type ItemMark, standOf } from '../../../shared/domain/sheet/mark'

/** An item's state as sign and word: colour is never the only one. The sign is drawn by the class, as in the grid. */
export function StatusMark({ mark }: { readonly mark: ItemMark }) {
  const { t } = useTranslation()
  const stand = standOf(mark)
  return (
    <span
      className={`scoring-status scoring-status-${stand}`}
      title={stand === 'clear-together' ? t('scoring.togetherHint') : undefined}
    >
      {t(`scoring.status.${stand}`)}
    </span>
  )
}
