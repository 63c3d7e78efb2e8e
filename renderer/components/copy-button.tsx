import { CheckOutlined, CopyOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { copyText } from './copy-text'
import './copy-button.css'

export interface CopyButtonProps {
  readonly text: string
  /** What is copied, for those who can't see what the button stands beside. */
  readonly label: string
  readonly testId?: string
}

/** Copies a text and says so. */
export function CopyButton({ text, label, testId }: CopyButtonProps) {
  const { t } = useTranslation()
  const [said, setSaid] = useState<'copied' | 'refused' | null>(null)
  useEffect(() => {
    if (said === null) return
    const timer = setTimeout(() => setSaid(null), 2000)
    return () => clearTimeout(timer)
  }, [said])
  return (
    <Button
      type="text"
      size="small"
      icon={said === 'copied' ? <CheckOutlined aria-hidden /> : <CopyOutlined aria-hidden />}
      aria-label={`${t('outcome.copy')} · ${label}`}
      data-testid={testId}
      onClick={() => setSaid(copyText(text) ? 'copied' : 'refused')}
    >
      <span aria-live="polite">{t(said === null ? 'outcome.copy' : `outcome.${said}`)}</span>
    </Button>
  )
}
