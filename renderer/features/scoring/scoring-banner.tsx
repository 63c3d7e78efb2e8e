import { Alert, Button, Space } from 'antd'
import { useTranslation } from 'react-i18next'
import { screenTime } from '../../components/screen-time'
import { useTouch } from './touch'
import type { Desk } from './use-desk'

interface Props {
  readonly desk: Desk
  readonly onSeal: () => void
  readonly onCorrection: () => void
}

/** What stands in the way of scoring: a disk that takes nothing, or a sheet that is sealed. */
export function ScoringBanner({ desk, onSeal, onCorrection }: Props) {
  const { t } = useTranslation()
  const { failed, state } = desk.view
  const size = useTouch() ? 'middle' : 'small'
  if (failed !== null) {
    return (
      <Alert
        banner
        type="error"
        data-testid="scoring-failed"
        title={t(`failure.${failed.code}`)}
        action={
          <Button
            size={size}
            type="primary"
            onClick={() => void desk.run(failed.command)}
            data-testid="scoring-retry"
          >
            {t('common.retry')}
          </Button>
        }
      />
    )
  }
  if (state.sealed === null) return null
  return (
    <Alert
      banner
      type="info"
      data-testid="scoring-sealed"
      title={t('scoring.sealedAt', { at: screenTime(state.sealed.at), by: state.sealed.by })}
      action={
        <Space>
          <Button size={size} type="primary" onClick={onSeal}>
            {t('scoring.signAndHandOver')}
          </Button>
          <Button size={size} onClick={onCorrection} data-testid="scoring-correct">
            {t('scoring.correct')}
          </Button>
        </Space>
      }
    />
  )
}
