import { useTranslation } from 'react-i18next'
import { rubricFor } from '../../../shared/domain/rubric/rubric-for'
import type { Verification } from '../../../shared/ipc/contract'
import { CheckList } from './check-list'
import { InsideItems } from './inside-items'
import { InsideScores } from './inside-scores'
import { OpenInside } from './open-inside'
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
  const { verdict, signers, checks, result, journal, replay } = verification
  const inside = result ?? replay?.result ?? null
  const subject = inside?.sheet.subject ?? null
  const rubric = verification.rubric && rubricFor(verification.rubric, subject)
  // Numbers that the marks do not yield can't be explained by them.
  const canOpen = replay?.equal === true || result === null
  const scores = (
    <div className="verify__column">
      {inside !== null && rubric !== null ? (
        <InsideScores
          result={inside}
          rubric={rubric}
          isDoubtful={verdict === 'tampered'}
          isComputed={result === null}
        />
      ) : (
        <section className="card">
          <h2 className="verify__heading">{t('verify.inside.title')}</h2>
          <p className="verify__text">{t('verify.inside.none')}</p>
        </section>
      )}
      {rubric !== null && journal !== null && (
        <ReplayPart rubric={rubric} journal={journal} result={result} replay={replay} />
      )}
      {inside !== null && rubric !== null && (
        <InsideItems result={inside} rubric={rubric} journal={replay?.equal === true ? journal : null} />
      )}
    </div>
  )
  return (
    <div className="verify" data-testid="verify-report">
      <VerdictBanner verdict={verdict} fileName={verification.fileName} path={path} />
      <div className="verify__columns">
        <div className="verify__column">
          <SignerList signers={signers} isTampered={verdict === 'tampered'} />
          <CheckList checks={checks} />
        </div>
        {canOpen && inside !== null && rubric !== null ? (
          <OpenInside result={inside} rubric={rubric} journal={journal}>
            {scores}
          </OpenInside>
        ) : (
          scores
        )}
      </div>
    </div>
  )
}
