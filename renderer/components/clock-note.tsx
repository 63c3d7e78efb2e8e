import { memo, useDeferredValue, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { clockJumps } from '../../shared/domain/sheet/clock-jumps'
import type { StampedEvent } from '../../shared/domain/sheet/event'
import { Note } from './note'

interface Props {
  readonly lines: readonly StampedEvent[]
  /** Whether the sheet is being scored here: then it says what to do, and can be closed until the next jump. */
  readonly isScoring: boolean
}

/** The newest jumps are named; the journal has all. */
const MOST_NAMED = 3

/** Says where this machine's time was set back or on while a sheet was scored; nothing where it was not. */
export const ClockNote = memo(function ClockNote({ lines, isScoring }: Props) {
  const { t } = useTranslation()
  // Every key adds a line: what it says of the clock can wait until the totals are painted.
  const settled = useDeferredValue(lines)
  const jumps = useMemo(() => clockJumps(settled), [settled])
  const [closed, setClosed] = useState(0)
  const shown = jumps.slice(closed)
  if (shown.length === 0) return null
  const close = { label: t('common.close'), onClose: () => setClosed(jumps.length) }
  const named = shown
    .slice(-MOST_NAMED)
    .map(({ seq, seconds }) =>
      t(seconds < 0 ? 'common.clock.back' : 'common.clock.on', { seq, span: spanOf(Math.abs(seconds)) }),
    )
  return (
    <Note kind="warn" title={t('common.clock.title')} testId="clock-jumps" {...(isScoring ? { close } : {})}>
      {named.join(t('common.clock.joint'))}
      {isScoring && t('common.clock.whatNow')}
    </Note>
  )
})

/** Seconds as h:mm:ss. */
function spanOf(seconds: number): string {
  const two = (n: number) => String(n).padStart(2, '0')
  return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
}
