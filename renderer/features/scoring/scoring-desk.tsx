import { useCallback, useRef, useState } from 'react'
import type { SheetSession } from '../../db/sheet-session'
import { CategoryRail } from './category-rail'
import { CorrectionDialog } from './correction-dialog'
import { ExcludeDialog } from './exclude-dialog'
import { ItemGrid } from './item-grid'
import { ItemPanel } from './item-panel'
import { ScoringBanner } from './scoring-banner'
import type { ScoringProps } from './scoring-screen'
import { ShortcutsHelp } from './shortcuts-help'
import { StatusBar } from './status-bar'
import { Toolbar } from './toolbar'
import { useDesk } from './use-desk'
import { type KeyTargets, useKeys } from './use-keys'

/** The heart: rail, grid, panel and status bar over one open sheet. */
export function ScoringDesk({
  session,
  sheetId,
  onSeal,
  onCorrection,
}: ScoringProps & { readonly session: SheetSession }) {
  const desk = useDesk(session)
  const [dialog, setDialog] = useState<'exclude' | 'help' | 'correction' | null>(null)
  const [typing, setTyping] = useState({ text: '', count: 0 })
  const panel = useRef<HTMLElement>(null)
  const search = useRef<HTMLDivElement>(null)

  const focusIn = useCallback((root: HTMLElement | null, selector: string) => {
    root?.querySelector<HTMLElement>(selector)?.focus()
  }, [])
  const targets: KeyTargets = {
    openExclude: () => setDialog('exclude'),
    openHelp: () => setDialog('help'),
    openSeal: () => onSeal(sheetId),
    focusSearch: () => focusIn(search.current, 'input'),
    focusNote: () => focusIn(panel.current, '[data-field="note"]'),
    focusReason: () => focusIn(panel.current, '.scoring-clause-active [data-field="reason"]'),
    typeInto: (text) => setTyping(({ count }) => ({ text, count: count + 1 })),
  }
  useKeys(desk, targets)

  return (
    <div className="scoring" data-testid="scoring">
      {desk.messageHolder}
      <Toolbar desk={desk} searchRef={search} onHelp={targets.openHelp} />
      <ScoringBanner
        desk={desk}
        onSeal={() => onSeal(sheetId)}
        onCorrection={() => setDialog('correction')}
      />
      <div className="scoring-main">
        <CategoryRail desk={desk} />
        <ItemGrid desk={desk} />
        <ItemPanel desk={desk} panelRef={panel} typing={typing} onExclude={targets.openExclude} />
      </div>
      <StatusBar desk={desk} onSeal={() => onSeal(sheetId)} />
      <ExcludeDialog desk={desk} isOpen={dialog === 'exclude'} onClose={() => setDialog(null)} />
      <CorrectionDialog
        sheetId={sheetId}
        isOpen={dialog === 'correction'}
        onClose={() => setDialog(null)}
        onOpened={onCorrection}
      />
      <ShortcutsHelp isOpen={dialog === 'help'} onClose={() => setDialog(null)} />
    </div>
  )
}
