import { StopOutlined } from '@ant-design/icons'
import { useLiveQuery } from 'dexie-react-hooks'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Round } from '../../../shared/domain/round/round'
import type { FailureCode } from '../../../shared/ipc/result'
import { Failure } from '../../components/failure'
import { Note } from '../../components/note'
import { useCall } from '../../components/use-call'
import { Waiting } from '../../components/waiting'
import { database } from '../../db/database'
import { ContinuePanel } from './continue-panel'
import { HomeActions } from './home-actions'
import { RoundSection } from './round-section'
import { SafetyNotes } from './safety-notes'
import { roundRows, sheetToContinue } from './sheet-rows'
import './home.css'

const OpenSheetDialog = lazy(() =>
  import('./open-sheet-dialog').then(({ OpenSheetDialog }) => ({ default: OpenSheetDialog })),
)

export interface HomeScreenProps {
  readonly onNewRound: () => void
  readonly onOpen: (sheetId: string) => void
  readonly onSeal: (sheetId: string) => void
  readonly onVerify: (path: string) => void
  readonly onStandard: (digest: string) => void
  /** The sheets under a standard, to be carried over to another version. */
  readonly onCarry: (digest: string) => void
  readonly onBackup: () => void
  readonly onRestore: () => void
}

async function readHome() {
  const api = window.scorebench
  // Own standards are not asked for: reading and proving them would be a start's time.
  const [rounds, sheets, builtin] = await Promise.all([
    api.listRounds(),
    api.listSheets(),
    api.listBuiltinRubrics(),
  ])
  if (!rounds.ok) return rounds
  if (!sheets.ok) return sheets
  if (!builtin.ok) return builtin
  const value = { rounds: rounds.value, sheets: sheets.value, builtin: builtin.value[0] }
  return { ok: true, value } as const
}

/** Where the day begins: go on, the rounds with their sheets, and what else can be started. */
export function HomeScreen({
  onNewRound,
  onOpen,
  onSeal,
  onVerify,
  onStandard,
  onCarry,
  onBackup,
  onRestore,
}: HomeScreenProps) {
  const { t } = useTranslation()
  const home = useCall(readHome, [])
  const cards = useLiveQuery(() => database.cards.toArray(), [])
  const [failed, setFailed] = useState<FailureCode | null>(null)
  const [openFor, setOpenFor] = useState<Round | null>(null)

  if (home.state === 'failed') return <Failure code={home.code} detail={home.detail} onRetry={home.again} />
  if (home.state === 'reading' || cards === undefined) return <Waiting text={t('home.reading')} />

  const rounds = roundRows(home.value.rounds, home.value.sheets, cards)
  const { builtin, sheets } = home.value
  const lastWork = sheets.reduce<string | null>(
    (last, { lastAt }) => ((last ?? '') > lastAt ? last : lastAt),
    null,
  )
  return (
    <div className="home" data-testid="home">
      <div className="home__inner">
        <header className="home__head">
          <h1 className="home__name">{t('common.appName')}</h1>
          <p className="home__classified">
            <StopOutlined aria-hidden /> {t('home.classified')}
          </p>
        </header>
        {failed !== null && (
          <Note
            kind="danger"
            close={{ label: t('common.close'), onClose: () => setFailed(null) }}
            testId="home-failure"
          >
            {t(`failure.${failed}`, { detail: '' })}
          </Note>
        )}
        <SafetyNotes lastWork={lastWork} onBackup={onBackup} />
        <div className="home__top">
          <ContinuePanel
            row={sheetToContinue(rounds)}
            hasRounds={rounds.length > 0}
            onOpen={onOpen}
            onSeal={onSeal}
            onNewRound={onNewRound}
            onRestore={onRestore}
          />
          <HomeActions onNewRound={onNewRound} onOpen={onOpen} onVerify={onVerify} onFailed={setFailed} />
        </div>
        <section className="home__rounds" aria-labelledby="home-rounds">
          <h2 id="home-rounds" className="home__section">
            {t('home.rounds.title')}
          </h2>
          {rounds.length === 0 && <p className="home__none">{t('home.rounds.none')}</p>}
          {rounds.map((round) => (
            <RoundSection
              key={round.head.id}
              rows={round}
              onOpen={onOpen}
              onSeal={onSeal}
              onOpenFor={setOpenFor}
              onCarry={onCarry}
            />
          ))}
        </section>
        {builtin !== undefined && (
          <footer className="home__notice">
            <h2 className="home__section">{t('home.notice.title')}</h2>
            <p className="home__notice-title">
              {builtin.title}
              <span className="home__notice-version">{builtin.version}</span>
            </p>
            <p>{builtin.notice}</p>
            <button
              type="button"
              className="home__link"
              data-testid="home-standard"
              onClick={() => onStandard(builtin.digest)}
            >
              {t('home.notice.show')}
            </button>
          </footer>
        )}
      </div>
      {openFor !== null && (
        <Suspense fallback={null}>
          <OpenSheetDialog
            round={openFor}
            sheets={rounds.find(({ head }) => head.id === openFor.id)?.sheets ?? []}
            onOpen={onOpen}
            onClose={() => setOpenFor(null)}
          />
        </Suspense>
      )}
    </div>
  )
}
