import { Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { useSettings } from '../../i18n/settings'
import { SHORTCUTS } from './shortcuts'

/** Every shortcut of the screen, from the very table that the keys are read by. */
export function ShortcutsHelp({
  isOpen,
  onClose,
}: {
  readonly isOpen: boolean
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const { hasSingleKeys } = useSettings()
  return (
    <Modal
      open={isOpen}
      onCancel={onClose}
      footer={null}
      title={t('scoring.help.title')}
      width={720}
      data-testid="scoring-help-dialog"
    >
      <dl className="scoring-help">
        {SHORTCUTS.map(({ action, keys, isSingleKey }) => (
          <div key={action} className={isSingleKey && !hasSingleKeys ? 'scoring-help-off' : ''}>
            <dt>
              {keys.map((name) => (
                <kbd key={name}>{name}</kbd>
              ))}
            </dt>
            <dd>{t(`scoring.action.${action}`)}</dd>
          </div>
        ))}
      </dl>
      <p className="scoring-help-hint">{hasSingleKeys ? t('scoring.help.on') : t('scoring.help.off')}</p>
    </Modal>
  )
}
