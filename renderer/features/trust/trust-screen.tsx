import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Identity } from '../../../shared/ipc/contract'
import { type IdentityDraft, IdentityForm } from '../../components/identity-form'
import { Note } from '../../components/note'
import { Page } from '../../components/page'
import { useCall } from '../../components/use-call'
import { Waiting } from '../../components/waiting'
import { ExportKey } from './export-key'
import { HowTrustWorks } from './how-trust-works'
import { IdentityCard } from './identity-card'
import '../../components/card.css'
import './trust.css'

/** Who signs on this machine, and how a receiver can tell. */
export function TrustScreen() {
  const { t } = useTranslation()
  const called = useCall(() => window.scorebench.readIdentity(), [])
  const { again } = called
  return (
    <Page title={t('trust.title')} hint={t('trust.hint')} testId="trust-screen">
      <div className="trust">
        <div className="trust__columns">
          <div className="trust__main">
            {called.state === 'reading' && <Waiting text={t('common.loading')} />}
            {called.state === 'failed' && (
              <Note kind="danger" testId="trust-failure">
                {t(`failure.${called.code}`, { detail: called.detail })}
              </Note>
            )}
            {called.state === 'read' &&
              (called.value === null ? (
                <MakeIdentity onMade={again} />
              ) : (
                <OwnIdentity identity={called.value} />
              ))}
          </div>
          <HowTrustWorks />
        </div>
      </div>
    </Page>
  )
}

function OwnIdentity({ identity }: { readonly identity: Identity }) {
  return (
    <>
      <IdentityCard identity={identity} />
      <ExportKey />
    </>
  )
}

function MakeIdentity({ onMade }: { readonly onMade: () => void }) {
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
    <section className="card" aria-labelledby="trust-make">
      <h2 id="trust-make" className="trust__heading">
        {t('trust.make')}
      </h2>
      <p className="trust__text">{t('trust.none')}</p>
      <IdentityForm
        isBusy={isBusy}
        failure={failure}
        testId="trust"
        onCreate={(draft) => void create(draft)}
      />
    </section>
  )
}
