import { ExportOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'

interface Props {
  /** An icon alone, where there is little room. */
  readonly isSmall?: boolean
  readonly onOpen: () => void
}

/** 导出发现问题…: the day's papers of the sheet that is open. */
export function FindingsPaperButton({ isSmall = false, onOpen }: Props) {
  const { t } = useTranslation()
  return (
    <Button
      type={isSmall ? 'text' : 'default'}
      icon={<ExportOutlined aria-hidden />}
      {...(isSmall ? { 'aria-label': t('paper.open'), title: t('paper.open') } : {})}
      data-testid="paper-open"
      onClick={onOpen}
    >
      {isSmall ? null : t('paper.open')}
    </Button>
  )
}
