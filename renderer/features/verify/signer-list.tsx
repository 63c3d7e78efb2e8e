import {
  CheckCircleOutlined,
  CloseCircleOutlined,
  ExclamationCircleOutlined,
  QuestionCircleOutlined,
} from '@ant-design/icons'
import { useTranslation } from 'react-i18next'
import type { Signer } from '../../../shared/ipc/contract'
import { Fingerprint } from '../../components/fingerprint'

interface Props {
  readonly signers: readonly Signer[]
  /** A right signature then says nothing of the contents. */
  readonly isTampered: boolean
}

/** Who signed, with the fingerprint to be compared. */
export function SignerList({ signers, isTampered }: Props) {
  const { t } = useTranslation()
  return (
    <section className="card" aria-labelledby="verify-signers">
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
              <SignatureFact isRight={signer.signatureOk} isTampered={isTampered} />
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

function SignatureFact({ isRight, isTampered }: { readonly isRight: boolean; readonly isTampered: boolean }) {
  const { t } = useTranslation()
  if (!isRight) {
    return (
      <li className="verify__bad">
        <CloseCircleOutlined aria-hidden />
        {t('verify.signer.signatureBad')}
      </li>
    )
  }
  return isTampered ? (
    <li className="verify__unsure">
      <ExclamationCircleOutlined aria-hidden />
      {t('verify.signer.signatureElse')}
    </li>
  ) : (
    <li className="verify__good">
      <CheckCircleOutlined aria-hidden />
      {t('verify.signer.signatureOk')}
    </li>
  )
}
