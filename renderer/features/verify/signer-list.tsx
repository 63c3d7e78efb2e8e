import { CheckCircleOutlined, CloseCircleOutlined, QuestionCircleOutlined } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'
import type { Signer } from '../../../shared/ipc/contract'
import { Fingerprint } from '../../components/fingerprint'

/** Who signed, with the fingerprint to be compared. */
export function SignerList({ signers }: { readonly signers: readonly Signer[] }) {
  const { t } = useTranslation()
  return (
    <section className="verify__card" aria-labelledby="verify-signers">
      <h2 id="verify-signers" className="verify__heading">
        {t('verify.signers')}
      </h2>
      {signers.length === 0 && <p className="verify__text">{t('verify.signer.none')}</p>}
      <ul className="verify__signers" data-testid="verify-signers">
        {signers.map((signer) => (
          <li key={signer.fingerprint}>
            <div className="verify__signer">
              <span className="verify__signer-name">{signer.name}</span>
              {signer.unit} · {t(`common.role.${signer.role}`)}
            </div>
            <Fingerprint hex={signer.fingerprint} label={t('trust.fingerprint')} />
            <ul className="verify__facts">
              <li className={signer.signatureOk ? 'verify__good' : 'verify__bad'}>
                {signer.signatureOk ? (
                  <CheckCircleOutlined aria-hidden />
                ) : (
                  <CloseCircleOutlined aria-hidden />
                )}
                {t(signer.signatureOk ? 'verify.signer.signatureOk' : 'verify.signer.signatureBad')}
              </li>
              <li className={signer.isKnown ? 'verify__good' : 'verify__unsure'}>
                {signer.isKnown ? (
                  <CheckCircleOutlined aria-hidden />
                ) : (
                  <QuestionCircleOutlined aria-hidden />
                )}
                {t(signer.isKnown ? 'verify.signer.known' : 'verify.signer.unknown')}
              </li>
            </ul>
          </li>
        ))}
      </ul>
    </section>
  )
}
