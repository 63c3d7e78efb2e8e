import {
  CheckCircleFilled,
  FileUnknownFilled,
  QuestionCircleFilled,
  StopFilled,
  WarningFilled,
} from '@ant-design/icons'
import { useTranslation } from 'react-i18next'
import type { Verdict } from '../../../shared/ipc/contract'

const SIGNS = {
  'valid-trusted': CheckCircleFilled,
  'valid-unknown-signer': QuestionCircleFilled,
  'signer-not-allowed': StopFilled,
  tampered: WarningFilled,
  unreadable: FileUnknownFilled,
} satisfies Record<Verdict, typeof StopFilled>

interface Props {
  readonly verdict: Verdict
  readonly fileName: string
  readonly path: string
}

/** The answer, large: what it is, what it means, and what to do next. Its own sign, words and colour for each. */
export function VerdictBanner({ verdict, fileName, path }: Props) {
  const { t } = useTranslation()
  const Sign = SIGNS[verdict]
  return (
    <section
      className={`verify__verdict verify__verdict--${verdict}`}
      role="status"
      data-testid="verify-verdict"
      data-verdict={verdict}
    >
      <Sign className="verify__verdict-sign" aria-hidden />
      <div>
        <h2 className="verify__verdict-title">{t(`verify.verdict.${verdict}.title`)}</h2>
        <p className="verify__verdict-meaning">{t(`verify.verdict.${verdict}.meaning`)}</p>
        <p className="verify__verdict-next">
          <span className="verify__verdict-label">{t('verify.next')}</span>
          {t(`verify.verdict.${verdict}.next`)}
        </p>
        <p className="verify__path" title={path}>
          {fileName}
        </p>
      </div>
    </section>
  )
}
