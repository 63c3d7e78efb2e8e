import { useTranslation } from 'react-i18next'
import type { Identity } from '../../../shared/ipc/contract'
import { CopyLines } from '../../components/copy-lines'
import { Fingerprint } from '../../components/fingerprint'
import { QrCode } from '../../components/qr-code'
import { screenTime } from '../../components/screen-time'

/** Name, unit, role and the fingerprint that others compare. */
export function IdentityCard({ identity }: { readonly identity: Identity }) {
  const { t } = useTranslation()
  return (
    <section className="card" aria-labelledby="trust-mine" data-testid="trust-identity">
      <h2 id="trust-mine" className="trust__heading">
        {t('trust.mine')}
      </h2>
      <dl className="trust__facts">
        <dt>{t('trust.name')}</dt>
        <dd data-testid="trust-identity-name">{identity.name}</dd>
        <dt>{t('trust.unit')}</dt>
        <dd>{identity.unit}</dd>
        <dt>{t('trust.role')}</dt>
        <dd>{t(`common.role.${identity.role}`)}</dd>
        <dt>{t('trust.created')}</dt>
        <dd>{screenTime(identity.createdAt)}</dd>
      </dl>
      <h3 className="trust__subheading">{t('trust.fingerprint')}</h3>
      <div className="trust__fingerprint">
        <div>
          <Fingerprint hex={identity.fingerprint} label={t('trust.fingerprint')} testId="trust-fingerprint" />
          <p className="trust__text">{t('trust.fingerprintUse')}</p>
        </div>
        <QrCode text={identity.fingerprint} label={t('trust.qr')} />
      </div>
      <CopyLines
        title={t('trust.publicKey')}
        lines={identity.publicKeyPem.trimEnd().split('\n')}
        testId="trust-public-key"
      />
    </section>
  )
}
