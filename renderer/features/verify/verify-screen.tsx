import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { JobProgress } from '../../components/job-progress'
import { Note } from '../../components/note'
import { Page } from '../../components/page'
import { ChoosePackage } from './choose-package'
import { useVerification } from './use-verification'
import { VerificationReport } from './verification-report'
import '../../components/card.css'
import './verify.css'

export interface VerifyScreenProps {
  /** The package to be checked; null: ask for one. */
  readonly path: string | null
  readonly onPath: (path: string) => void
}

/** Checks a result package as a receiver, and shows what is inside. */
export function VerifyScreen({ path, onPath }: VerifyScreenProps) {
  const { t } = useTranslation()
  const [failure, setFailure] = useState<string | null>(null)
  const choose = async () => {
    setFailure(null)
    const chosen = await window.scorebench.choosePackage()
    if (!chosen.ok) setFailure(t(`failure.${chosen.code}`, { detail: chosen.detail }))
    else if (chosen.value !== null) onPath(chosen.value.path)
  }
  return (
    <Page
      title={t('verify.title')}
      hint={t('verify.hint')}
      testId="verify-screen"
      actions={
        path !== null && (
          <Button data-testid="verify-other" onClick={() => void choose()}>
            {t('verify.other')}
          </Button>
        )
      }
    >
      {failure !== null && (
        <div className="verify__failure">
          <Note kind="danger">{failure}</Note>
        </div>
      )}
      {path === null ? (
        <ChoosePackage onChoose={() => void choose()} onPath={onPath} />
      ) : (
        <Checking key={path} path={path} onChoose={() => void choose()} />
      )}
    </Page>
  )
}

interface CheckingProps {
  readonly path: string
  readonly onChoose: () => void
}

function Checking({ path, onChoose }: CheckingProps) {
  const { t } = useTranslation()
  const { verifying, cancel, again } = useVerification(path)
  switch (verifying.state) {
    case 'running':
      return (
        <section className="card">
          <p className="verify__path">{path}</p>
          <JobProgress
            title={t('outcome.stage.verify')}
            done={verifying.done}
            all={verifying.all}
            isCancelling={verifying.isCancelling}
            testId="verify"
            onCancel={cancel}
          />
        </section>
      )
    case 'failed':
      return (
        <Note
          kind="danger"
          title={path}
          testId="verify-failure"
          actions={
            <>
              <Button onClick={again}>{t('common.retry')}</Button>
              <Button type="text" onClick={onChoose}>
                {t('verify.other')}
              </Button>
            </>
          }
        >
          {verifying.code === 'not-found'
            ? t('verify.missing')
            : t(`failure.${verifying.code}`, { detail: verifying.detail })}
        </Note>
      )
    case 'done':
      return <VerificationReport verification={verifying.verification} path={path} />
  }
}
