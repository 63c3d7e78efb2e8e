import { useCallback, useDeferredValue, useMemo, useRef, useState } from 'react'
import { ClockNote } from '../../components/clock-note'
import { ExplanationLayer, OpeningProvider, useExplaining } from '../../components/explaining'
import type { SheetSession } from '../../db/sheet-session'
import { changeSettings, readSettings, useSettings } from '../../i18n/settings'
import { CategoryRail } from './category-rail'
import { ClearRestDialog } from './clear-rest-dialog'
import { CorrectionDialog } from './correction-dialog'
import { EvidenceProvider } from './evidence/evidence-context'
import { useEvidenceLayer } from './evidence/use-evidence-layer'
import { ExcludeDialog } from './exclude-dialog'
import { FindingsList } from './findings/findings-list'
import { FocusMode } from './focus/focus-mode'
import { ItemGrid } from './item-grid'
import { ItemPanel } from './item-panel'
import { ScoringBanner } from './scoring-banner'
import type { ScoringProps } from './scoring-screen'
import { factsOf, LiveProvider, SheetFactsProvider } from './sheet-context'
import { ShortcutsHelp } from './shortcuts-help'
import { StatusBar } from './status-bar'
import { Toolbar } from './toolbar'
import { TouchProvider } from './touch'
import { NO_TYPING, type Typing } from './typing'
import { useAround } from './use-around'
import { useDesk } from './use-desk'
import { useOpenDoubles } from './use-doubles'
import { type KeyTargets, useKeys } from './use-keys'

/** The heart: rail, grid, panel and status bar over one open sheet. */
export function ScoringDesk({
  session,
  sheetId,
  onSeal,
  onCorrection,
  onPaper,
}: ScoringProps & { readonly session: SheetSession }) {
  const desk = useDesk(session)
  const { acts, view, current, isReadOnly } = desk
  const { isFocusMode } = useSettings()
  const [dialog, setDialog] = useState<'exclude' | 'clear-rest' | 'help' | 'correction' | null>(null)
  const [isListOpen, setListOpen] = useState(false)
  const [typing, setTyping] = useState<Typing>(NO_TYPING)
  const { open: doubles, keep } = useOpenDoubles(view)
  const around = useAround(session)
  const facts = useMemo(() => factsOf(session, around), [session, around])
  // The same object until one of these changes: every clause card hears of a new one, at once and not deferred.
  const live = useMemo(() => ({ doubles, keep, spot: desk.spot }), [doubles, keep, desk.spot])
  const { opening, opened, close: closeOpened } = useExplaining(session)
  const evidence = useEvidenceLayer(desk, session, sheetId)
  const { openFirst: openEvidence, openAll: openAllEvidence } = evidence
  const root = useRef<HTMLDivElement>(null)

  // The keys' table is made once; what it opens is of this moment.
  const openLatest = useRef({ openEvidence, openAllEvidence })
  openLatest.current = { openEvidence, openAllEvidence }

  const seal = useCallback(() => onSeal(sheetId), [onSeal, sheetId])
  const paper = useCallback(() => onPaper(session), [onPaper, session])
  const targets = useMemo((): KeyTargets => {
    const focus = (selector: string) => root.current?.querySelector<HTMLElement>(selector)?.focus()
    const press = (selector: string) => root.current?.querySelector<HTMLElement>(selector)?.click()
    return {
      openExclude: () => setDialog('exclude'),
      openClearRest: () => setDialog('clear-rest'),
      openEvidence: () => openLatest.current.openEvidence(),
      openAllEvidence: () => openLatest.current.openAllEvidence(),
      openHelp: () => setDialog('help'),
      switchFocus,
      openSeal: seal,
      explain: opening.explain,
      whatIf: opening.whatIf,
      toggleFindings: () => setListOpen((before) => !before),
      focusSearch: () => focus('.scoring-search input'),
      focusNote: () => focus('[data-field="note"]'),
      focusReason: () => focusSoon(root.current, '.scoring-clause-active [data-field="reason"]'),
      focusPlace: () => focusSoon(root.current, '.scoring-clause-active [data-field="place"]'),
      link: () => press('.scoring-clause-active [data-act="link"]'),
      keep: () => press('.scoring-clause-active [data-act="keep"]'),
      typeInto: (where, text, pick) => setTyping(({ count }) => ({ where, text, pick, count: count + 1 })),
    }
  }, [seal, opening])
  useKeys(desk, targets)
  const close = () => setDialog(null)
  // Totals and the grid come first; the panel follows in the same or the next frame, and skips items that are run past.
  const { activeClause, pending } = desk
  const { lines } = view
  const panel = useDeferredValue(
    useMemo(
      () => ({ row: current, lines, isReadOnly, activeClause, pending, typing }),
      [current, lines, isReadOnly, activeClause, pending, typing],
    ),
  )

  const { row } = panel
  return (
    <OpeningProvider value={opening}>
      <TouchProvider value={isFocusMode}>
        <SheetFactsProvider value={facts}>
          <LiveProvider value={live}>
            <EvidenceProvider value={evidence.around}>
              <div
                className={isFocusMode ? 'scoring scoring-large' : 'scoring'}
                ref={root}
                data-testid="scoring"
              >
                {desk.messageHolder}
                {!isFocusMode && (
                  <Toolbar
                    acts={acts}
                    rubric={view.rubric}
                    isForKind={view.rubric !== view.standard}
                    header={view.state.header}
                    filter={desk.filter}
                    firstShown={desk.shownItems[0]?.id}
                    onHelp={targets.openHelp}
                    isListOpen={isListOpen}
                    onFindings={targets.toggleFindings}
                    onFocusMode={switchFocus}
                    onPaper={paper}
                  />
                )}
                <ClockNote lines={view.lines} isScoring />
                <ScoringBanner desk={desk} onSeal={seal} onCorrection={() => setDialog('correction')} />
                {isFocusMode && current !== undefined && (
                  <FocusMode
                    desk={desk}
                    row={current}
                    lines={lines}
                    pending={pending}
                    doubles={doubles}
                    drop={evidence.panel}
                    onExclude={targets.openExclude}
                    onClearRest={targets.openClearRest}
                    onPhoto={() => evidence.around.openDialog('camera')}
                    onSeal={seal}
                    onLeave={switchFocus}
                  />
                )}
                {!isFocusMode && (
                  <>
                    <div className="scoring-main">
                      <CategoryRail
                        acts={acts}
                        categories={view.score.categories}
                        rubric={view.rubric}
                        current={current?.category}
                        onClearRest={isReadOnly ? null : targets.openClearRest}
                      />
                      {isListOpen ? (
                        <FindingsList desk={desk} onClose={targets.toggleFindings} />
                      ) : (
                        <ItemGrid desk={desk} />
                      )}
                      {row !== undefined && (
                        <ItemPanel
                          {...panel}
                          row={row}
                          acts={acts}
                          onExclude={targets.openExclude}
                          drop={evidence.panel}
                          isDropOver={evidence.isOver}
                        />
                      )}
                    </div>
                    <StatusBar desk={desk} doubles={doubles} onSeal={seal} />
                  </>
                )}
                {evidence.dialogs}
                {evidence.sorter}
                {evidence.camera}
                {evidence.viewer}
                <ClearRestDialog desk={desk} isOpen={dialog === 'clear-rest'} onClose={close} />
                <ExcludeDialog desk={desk} isOpen={dialog === 'exclude'} onClose={close} />
                <CorrectionDialog
                  sheetId={sheetId}
                  isOpen={dialog === 'correction'}
                  onClose={close}
                  onOpened={onCorrection}
                />
                <ShortcutsHelp isOpen={dialog === 'help'} onClose={close} />
                <ExplanationLayer opened={opened} source={session} onClose={closeOpened} onItem={acts.goTo} />
              </div>
            </EvidenceProvider>
          </LiveProvider>
        </SheetFactsProvider>
      </TouchProvider>
    </OpeningProvider>
  )
}

/** One item at a time or all of them; kept for this machine. */
function switchFocus(): void {
  changeSettings({ isFocusMode: !readSettings().isFocusMode })
}

const LONGEST_WAIT_MS = 600

/** A field that a mark brings with it is there once the mark is on disk: a key pressed just before waits for it. */
function focusSoon(root: HTMLElement | null, selector: string): void {
  const start = performance.now()
  const itemNow = () => root?.querySelector<HTMLElement>('.scoring-panel, .focus-item')?.dataset.item
  const item = itemNow()
  const tryOnce = () => {
    const field = root?.querySelector<HTMLElement>(selector)
    if (field) field.focus()
    else if (itemNow() === item && performance.now() - start < LONGEST_WAIT_MS) requestAnimationFrame(tryOnce)
  }
  tryOnce()
}
