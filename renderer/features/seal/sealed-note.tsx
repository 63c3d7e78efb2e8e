import { LockOutlined } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'
import { screenRange, screenScore } from '../../components/screen-score'
import { screenTime } from '../../components/screen-time'
import type { SheetView } from '../../db/sheet-session'

/** When and by whom the sheet was sealed, and what it came to. */
export function SealedNote({ view }: { readonly view: SheetView }) {
  const { t } = useTranslation()
  const { score, state } = view
  if (state.sealed === null) return null
  const { at, by, unchecked, reason } = state.sealed
  return (
    <div className="seal__sealed" data-testid="seal-sealed">
      <LockOutlined className="seal__lock" aria-hidden />
      <div>
        <div>{t('seal.sealed.at', { at: screenTime(at), by })}</div>
        {unchecked > 0 && (
          <div className="seal__text">{t('seal.sealed.unchecked', { count: unchecked, reason })}</div>
        )}
      </div>
      <div className="seal__total">
        {screenRange(score.low, score.high)}
        <span className="seal__of">{t('outcome.outOf', { full: screenScore(score.full) })}</span>
      </div>
    </div>
  )
}
