import { CheckCircleFilled } from '@ant-design/icons'
import { Button } from 'antd'
import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { proveDraft } from '../../../../shared/domain/rubric/edit/blanks'
import type { RubricDraft } from '../../../../shared/ipc/contract'

export interface DoneStepProps {
  readonly draft: RubricDraft
  readonly onEdit: () => void
  readonly onRound: () => void
  readonly onList: () => void
  /** What to do with scores that the workbook has already; null where it has none. */
  readonly filled: ReactNode
}

/** The standard is in the library; what comes next. */
export function DoneStep({ draft, onEdit, onRound, onList, filled }: DoneStepProps) {
  const { t } = useTranslation()
  const errors = useMemo(
    () => proveDraft(draft.rubric).filter(({ level }) => level === 'error').length,
    [draft],
  )
  return (
    <div className="import-source" data-testid="import-done">
      <div className="import-source__inner import-done">
        <CheckCircleFilled className="import-done__sign" aria-hidden />
        <h2 className="import-done__title">
          {t('standardImport.done.title', { title: draft.rubric.title })}
        </h2>
        <p>
          {errors > 0 ? t('standardImport.done.errors', { count: errors }) : t('standardImport.done.hint')}
        </p>
        <div className="import-done__acts">
          <Button
            type={errors > 0 ? 'default' : 'primary'}
            disabled={errors > 0}
            autoFocus={errors === 0}
            data-testid="import-to-round"
            onClick={onRound}
          >
            {t('standardImport.done.round')}
          </Button>
          <Button
            type={errors > 0 ? 'primary' : 'default'}
            autoFocus={errors > 0}
            data-testid="import-to-editor"
            onClick={onEdit}
          >
            {t('standardImport.done.edit')}
          </Button>
          <Button data-testid="import-to-list" onClick={onList}>
            {t('standardImport.done.list')}
          </Button>
        </div>
        {errors === 0 && filled}
      </div>
    </div>
  )
}
