import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BuiltPackage, Identity } from '../../../shared/ipc/contract'
import { Fingerprint } from '../../components/fingerprint'
import { type IdentityDraft, IdentityForm } from '../../components/identity-form'
import { JobProgress } from '../../components/job-progress'
import { Note } from '../../components/note'
import { PassphraseForm, type Refused } from '../../components/passphrase-form'
import { useCall } from '../../components/use-call'
import { useJob } from '../../components/use-job'
import { Waiting } from '../../components/waiting'
import type { SheetView } from '../../db/sheet-session'
import { SealedNote } from './sealed-note'

interface Props {
  readonly sheetId: string
  readonly view: SheetView
  /** A package was built before; this one takes its place. */
  readonly isAgain: boolean
  readonly onTrust: () => void
  readonly onBuilt: (built: BuiltPackage) => void
}

/** Signs the sealed sheet with this machine's identity; makes one first where there is none. */
export function SignStep({ sheetId, view, isAgain, onTrust, onBuilt }: Props) {
  const { t } = useTranslation()
  const called = useCall(() => window.scorebench.readIdentity(), [])
  return (
    <div className="seal__narrow">
      <SealedNote view={view} />
      <section className="card" aria-labelledby="seal-sign">
        <h2 id="seal-sign" className="seal__heading">
          {t('seal.sign.title')}
        </h2>
        <p className="seal__text">{t(isAgain ? 'seal.sign.again' : 'seal.sign.text')}</p>
        {called.state === 'reading' && <Waiting text={t('common.loading')} />}
        {called.state === 'failed' && (
          <Note kind="danger" actions={<Button onClick={called.again}>{t('common.retry')}</Button>}>
            {t(`failure.${called.code}`, { detail: called.detail })}
          </Note>
        )}
        {called.state === 'read' && called.value === null && (
          <MakeIdentity scorer={view.state.header?.scorer} onMade={called.again} />
        )}
        {called.state === 'read' && called.value !== null && (
          <Sign
            sheetId={sheetId}
            identity={called.value}
            scorer={view.state.header?.scorer.name ?? ''}
            onTrust={onTrust}
            onBuilt={onBuilt}
          />
        )}
      </section>
    </div>
  )
}

interface MakeProps {
  readonly scorer: Omit<IdentityDraft, 'passphrase'> | undefined
  readonly onMade: () => void
}

function MakeIdentity({ scorer, onMade }: MakeProps) {
  const { t } = useTranslation()
  const [isBusy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const create = async ({ name, unit, role, passphrase }: IdentityDraft) => {
    setBusy(true)
    const made = await window.scorebench.createIdentity(name, unit, role, passphrase)
    setBusy(false)
    if (made.ok) onMade()
    else setFailure(t(`failure.${made.code}`, { detail: made.detail }))
  }
  return (
    <>
      <Note kind="plain">{t('seal.sign.noIdentity')}</Note>
      <IdentityForm
        {...(scorer === undefined ? {} : { start: scorer })}
        isBusy={isBusy}
        failure={failure}
        testId="seal-identity"
        onCreate={(draft) => void create(draft)}
      />
    </>
  )
}

interface SignProps {
  readonly sheetId: string
  readonly identity: Identity
  readonly scorer: string
  readonly onTrust: () => void
  readonly onBuilt: (built: BuiltPackage) => void
}

function Sign({ sheetId, identity, scorer, onTrust, onBuilt }: SignProps) {
  const { t } = useTranslation()
  const { running, run, cancel } = useJob(window.scorebench, 'replay')
  const [refused, setRefused] = useState<Refused | null>(null)
  const [isCancelled, setCancelled] = useState(false)

  const sign = async (passphrase: string) => {
    setRefused(null)
    setCancelled(false)
    const built = await run((job) => window.scorebench.buildPackage(sheetId, passphrase, job))
    if (built.ok) return onBuilt(built.value)
    const { code, detail } = built
    if (code === 'cancelled') return setCancelled(true)
    setRefused(
      code === 'passphrase-delay'
        ? { text: t('trust.tooMany'), seconds: Number(detail) }
        : { text: t(`failure.${code}`, { detail }), seconds: 0 },
    )
  }

  return (
    <>
      <dl className="seal__facts">
        <dt>{t('seal.sign.signer')}</dt>
        <dd data-testid="seal-signer">
          {identity.name} · {identity.unit} · {t(`common.role.${identity.role}`)}
        </dd>
        <dt>{t('trust.fingerprint')}</dt>
        <dd>
          <Fingerprint hex={identity.fingerprint} label={t('trust.fingerprint')} />
        </dd>
      </dl>
      {identity.name !== scorer && (
        <Note
          kind="warn"
          testId="seal-other-name"
          actions={
            <Button size="small" onClick={onTrust}>
              {t('seal.trust')}
            </Button>
          }
        >
          {t('seal.sign.otherName', { scorer })}
        </Note>
      )}
      {isCancelled && (
        <Note kind="plain" testId="seal-cancelled">
          {t('failure.cancelled')}
        </Note>
      )}
      {running === null ? (
        <PassphraseForm
          submit={t('seal.sign.submit')}
          refused={refused}
          isBusy={false}
          isFirst
          testId="seal-sign"
          onSubmit={(passphrase) => void sign(passphrase)}
        />
      ) : (
        <JobProgress
          title={t(`outcome.stage.${running.stage}`)}
          done={running.done}
          all={running.all}
          isCancelling={running.isCancelling}
          testId="seal-sign"
          onCancel={cancel}
        />
      )}
    </>
  )
}
