import { LockOutlined } from '@ant-design/icons'
import { Button, Checkbox, Input, Popconfirm } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LONGEST_TEXT } from '../../../shared/domain/sheet/admits'
import { Note } from '../../components/note'
import type { Outcome, SheetSession } from '../../db/sheet-session'

interface Props {
  readonly session: SheetSession
  readonly unchecked: number
  /** Without it a package could never be made. */
  readonly isEvidenceSound: boolean
}

const CONFIRM_BUTTON = { type: 'primary', autoFocus: true, 'data-testid': 'seal-confirm' } as const

/** Freezes the sheet. With items unchecked it asks for a reason, and to say so expressly. */
export function SealForm({ session, unchecked, isEvidenceSound }: Props) {
  const { t } = useTranslation()
  const id = useId()
  const [reason, setReason] = useState('')
  const [isAccepted, setAccepted] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [failed, setFailed] = useState<Extract<Outcome, { ok: false }> | null>(null)
  const isReady = isEvidenceSound && (unchecked === 0 || (isAccepted && reason.trim() !== ''))

  const seal = async () => {
    setBusy(true)
    setFailed(null)
    const outcome = await session.dispatch({ type: 'seal', reason: unchecked === 0 ? '' : reason.trim() })
    setBusy(false)
    if (!outcome.ok) setFailed(outcome)
  }

  return (
    <section className="card" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} className="seal__heading">
        {t('seal.submit.title')}
      </h2>
      <p className="seal__text">{t('seal.submit.text')}</p>
      {unchecked > 0 && (
        <>
          <label htmlFor={`${id}-reason`} className="seal__label">
            {t('seal.submit.reason')}
          </label>
          <Input.TextArea
            id={`${id}-reason`}
            value={reason}
            maxLength={LONGEST_TEXT}
            autoSize={{ minRows: 3, maxRows: 8 }}
            placeholder={t('seal.submit.reasonHint')}
            data-testid="seal-reason"
            onChange={(event) => setReason(event.target.value)}
          />
          <Checkbox
            checked={isAccepted}
            data-testid="seal-accept"
            onChange={(event) => setAccepted(event.target.checked)}
          >
            {t('seal.submit.accept', { count: unchecked })}
          </Checkbox>
        </>
      )}
      {failed !== null && (
        <Note kind="danger" testId="seal-refused">
          {t(`failure.${failed.code}`)}
        </Note>
      )}
      <div>
        <Popconfirm
          title={t('seal.submit.confirm')}
          okText={t('seal.submit.button')}
          cancelText={t('common.cancel')}
          okButtonProps={CONFIRM_BUTTON}
          disabled={!isReady}
          onConfirm={() => void seal()}
        >
          <Button
            type="primary"
            icon={<LockOutlined aria-hidden />}
            disabled={!isReady}
            loading={isBusy}
            data-testid="seal-submit"
          >
            {t('seal.submit.button')}
          </Button>
        </Popconfirm>
      </div>
    </section>
  )
}
