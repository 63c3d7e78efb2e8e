import { Button, Steps } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BuiltPackage } from '../../../shared/ipc/contract'
import { FindingsPaperButton } from '../../components/findings-paper-button'
import { Note } from '../../components/note'
import { Page } from '../../components/page'
import { Waiting } from '../../components/waiting'
import type { SheetSession } from '../../db/sheet-session'
import { type OpenSheet, useSheet, useView } from '../../db/use-sheet'
import { DoneStep } from './done-step'
import { ReviewStep } from './review-step'
import { SignStep } from './sign-step'
import '../../components/card.css'
import './seal.css'

export interface SealScreenProps {
  readonly sheetId: string
  readonly onDone: () => void
  /** Back to the sheet while it can still be scored. */
  readonly onScore: () => void
  readonly onVerify: (path: string) => void
  readonly onTrust: () => void
  /** What the sheet found, on paper. */
  readonly onPaper: (session: SheetSession) => void
}

/** From a scored sheet to a signed package: review and seal, sign, hand over. */
export function SealScreen(props: SealScreenProps) {
  const { t } = useTranslation()
  const { opening, again } = useSheet(props.sheetId)
  switch (opening.state) {
    case 'opening':
      return (
        <Page title={t('seal.title')} testId="seal-screen">
          <Waiting text={t('common.loading')} />
        </Page>
      )
    case 'failed':
      return (
        <Page title={t('seal.title')} testId="seal-screen">
          <Note
            kind="danger"
            testId="seal-failure"
            actions={
              <>
                <Button onClick={again}>{t('common.retry')}</Button>
                <Button type="text" onClick={props.onDone}>
                  {t('common.back')}
                </Button>
              </>
            }
          >
            {t(`failure.${opening.code}`, { detail: opening.detail })}
          </Note>
        </Page>
      )
    case 'open':
      return <Sealing key={props.sheetId} {...props} sheet={opening.sheet} />
  }
}

type Stage =
  | { readonly step: 'sign'; readonly isAgain: boolean }
  | { readonly step: 'done'; readonly built: BuiltPackage }

function Sealing({
  sheet,
  sheetId,
  onDone,
  onScore,
  onVerify,
  onTrust,
  onPaper,
}: SealScreenProps & { readonly sheet: OpenSheet }) {
  const { t } = useTranslation()
  const view = useView(sheet.session)
  const [stage, setStage] = useState<Stage>(() =>
    sheet.built === null ? { step: 'sign', isAgain: false } : { step: 'done', built: sheet.built },
  )
  const step = view.state.sealed === null ? 'review' : stage.step
  const { round, subject, scorer, correction } = sheet.summary.header
  const hint = t('seal.hint', { round: round.title, subject: subject.name, scorer: scorer.name })
  return (
    <Page
      title={t('seal.title')}
      hint={correction === null ? hint : `${hint} · ${t('common.correction', { no: correction.no })}`}
      testId="seal-screen"
      actions={
        <>
          <FindingsPaperButton onOpen={() => onPaper(sheet.session)} />
          <Button data-testid="seal-back" onClick={step === 'review' ? onScore : onDone}>
            {t(step === 'review' ? 'seal.toScoring' : 'common.close')}
          </Button>
        </>
      }
    >
      <div className="seal">
        <Steps
          className="seal__steps"
          size="small"
          aria-label={t('seal.steps')}
          current={['review', 'sign', 'done'].indexOf(step)}
          items={(['review', 'sign', 'done'] as const).map((name) => ({ title: t(`seal.step.${name}`) }))}
        />
        {step === 'review' && <ReviewStep session={sheet.session} view={view} onScore={onScore} />}
        {step === 'sign' && (
          <SignStep
            sheetId={sheetId}
            view={view}
            isAgain={stage.step === 'sign' && stage.isAgain}
            onTrust={onTrust}
            onBuilt={(built) => setStage({ step: 'done', built })}
          />
        )}
        {step === 'done' && stage.step === 'done' && (
          <DoneStep
            sheetId={sheetId}
            view={view}
            built={stage.built}
            onVerify={onVerify}
            onSignAgain={() => setStage({ step: 'sign', isAgain: true })}
          />
        )}
      </div>
    </Page>
  )
}
