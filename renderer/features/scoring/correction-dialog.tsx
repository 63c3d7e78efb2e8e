import { Input, Modal } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LONGEST_TEXT } from '../../../shared/domain/sheet/admits'
import type { FailureCode } from '../../../shared/ipc/result'
import { Note } from '../../components/note'

interface Props {
  readonly sheetId: string
  readonly isOpen: boolean
  readonly onClose: () => void
  /** The numbered successor, its marks carried over. */
  readonly onOpened: (sheetId: string) => void
}

/** 更正: why the sealed sheet gets a numbered successor. Enter confirms. */
export function CorrectionDialog({ sheetId, isOpen, onClose, onOpened }: Props) {
  const { t } = useTranslation()
  const [reason, setReason] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [failed, setFailed] = useState<FailureCode | null>(null)
  useEffect(() => {
    if (isOpen) setFailed(null)
  }, [isOpen])

  const start = async () => {
    if (reason.trim() === '' || isBusy) return
    setBusy(true)
    const started = await window.scorebench.startCorrection(sheetId, reason.trim())
    setBusy(false)
    if (started.ok) onOpened(started.value.header.sheetId)
    else setFailed(started.code)
  }

  return (
    <Modal
      open={isOpen}
      title={t('scoring.correct')}
      okText={t('scoring.correction.confirm')}
      cancelText={t('common.cancel')}
      okButtonProps={{ disabled: reason.trim() === '', loading: isBusy }}
      onOk={() => void start()}
      onCancel={onClose}
      destroyOnHidden
    >
      <p>{t('scoring.correction.text')}</p>
      {failed !== null && <Note kind="danger">{t(`failure.${failed}`, { detail: '' })}</Note>}
      <Input
        autoFocus
        maxLength={LONGEST_TEXT}
        value={reason}
        placeholder={t('scoring.correction.reason')}
        aria-label={t('scoring.correction.reason')}
        data-testid="scoring-correction-reason"
        onChange={({ target }) => setReason(target.value)}
        onPressEnter={({ nativeEvent }) => {
          if (!nativeEvent.isComposing) void start()
        }}
      />
    </Modal>
  )
}
