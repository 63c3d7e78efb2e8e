import { FileProtectOutlined, PlayCircleOutlined, PlusOutlined } from '@ant-design/icons'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FailureCode } from '../../../shared/ipc/result'
import { localDay } from '../../i18n/dates'
import { startDemonstration } from './demonstration'

export interface HomeActionsProps {
  readonly onNewRound: () => void
  readonly onOpen: (sheetId: string) => void
  readonly onVerify: (path: string) => void
  readonly onFailed: (code: FailureCode) => void
}

/** What can be started from home. */
export function HomeActions({ onNewRound, onOpen, onVerify, onFailed }: HomeActionsProps) {
  const { t } = useTranslation()
  const [isBusy, setBusy] = useState(false)

  const demonstrate = async () => {
    setBusy(true)
    const date = localDay(new Date())
    const title = t('home.demonstration.title', { date })
    const sheet = await startDemonstration(window.scorebench, {
      title,
      date,
      scorer: t('home.demonstration.scorer'),
    })
    setBusy(false)
    if (sheet.ok) onOpen(sheet.value.header.sheetId)
    else onFailed(sheet.code)
  }

  const choose = async () => {
    const chosen = await window.scorebench.choosePackage()
    if (!chosen.ok) onFailed(chosen.code)
    else if (chosen.value !== null) onVerify(chosen.value.path)
  }

  return (
    <div className="home-actions">
      <Action
        id="new-round"
        sign={<PlusOutlined />}
        name={t('home.action.newRound')}
        hint={t('home.action.newRoundHint')}
        onClick={onNewRound}
      />
      <Action
        id="verify"
        sign={<FileProtectOutlined />}
        name={t('home.action.verify')}
        hint={t('home.action.verifyHint')}
        onClick={() => void choose()}
      />
      <Action
        id="demonstrate"
        sign={<PlayCircleOutlined />}
        name={t(isBusy ? 'home.action.demonstrating' : 'home.action.demonstrate')}
        hint={t('home.action.demonstrateHint')}
        isDisabled={isBusy}
        onClick={() => void demonstrate()}
      />
    </div>
  )
}

interface ActionProps {
  readonly id: string
  readonly sign: ReactNode
  readonly name: string
  readonly hint: string
  readonly isDisabled?: boolean
  readonly onClick: () => void
}

function Action({ id, sign, name, hint, isDisabled = false, onClick }: ActionProps) {
  return (
    <button
      type="button"
      className="home-action"
      data-testid={`home-${id}`}
      disabled={isDisabled}
      onClick={onClick}
    >
      <span className="home-action__sign" aria-hidden>
        {sign}
      </span>
      <span className="home-action__name">{name}</span>
      <span className="home-action__hint">{hint}</span>
    </button>
  )
}
