import { Modal, Radio } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { uncheckedBelow } from '../../../shared/domain/sheet/below'
import { scopesAbove } from './scopes-above'
import { useTouch } from './touch'
import type { Desk } from './use-desk'

interface Props {
  readonly desk: Desk
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** 其余未查项: everything of the category (or of a group of it) that is still unchecked is clear, as one act. */
export function ClearRestDialog({ desk, isOpen, onClose }: Props) {
  const { t } = useTranslation()
  const [chosen, setChosen] = useState('')
  const { current, view } = desk
  const isTouch = useTouch()
  useEffect(() => {
    if (isOpen) setChosen('')
  }, [isOpen])
  if (current === undefined) return null
  const { rubric, state } = view
  const countBelow = (node: string) => uncheckedBelow(rubric, state, node).length
  const scopes = isOpen ? scopesAbove(rubric, current.id, countBelow, 1) : []
  // The whole category, unless a part of it was chosen.
  const scope = scopes.find(({ node }) => node === chosen) ?? scopes.at(-1)
  const confirm = async () => {
    if (scope !== undefined && (await desk.run({ type: 'clear-rest', node: scope.node }))) onClose()
  }
  return (
    <Modal
      open={isOpen}
      title={t('scoring.clearRest.title')}
      okText={t('scoring.clearRest.confirm', { count: scope?.count ?? 0 })}
      cancelText={t('common.cancel')}
      okButtonProps={{ disabled: scope === undefined, autoFocus: true, className: 'scoring-clear-rest-ok' }}
      onOk={() => void confirm()}
      onCancel={onClose}
      {...(isTouch ? { className: 'scoring-large' } : {})}
      destroyOnHidden
    >
      <p>{t(scope === undefined ? 'scoring.clearRest.none' : 'scoring.clearRest.text')}</p>
      <Radio.Group
        className="scoring-exclude-scope"
        vertical
        value={scope?.node}
        aria-label={t('scoring.exclude.scope')}
        onChange={(event) => setChosen(String(event.target.value))}
      >
        {scopes.map(({ node, code, title, count }) => (
          <Radio key={node} value={node} data-testid={`scoring-clear-rest-${node}`}>
            {t('scoring.clearRest.below', { code, title, count })}
          </Radio>
        ))}
      </Radio.Group>
    </Modal>
  )
}
