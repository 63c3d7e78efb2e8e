import { useTranslation } from 'react-i18next'
import type { Verification } from '../../../shared/ipc/contract'
import { CheckList } from './check-list'
import { InsideScores } from './inside-scores'
import { ReplayPart } from './replay-part'
import { SignerList } from './signer-list'
import { VerdictBanner } from './verdict-banner'

interface Props {
  readonly verification: Verification
  readonly path: string
}

/** Verdict first, then who signed, what was checked, and the scores inside. */
export function VerificationReport({ verification, path }: Props) {
  const { t } = useTranslation()
  const { verdict, signers, checks, result, rubric, journal, replay } = verification
  return (
    <div className="verify" data-testid="verify-report">
      <VerdictBanner verdict={verdict} fileName={verification.fileName} path={path} />
      <div className="verify__columns">
        <div className="verify__column">
          <SignerList signers={signers} />
          <CheckList checks={checks} />
        </div>
        <div className="verify__column">
          {result !== null && rubric !== null ? (
            <InsideScores result={result} rubric={rubric} isDoubtful={verdict === 'tampered'} />
          ) : (
            <section className="verify__card">
              <p className="verify__text">{t('verify.inside.none')}</p>
            </section>
          )}
          {rubric !== null && journal !== null && (
            <ReplayPart rubric={rubric} journal={journal} result={result} replay={replay} />
          )}
        </div>
      </div>
    </div>
  )
}
