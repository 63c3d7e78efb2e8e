import { useTranslation } from 'react-i18next'
import type { ItemStatus } from '../../../shared/domain/sheet/mark'

/** An item's state as sign and word: colour is never the only one. The sign is drawn by the class, as in the grid. */
export function StatusMark({ status }: { readonly status: ItemStatus }) {
  const { t } = useTranslation()
  return <span className={`scoring-status scoring-status-${status}`}>{t(`scoring.status.${status}`)}</span>
}
