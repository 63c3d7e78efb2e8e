import { lazy } from 'react'
import type { SheetSession } from '../db/sheet-session'
import { HomeScreen } from '../features/home/home-screen'
import { keepScreen, type Screen } from './screen'

// Home is what a start shows, and starts fast because the others are not read for it.
const NewRoundScreen = lazy(async () => ({
  default: (await import('../features/new-round/new-round-screen')).NewRoundScreen,
}))
const readScoring = () => import('../features/scoring/scoring-screen')
const ScoringScreen = lazy(async () => ({ default: (await readScoring()).ScoringScreen }))
const SealScreen = lazy(async () => ({
  default: (await import('../features/seal/seal-screen')).SealScreen,
}))
const StandardsScreen = lazy(async () => ({
  default: (await import('../features/standards/standards-screen')).StandardsScreen,
}))
const EditorScreen = lazy(async () => ({
  default: (await import('../features/standards-editor/editor-screen')).EditorScreen,
}))
const ImportScreen = lazy(async () => ({
  default: (await import('../features/standard-import/import-screen')).ImportScreen,
}))
const VersionsScreen = lazy(async () => ({
  default: (await import('../features/versions/versions-screen')).VersionsScreen,
}))
const VerifyScreen = lazy(async () => ({
  default: (await import('../features/verify/verify-screen')).VerifyScreen,
}))
const TrustScreen = lazy(async () => ({
  default: (await import('../features/trust/trust-screen')).TrustScreen,
}))
const SettingsScreen = lazy(async () => ({
  default: (await import('../features/settings/settings-screen')).SettingsScreen,
}))

/** Reads the screen that comes next most often, once home stands and nothing else is to be done. */
export function readAhead(): void {
  requestIdleCallback(() => void readScoring())
}

export interface ScreenOfProps {
  readonly screen: Screen
  /** A workbook that was dropped on the window, to be brought in. */
  readonly workbook: File | null
  readonly onGo: (screen: Screen) => void
  /** What a sheet found, on paper: over the screen that asks for it. */
  readonly onPaper: (session: SheetSession) => void
}

/** A screen with its ways to the others. */
export function ScreenOf({ screen, workbook, onGo, onPaper }: ScreenOfProps) {
  const home = () => onGo({ name: 'home' })
  const score = (sheetId: string) => onGo({ name: 'scoring', sheetId })
  const seal = (sheetId: string) => onGo({ name: 'seal', sheetId })
  const verify = (path: string) => onGo({ name: 'verify', path })
  switch (screen.name) {
    case 'home':
      return (
        <HomeScreen
          onNewRound={() => onGo({ name: 'new-round' })}
          onOpen={score}
          onSeal={seal}
          onVerify={verify}
          onStandard={(digest) => onGo({ name: 'standards', digest })}
          onCarry={(before) => onGo({ name: 'versions', before })}
          onBackup={() => onGo({ name: 'settings' })}
          onRestore={() => onGo({ name: 'settings', part: 'restore' })}
        />
      )
    case 'new-round':
      return <NewRoundScreen draftId={screen.draftId} onHome={home} onOpen={score} />
    case 'scoring':
      return (
        <ScoringScreen
          sheetId={screen.sheetId}
          onHome={home}
          onSeal={seal}
          onCorrection={score}
          onPaper={onPaper}
        />
      )
    case 'seal':
      return (
        <SealScreen
          sheetId={screen.sheetId}
          onDone={home}
          onScore={() => score(screen.sheetId)}
          onVerify={verify}
          onTrust={() => onGo({ name: 'trust' })}
          onPaper={onPaper}
        />
      )
    case 'standards':
      return (
        <StandardsScreen
          digest={screen.digest}
          onDigest={(digest) =>
            onGo(digest === undefined ? { name: 'standards' } : { name: 'standards', digest })
          }
          onEdit={(draftId) => onGo({ name: 'standards-editor', draftId })}
          onCompare={(before) => onGo({ name: 'versions', before })}
          onImport={() => onGo({ name: 'standard-import' })}
        />
      )
    case 'standard-import':
      return (
        <ImportScreen
          file={workbook}
          onList={() => onGo({ name: 'standards' })}
          onEdit={(draftId) => onGo({ name: 'standards-editor', draftId })}
          onRound={(draftId) => onGo({ name: 'new-round', draftId })}
          onOpen={score}
        />
      )
    case 'standards-editor':
      return (
        <EditorScreen
          key={screen.draftId}
          draftId={screen.draftId}
          onList={() => onGo({ name: 'standards' })}
          onRound={() => onGo({ name: 'new-round', draftId: screen.draftId })}
        />
      )
    case 'versions':
      return (
        <VersionsScreen
          choice={screen}
          onKeep={(choice) => keepScreen({ ...choice, name: 'versions' })}
          onList={() => onGo({ name: 'standards' })}
          onOpenSheet={score}
        />
      )
    case 'verify':
      return <VerifyScreen path={screen.path ?? null} onPath={verify} />
    case 'trust':
      return <TrustScreen />
    case 'settings':
      return <SettingsScreen part={screen.part} />
  }
}
