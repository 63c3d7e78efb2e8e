import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Catalogue } from '../i18n/zh-CN/catalogue'
import './failure.css'
import { Note } from './note'

export interface FailureProps {
  readonly code: keyof Catalogue['failure']
  readonly detail?: string | undefined
  readonly onRetry?: () => void
}

/** A screen's place taken by the sentence of what failed and the way on. */
export function Failure({ code, detail = '', onRetry }: FailureProps) {
  const { t } = useTranslation()
  return (
    <div className="failure">
      <Note
        kind="danger"
        testId="failure"
        actions={onRetry === undefined ? undefined : <Button onClick={onRetry}>{t('common.retry')}</Button>}
      >
        {t(`failure.${code}`, { detail })}
      </Note>
    </div>
  )
}
