import { ArrowLeftOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

export interface ImportHeadProps {
  readonly title: string
  readonly hint?: string
  readonly onList: () => void
  readonly children?: ReactNode
}

/** What is being brought in, and the way back to the library. */
export function ImportHead({ title, hint, onList, children }: ImportHeadProps) {
  const { t } = useTranslation()
  return (
    <header className="import__head">
      <Button
        type="text"
        icon={<ArrowLeftOutlined />}
        aria-label={t('editor.back')}
        title={t('editor.back')}
        data-testid="import-back"
        onClick={onList}
      />
      <div className="import__names">
        <h1 className="import__title" title={title}>
          {title}
        </h1>
        {hint !== undefined && <span className="import__hint">{hint}</span>}
      </div>
      {children}
    </header>
  )
}
