import { ArrowLeftOutlined } from '@ant-design/icons'
import { Drawer } from 'antd'
import { useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import type { Opened, SheetSource } from './explaining'
import { ExplanationPage } from './explanation-page'
import { WhatIfView } from './what-if-view'
import './explanation.css'

interface Props {
  readonly opened: Opened | null
  readonly source: SheetSource
  readonly onClose: () => void
  readonly onItem?: ((item: string) => void) | undefined
}

/** Over the screen: numbers opened step by step, and what may still change. Escape goes back, and at last closes. */
export function ExplanationDrawer({ opened, source, onClose, onItem }: Props) {
  const { t } = useTranslation()
  const sheet = useSyncExternalStore(source.subscribe, source.view)
  const [start, setStart] = useState(opened)
  const [trail, setTrail] = useState<readonly Opened[]>(opened === null ? [] : [opened])
  // What was open stays to be seen while the drawer slides away.
  if (opened !== start) {
    setStart(opened)
    if (opened !== null) setTrail([opened])
  }
  const body = useRef<HTMLDivElement>(null)
  const cameFrom = useRef<string | null>(null)
  const here = trail.at(-1)

  // Down: to the heading. Up or back: to the row that was gone through.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus follows the step, and nothing else
  useLayoutEffect(() => focusIn(body.current, cameFrom.current), [trail])

  const open = (next: Opened) => {
    cameFrom.current = here?.kind === 'explanation' ? here.node : null
    setTrail([...trail, next])
  }
  const back = () => {
    if (trail.length < 2) return onClose()
    cameFrom.current = here?.kind === 'explanation' ? here.node : null
    setTrail(trail.slice(0, -1))
  }
  const goTo = (item: string) => {
    onClose()
    onItem?.(item)
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') back()
    else if (moveFocus(body.current, event.key)) event.preventDefault()
    else if (event.key === 'Backspace' || event.key === 'ArrowLeft') {
      const up = body.current?.querySelector<HTMLElement>('[data-explanation-up]')
      if (up) up.click()
      else back()
    }
  }
  const latest = useRef(onKey)
  latest.current = onKey
  // On the window: keys count from the moment that it is open, before the focus has come in.
  const isOpen = opened !== null
  useEffect(() => {
    if (!isOpen) return
    const listen = (event: KeyboardEvent) => latest.current(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [isOpen])

  return (
    <Drawer
      open={isOpen}
      onClose={onClose}
      keyboard={false}
      size={DRAWER}
      rootClassName="explanation-drawer"
      title={t(here?.kind === 'what-if' ? 'explain.whatIf.title' : 'explain.title')}
      extra={
        trail.length > 1 && (
          <button type="button" className="explanation__back" onClick={back}>
            <ArrowLeftOutlined aria-hidden /> {t('common.back')} <kbd>Esc</kbd>
          </button>
        )
      }
      afterOpenChange={(isThere) => isThere && !hasFocus(body.current) && focusIn(body.current, null)}
      destroyOnHidden
    >
      <div ref={body} data-testid="explanation-drawer">
        {here?.kind === 'explanation' && (
          <ExplanationPage
            sheet={sheet}
            node={here.node}
            onOpen={(node) => open({ kind: 'explanation', node })}
            onItem={onItem === undefined ? undefined : goTo}
            onWhatIf={() => open({ kind: 'what-if' })}
          />
        )}
        {here?.kind === 'what-if' && (
          <WhatIfView
            sheet={sheet}
            onItem={onItem === undefined ? undefined : goTo}
            onNode={(node) => open({ kind: 'explanation', node })}
          />
        )}
      </div>
    </Drawer>
  )
}

/** Wide enough for a line of the arithmetic, and for a scoring screen beside it. */
const DRAWER = 'min(46rem, 92vw)'

/** The row that was gone through, else the heading. */
function focusIn(body: HTMLElement | null, row: string | null): void {
  const rows = body === null ? [] : [...body.querySelectorAll<HTMLElement>('[data-explanation-row]')]
  const target =
    rows.find(({ dataset }) => dataset.explanationRow === row) ??
    body?.querySelector<HTMLElement>('[data-explanation-heading]')
  target?.focus()
}

function hasFocus(body: HTMLElement | null): boolean {
  return body?.contains(document.activeElement) === true
}

/** ↓ and ↑ walk the rows, → goes down into one. Whether the key was one of them. */
function moveFocus(body: HTMLElement | null, key: string): boolean {
  if (body === null || !['ArrowDown', 'ArrowUp', 'ArrowRight'].includes(key)) return false
  const rows = [...body.querySelectorAll<HTMLElement>('[data-explanation-row]')]
  const { activeElement } = document
  const at = activeElement instanceof HTMLElement ? rows.indexOf(activeElement) : -1
  if (key === 'ArrowRight') {
    rows[at]?.click()
    return at >= 0
  }
  const next = key === 'ArrowDown' ? at + 1 : at - 1
  rows[next]?.focus()
  return rows[next] !== undefined
}
