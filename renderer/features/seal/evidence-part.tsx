import { Button } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { evidenceOn } from '../../../shared/domain/evidence/on-sheet'
import { itemIndex } from '../../../shared/domain/rubric/item-index'
import type { Rubric } from '../../../shared/domain/rubric/rubric'
import type { SheetState } from '../../../shared/domain/sheet/state'
import type { EvidenceFault } from '../../../shared/ipc/contract'
import type { FailureCode } from '../../../shared/ipc/result'
import { Note } from '../../components/note'
import { type Called, useCall } from '../../components/use-call'
import type { SheetSession } from '../../db/sheet-session'

type Originals = Called<readonly EvidenceFault[], FailureCode> & {
  readonly again: () => void
  /** There is none, or all of it was read and is what it was. */
  readonly isSound: boolean
}

/** Reads every original on the sheet over, once, when the review is opened. */
export function useOriginals(session: SheetSession): Originals {
  const digests = useMemo(() => [...evidenceOn(session.view().state.items).keys()], [session])
  const sheetId = session.view().state.header?.sheetId ?? ''
  const called = useCall(() => window.scorebench.checkEvidence(sheetId, digests), [sheetId, digests])
  return {
    ...called,
    isSound: digests.length === 0 || (called.state === 'read' && called.value.length === 0),
  }
}

interface Props {
  readonly rubric: Rubric
  readonly items: SheetState['items']
  readonly checked: Originals
}

/** Whether the originals are all there as they were attached; those that are not, with their items. */
export function EvidencePart({ rubric, items, checked }: Props) {
  const { t } = useTranslation()
  const named = useMemo(() => evidenceOn(items), [items])
  if (named.size === 0) return null
  const codes = (sha256: string) =>
    named
      .get(sha256)
      ?.items.map((id) => itemIndex(rubric).get(id)?.code ?? id)
      .join('、')
  const again = (
    <Button size="small" data-testid="seal-evidence-again" onClick={checked.again}>
      {t('seal.evidence.again')}
    </Button>
  )
  return (
    <section className="card" aria-labelledby="seal-evidence" aria-busy={checked.state === 'reading'}>
      <h2 id="seal-evidence" className="seal__heading">
        {t('seal.evidence.title')}
      </h2>
      {checked.state === 'reading' && <p>{t('seal.evidence.checking', { count: named.size })}</p>}
      {checked.state === 'failed' && (
        <Note kind="danger" actions={again}>
          {t(`failure.${checked.code}`, { detail: checked.detail })}
        </Note>
      )}
      {checked.state === 'read' && checked.value.length === 0 && (
        <Note kind="ok" testId="seal-evidence-good">
          {t('seal.evidence.good', { count: named.size })}
        </Note>
      )}
      {checked.state === 'read' && checked.value.length > 0 && (
        <Note kind="danger" testId="seal-evidence-bad" actions={again}>
          {t('seal.evidence.bad', { count: checked.value.length })}
          <ul className="seal__originals">
            {checked.value.map(({ sha256, kind }) => (
              <li key={sha256}>
                {codes(sha256)} · {named.get(sha256)?.evidence.name} · {t(`seal.evidence.${kind}`)}
              </li>
            ))}
          </ul>
        </Note>
      )}
    </section>
  )
}
