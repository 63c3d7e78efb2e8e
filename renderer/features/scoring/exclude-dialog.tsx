import { AutoComplete, Modal } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Desk } from './use-desk'

interface Props {
  readonly desk: Desk
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** 合理缺项: why the item does not apply. Enter confirms. */
export function ExcludeDialog({ desk, isOpen, onClose }: Props) {
  const { t } = useTranslation()
  const [reason, setReason] = useState('')
  const { current } = desk
  useEffect(() => {
    if (isOpen) setReason(current?.mark.reason ?? '')
  }, [isOpen, current])
  if (current === undefined) return null
  const mode = current.item.exclusion
  const isAllowed = mode !== 'not-allowed'
  const confirm = async () => {
    if (
      reason.trim() !== '' &&
      (await desk.run({ type: 'exclude', item: current.id, reason: reason.trim() }))
    )
      onClose()
  }
  return (
    <Modal
      open={isOpen}
      title={t('scoring.exclude.title', { code: current.item.code, title: current.item.title })}
      okText={t('scoring.exclude.confirm')}
      cancelText={t('common.cancel')}
      okButtonProps={{ disabled: !isAllowed || reason.trim() === '' }}
      onOk={() => void confirm()}
      onCancel={onClose}
      destroyOnHidden
    >
      <p>{t(`scoring.exclude.mode.${mode}`)}</p>
      {isAllowed && (
        <AutoComplete
          autoFocus
          defaultOpen={false}
          className="scoring-exclude-reason"
          value={reason}
          options={(['facility', 'duty', 'period'] as const).map((no) => ({
            value: t(`scoring.exclude.stock.${no}`),
          }))}
          placeholder={t('scoring.exclude.placeholder')}
          aria-label={t('scoring.exclude.placeholder')}
          data-testid="scoring-exclude-reason"
          maxLength={2000}
          onChange={setReason}
          onInputKeyDown={(event) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) void confirm()
          }}
        />
      )}
    </Modal>
  )
}
