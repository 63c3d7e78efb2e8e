import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Note } from '../../components/note'
import { PassphraseForm, type Refused } from '../../components/passphrase-form'

/** The private key as standard encrypted PKCS#8, saved through the system dialog. */
export function ExportKey() {
  const { t } = useTranslation()
  const [isBusy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Refused | null>(null)
  const [path, setPath] = useState<string | null>(null)

  const run = async (passphrase: string) => {
    setBusy(true)
    setRefused(null)
    setPath(null)
    const exported = await window.scorebench.exportIdentity(passphrase)
    setBusy(false)
    if (exported.ok) {
      setPath(exported.value?.path ?? null)
      return
    }
    const { code, detail } = exported
    setRefused(
      code === 'passphrase-delay'
        ? { text: t('trust.tooMany'), seconds: Number(detail) }
        : { text: t(`failure.${code}`, { detail }), seconds: 0 },
    )
  }

  return (
    <section className="card" aria-labelledby="trust-export">
      <h2 id="trust-export" className="trust__heading">
        {t('trust.export.title')}
      </h2>
      <p className="trust__text">{t('trust.export.text')}</p>
      <PassphraseForm
        submit={t('trust.export.submit')}
        refused={refused}
        isBusy={isBusy}
        isPrimary={false}
        testId="trust-export"
        onSubmit={(passphrase) => void run(passphrase)}
      />
      {path !== null && (
        <Note kind="ok" testId="trust-export-done">
          {t('trust.export.done', { path })}
        </Note>
      )}
    </section>
  )
}
