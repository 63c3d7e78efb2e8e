import { lazy, type ReactNode, Suspense, useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Waiting } from '../components/waiting'
import type { SheetSession } from '../db/sheet-session'
import { DropTarget } from './drop-target'
import { ErrorBoundary } from './error-boundary'
import { Navigation } from './navigation'
import { keepScreen, keptScreen, type Screen } from './screen'
import { readAhead, ScreenOf } from './screen-of'
import './shell.css'

const FindingsPaper = lazy(async () => ({
  default: (await import('../features/findings-paper/findings-paper')).FindingsPaper,
}))

/** Navigation at the left, the notes of start-up on top, the screen in the rest. */
export function Shell({ notes }: { readonly notes: ReactNode }) {
  const { t } = useTranslation()
  const [screen, setScreen] = useState<Screen>(keptScreen)
  // A screen that is opened anew, also the same one, begins afresh and drops an earlier failure.
  const [opened, setOpened] = useState(0)
  useEffect(() => keepScreen(screen), [screen])
  useEffect(readAhead, [])

  const [workbook, setWorkbook] = useState<File | null>(null)

  const [paper, setPaper] = useState<SheetSession | null>(null)

  const go = useCallback((next: Screen) => {
    setPaper(null)
    setScreen(next)
    setWorkbook(null)
    setOpened((before) => before + 1)
  }, [])
  const goHome = useCallback(() => go({ name: 'home' }), [go])
  const verify = useCallback((path: string) => go({ name: 'verify', path }), [go])
  const bringIn = useCallback(
    (file: File) => {
      go({ name: 'standard-import' })
      setWorkbook(file)
    },
    [go],
  )

  return (
    <div className="shell">
      <Navigation screen={screen} onGo={(name) => go({ name })} />
      <div className="shell__main">
        {notes !== null && <div className="shell__notes">{notes}</div>}
        <main className="shell__screen" data-screen={screen.name}>
          <ErrorBoundary key={opened} onHome={goHome}>
            <Suspense fallback={<Waiting text={t('common.loading')} />}>
              <ScreenOf screen={screen} workbook={workbook} onGo={go} onPaper={setPaper} />
            </Suspense>
            <Suspense>
              {paper !== null && <FindingsPaper session={paper} onClose={() => setPaper(null)} />}
            </Suspense>
          </ErrorBoundary>
        </main>
      </div>
      <DropTarget onPackage={verify} onWorkbook={bringIn} />
    </div>
  )
}
