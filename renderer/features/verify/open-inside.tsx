import { type ReactNode, useMemo } from 'react'
import type { Rubric } from '../../../shared/domain/rubric/rubric'
import type { StampedEvent } from '../../../shared/domain/sheet/event'
import type { SheetResult } from '../../../shared/domain/sheet/result'
import {
  ExplanationLayer,
  OpeningProvider,
  type SheetSource,
  useExplaining,
} from '../../components/explaining'

interface Props {
  readonly result: SheetResult
  readonly rubric: Rubric
  readonly journal: readonly StampedEvent[] | null
  readonly children: ReactNode
}

/** The scores of a package open like those of a sheet: its marks are what they are made of. */
export function OpenInside({ result, rubric, journal, children }: Props) {
  const source = useMemo((): SheetSource => {
    const state = { items: new Map(Object.entries(result.marks)), header: result.sheet }
    const sheet = journal === null ? { rubric, state } : { rubric, state, lines: journal }
    return { view: () => sheet, subscribe: () => () => undefined }
  }, [result, rubric, journal])
  const { opening, opened, close } = useExplaining(source)
  return (
    <OpeningProvider value={opening}>
      {children}
      <ExplanationLayer opened={opened} source={source} onClose={close} />
    </OpeningProvider>
  )
}
