import './scoring.css'
import { Button, Result as Notice, Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { ScoringDesk } from './scoring-desk'
import { useSession } from './use-session'

export interface ScoringProps {
  readonly sheetId: string
  readonly onHome: () => void
  readonly onSeal: (sheetId: string) => void
  /** A correction was opened: its own sheet. */
  readonly onCorrection: (sheetId: string) => void
}

/** 评分: the sheet that is open, or why it can't be. */
export function ScoringScreen(props: ScoringProps) {
  const { t } = useTranslation()
  const opening = useSession(props.sheetId)
  if (opening.kind === 'reading') {
    return (
      <div className="scoring-waiting" aria-busy="true">
        <Skeleton active paragraph={{ rows: 12 }} title={false} />
      </div>
    )
  }
  if (opening.kind === 'failed') {
    return (
      <Notice
        status="warning"
        title={t('scoring.cannotOpen')}
        subTitle={t(`failure.${opening.code}`, { detail: opening.detail })}
        extra={<Button onClick={props.onHome}>{t('common.nav.home')}</Button>}
      />
    )
  }
  return <ScoringDesk key={props.sheetId} session={opening.session} {...props} />
}
