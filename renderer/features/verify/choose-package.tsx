import { FileProtectOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { type DragEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'

interface Props {
  readonly onChoose: () => void
  readonly onPath: (path: string) => void
}

/** Asks for a package: by the system's dialog, or dropped here. */
export function ChoosePackage({ onChoose, onPath }: Props) {
  const { t } = useTranslation()
  const [isOver, setOver] = useState(false)
  const drop = (event: DragEvent) => {
    setOver(false)
    const file = event.dataTransfer.files.item(0)
    const path = file === null ? '' : window.scorebench.pathOfFile(file)
    if (path === '') return
    event.preventDefault()
    event.stopPropagation()
    onPath(path)
  }
  return (
    <section
      className={isOver ? 'verify__drop verify__drop--over' : 'verify__drop'}
      aria-label={t('verify.choose')}
      data-testid="verify-drop"
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <FileProtectOutlined className="verify__drop-sign" aria-hidden />
      <p>{t('verify.drop')}</p>
      <Button type="primary" data-testid="verify-choose" onClick={onChoose}>
        {t('verify.choose')}
      </Button>
      <p className="verify__text">{t('verify.offline')}</p>
    </section>
  )
}
