import { DownloadOutlined, SafetyCertificateOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BuiltPackage } from '../../../shared/ipc/contract'
import { Note } from '../../components/note'
import type { SheetView } from '../../db/sheet-session'
import { CheckByHand } from './check-by-hand'
import { PackageDigests, PackageFacts } from './package-facts'
import { SealedNote } from './sealed-note'

interface Props {
  readonly sheetId: string
  readonly view: SheetView
  readonly built: BuiltPackage
  readonly onVerify: (path: string) => void
  readonly onSignAgain: () => void
}

/** The signed package: what it is, where to take it, and how a receiver checks it. */
export function DoneStep({ sheetId, view, built, onVerify, onSignAgain }: Props) {
  const { t } = useTranslation()
  const [saved, setSaved] = useState<string | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)

  const save = async (): Promise<string | null> => {
    setBusy(true)
    setFailure(null)
    const answer = await window.scorebench.savePackage(sheetId)
    setBusy(false)
    if (!answer.ok) {
      setFailure(t(`failure.${answer.code}`, { detail: answer.detail }))
      return null
    }
    if (answer.value !== null) setSaved(answer.value.path)
    return answer.value?.path ?? null
  }

  const check = async () => {
    const path = saved ?? (await save())
    if (path !== null) onVerify(path)
  }

  return (
    <div data-testid="seal-done">
      <div className="seal__narrow">
        <SealedNote view={view} />
      </div>
      <div className="seal__pair">
        <section className="card" aria-labelledby="seal-done">
          <h2 id="seal-done" className="seal__heading">
            {t('seal.done.title')}
          </h2>
          <PackageFacts built={built} />
          <div className="seal__actions">
            <Button
              type="primary"
              autoFocus
              icon={<DownloadOutlined aria-hidden />}
              disabled={isBusy}
              data-testid="seal-save"
              onClick={() => void save()}
            >
              {t('seal.done.saveAs')}
            </Button>
            <Button
              icon={<SafetyCertificateOutlined aria-hidden />}
              disabled={isBusy}
              data-testid="seal-check"
              onClick={() => void check()}
            >
              {t('seal.done.checkNow')}
            </Button>
            <Button type="text" disabled={isBusy} data-testid="seal-again" onClick={onSignAgain}>
              {t('seal.done.signAgain')}
            </Button>
          </div>
          {saved === null ? (
            <p className="seal__text">{t('seal.done.checkNowHint')}</p>
          ) : (
            <Note kind="ok" testId="seal-saved">
              {t('seal.done.saved', { path: saved })}
            </Note>
          )}
          {failure !== null && (
            <Note kind="danger" testId="seal-save-failure">
              {failure}
            </Note>
          )}
          <PackageDigests built={built} />
        </section>
        <CheckByHand built={built} saved={saved} />
      </div>
    </div>
  )
}
