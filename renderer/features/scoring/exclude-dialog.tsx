import { AutoComplete, Modal, Radio } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { excludableBelow } from '../../../shared/domain/sheet/below'
import { Chips } from './focus/chips'
import { scopesAbove } from './scopes-above'
import { useTouch } from './touch'
import type { Desk } from './use-desk'

interface Props {
  readonly desk: Desk
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** The item alone, where no group is chosen. */
const ITEM = ''

/** 合理缺项: why the item, or the whole group, does not apply. Enter confirms. */
export function ExcludeDialog({ desk, isOpen, onClose }: Props) {
  const { t } = useTranslation()
  const [reason, setReason] = useState('')
  const [scope, setScope] = useState(ITEM)
  const { current, view } = desk
  const isTouch = useTouch()
  useEffect(() => {
    if (!isOpen) return
    setReason(current?.mark.reason ?? '')
    setScope(ITEM)
  }, [isOpen, current])
  if (current === undefined) return null
  const mode = current.item.exclusion
  const stock = (['facility', 'duty', 'period'] as const).map((no) => t(`scoring.exclude.stock.${no}`))
  const isAllowed = mode !== 'not-allowed'
  const { rubric, state } = view
  const countBelow = (node: string) => excludableBelow(rubric, state, node).length
  // A group of which only this item is left is no choice.
  const scopes = isOpen && isAllowed ? scopesAbove(rubric, current.id, countBelow, 2) : []
  const confirm = async () => {
    const why = reason.trim()
    if (why === '') return
    const isDone = await desk.run(
      scope === ITEM
        ? { type: 'exclude', item: current.id, reason: why }
        : { type: 'exclude-all', node: scope, reason: why },
    )
    if (isDone) onClose()
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
      {...(isTouch ? { className: 'scoring-large', width: 'min(40rem, 94vw)' } : {})}
      destroyOnHidden
    >
      <p>{t(`scoring.exclude.mode.${mode}`)}</p>
      {scopes.length > 0 && (
        <Radio.Group
          className="scoring-exclude-scope"
          vertical
          value={scope}
          aria-label={t('scoring.exclude.scope')}
          onChange={(event) => setScope(String(event.target.value))}
        >
          <Radio value={ITEM}>{t('scoring.exclude.item')}</Radio>
          {scopes.map(({ node, code, title, count }) => (
            <Radio key={node} value={node} data-testid={`scoring-exclude-${node}`}>
              {t('scoring.exclude.below', { code, title, count })}
            </Radio>
          ))}
        </Radio.Group>
      )}
      {scope !== ITEM && <p className="scoring-exclude-hint">{t('scoring.exclude.belowHint')}</p>}
      {isAllowed && isTouch && (
        <Chips
          label={t('focus.reasons')}
          words={stock}
          isOn={(words) => words === reason}
          isDisabled={false}
          onPick={setReason}
          testId="scoring-exclude-stock"
        />
      )}
      {isAllowed && (
        <AutoComplete
          // On a tablet the system's keyboard would cover what is to be tapped.
          autoFocus={!isTouch}
          defaultOpen={false}
          className="scoring-exclude-reason"
          value={reason}
          options={stock.map((value) => ({ value }))}
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
