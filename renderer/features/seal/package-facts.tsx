import { useTranslation } from 'react-i18next'
import type { BuiltPackage } from '../../../shared/ipc/contract'
import { Fingerprint } from '../../components/fingerprint'
import { QrCode } from '../../components/qr-code'

/** File name and size. */
export function PackageFacts({ built }: { readonly built: BuiltPackage }) {
  const { t, i18n } = useTranslation()
  const size = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 })
  return (
    <dl className="seal__facts">
      <dt>{t('seal.done.fileName')}</dt>
      <dd data-testid="seal-file">{built.fileName}</dd>
      <dt>{t('seal.done.size')}</dt>
      <dd>
        {built.bytes >= 1_000_000
          ? `${size.format(built.bytes / 1_000_000)} MB`
          : `${size.format(built.bytes / 1000)} kB`}
      </dd>
    </dl>
  )
}

/** What was signed, and by which key: what a receiver compares. */
export function PackageDigests({ built }: { readonly built: BuiltPackage }) {
  const { t } = useTranslation()
  return (
    <>
      <h3 className="seal__subheading">{t('seal.done.digest')}</h3>
      <Fingerprint hex={built.digest} label={t('seal.done.digest')} testId="seal-digest" />
      <p className="seal__text">{t('seal.done.digestHint')}</p>
      <h3 className="seal__subheading">{t('seal.done.fingerprint')}</h3>
      <div className="seal__fingerprint">
        <div>
          <Fingerprint hex={built.fingerprint} label={t('seal.done.fingerprint')} testId="seal-fingerprint" />
          <p className="seal__text">{t('seal.done.fingerprintHint')}</p>
        </div>
        <QrCode text={built.fingerprint} label={t('trust.qr')} />
      </div>
    </>
  )
}
