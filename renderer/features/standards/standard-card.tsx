import { MoreOutlined } from '@ant-design/icons'
import { Button, Dropdown, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import type { RubricSummary } from '../../../shared/ipc/contract'
import { screenTime } from '../../components/screen-time'
import type { StandardsWork } from './use-standards'

export interface StandardCardProps {
  readonly rubric: RubricSummary
  readonly work: StandardsWork
  readonly onOpen: () => void
  readonly onEdit: (draftId: string) => void
  readonly onCompare: () => void
}

/** One standard of this machine: what it is, and what can be done with it. */
export function StandardCard({ rubric, work, onOpen, onEdit, onCompare }: StandardCardProps) {
  const { t } = useTranslation()
  const [modal, contextHolder] = Modal.useModal()
  const { draft } = rubric
  const title = rubric.title.trim() === '' ? t('standards.untitled') : rubric.title
  const remove = async (id: string) => {
    const isMeant = await modal.confirm({
      title: t('standards.deleteTitle', { title }),
      content: t('standards.deleteText'),
      okText: t('standards.delete'),
      okButtonProps: { danger: true, ...{ 'data-testid': 'standards-delete-ok' } },
      cancelText: t('common.cancel'),
    })
    if (isMeant) void work.remove(id, title)
  }
  const more = [
    { key: 'compare', label: t('standards.compareWith'), onClick: onCompare },
    { key: 'copy', label: t('standards.copy'), onClick: () => void work.copy(rubric) },
    { key: 'export', label: t('standards.export'), onClick: () => void work.export(rubric) },
    {
      key: 'workbook',
      label: t('standards.exportWorkbook'),
      onClick: () => void work.exportWorkbook(rubric, 'standard'),
    },
    {
      key: 'blank-sheet',
      label: t('standards.exportBlankSheet'),
      onClick: () => void work.exportWorkbook(rubric, 'blank-sheet'),
    },
    ...(draft === undefined
      ? []
      : [
          { key: 'open', label: t('standards.open'), onClick: onOpen },
          { type: 'divider' as const },
          { key: 'delete', danger: true, label: t('standards.delete'), onClick: () => void remove(draft.id) },
        ]),
  ]
  return (
    <li className="standards-card" data-testid={`standards-card-${rubric.state}`}>
      {contextHolder}
      <div className="standards-card__words">
        <h2 className="standards-card__title">{title}</h2>
        <p className="standards-card__facts">
          <span className={`standards__tag standards__tag--${rubric.state}`}>
            {t(`standards.state.${rubric.state}`)}
          </span>
          <span>{t('standards.version', { version: rubric.version })}</span>
          <span>{t('standards.countsShort', { categories: rubric.categories, items: rubric.items })}</span>
          {draft !== undefined && (
            <>
              <span className={draft.errors > 0 ? 'standards-card__errors' : 'standards-card__ready'}>
                {draft.errors > 0 ? t('standards.errors', { count: draft.errors }) : t('standards.noErrors')}
              </span>
              <span>{t('standards.changedAt', { time: screenTime(draft.changedAt) })}</span>
            </>
          )}
        </p>
        {draft?.basedOn != null && (
          <p className="standards-card__notice">{t('standards.basedOn', { ...draft.basedOn })}</p>
        )}
        {draft?.imported !== undefined && (
          <p className="standards-card__digest" data-testid="standards-imported">
            {t('standards.importedFrom', { file: draft.imported.file })} · SHA-256{' '}
            <code title={draft.imported.sha256}>{draft.imported.sha256.slice(0, 12)}…</code>
          </p>
        )}
        {rubric.notice !== '' && <p className="standards-card__notice">{rubric.notice}</p>}
        {draft === undefined && (
          <p className="standards-card__digest">
            {t('standards.digest')} <code>{rubric.digest}</code>
          </p>
        )}
      </div>
      <div className="standards-card__actions">
        {draft === undefined ? (
          <>
            {rubric.state === 'frozen' ? (
              <Button data-testid="standards-new-version" onClick={() => void work.newVersion(rubric)}>
                {t('standards.newVersion')}
              </Button>
            ) : (
              <Button data-testid="standards-copy" onClick={() => void work.copy(rubric)}>
                {t('standards.copy')}
              </Button>
            )}
            <Button type="primary" data-testid="standards-open" onClick={onOpen}>
              {t('standards.open')}
            </Button>
          </>
        ) : (
          <Button type="primary" data-testid="standards-edit" onClick={() => onEdit(draft.id)}>
            {t('standards.edit')}
          </Button>
        )}
        <Dropdown menu={{ items: more }} trigger={['click']}>
          <Button icon={<MoreOutlined />} aria-label={t('standards.more')} data-testid="standards-more" />
        </Dropdown>
      </div>
    </li>
  )
}
