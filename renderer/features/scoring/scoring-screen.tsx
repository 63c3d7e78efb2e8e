import './scoring.css'
import './scoring-controls.css'
import './large.css'
import { Button, Result as Notice, Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import type { SheetSession } from '../../db/sheet-session'
import { useSheet } from '../../db/use-sheet'
import { ScoringDesk } from './scoring-desk'

export interface ScoringProps {
  readonly sheetId: string
  readonly onHome: () => void
  readonly onSeal: (sheetId: string) => void
  /** A correction was opened: its own sheet. */
  readonly onCorrection: (sheetId: string) => void
  /** What the sheet found, on paper. */
  readonly onPaper: (session: SheetSession) => void
}

/** 评分: the sheet that is open, or why it can't be. */
export function ScoringScreen(props: ScoringProps) {
  const { t } = useTranslation()
  const { opening } = useSheet(props.sheetId)
  if (opening.state === 'opening') {
    return (
      <div className="scoring-waiting" aria-busy="true">
        <Skeleton active paragraph={{ rows: 12 }} title={false} />
      </div>
    )
  }
  if (opening.state === 'failed') {
    return (
      <Notice
        status="warning"
        title={t('scoring.cannotOpen')}
        subTitle={t(`failure.${opening.code}`, { detail: opening.detail })}
        extra={<Button onClick={props.onHome}>{t('common.nav.home')}</Button>}
      />
    )
  }
  return <ScoringDesk key={props.sheetId} session={opening.sheet.session} {...props} />
}
