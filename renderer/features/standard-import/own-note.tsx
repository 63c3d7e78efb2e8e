import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RubricDraft } from '../../../shared/ipc/contract'
import type { FailureCode } from '../../../shared/ipc/result'
import { Note } from '../../components/note'
import type { OwnWorkbook } from './worker/own-workbook'
import type { OpenBook } from './worker/protocol'

export interface OwnNoteProps {
  readonly book: OpenBook
  readonly own: OwnWorkbook
  readonly onMade: (draft: RubricDraft) => void
}

/** A workbook that this program wrote: taken as it is, or read like any other where someone has changed it. */
export function OwnNote({ book, own, onMade }: OwnNoteProps) {
  const { t } = useTranslation()
  const [failed, setFailed] = useState<FailureCode | null>(null)
  if (failed !== null) return <Note kind="danger">{t(`failure.${failed}`, { detail: '' })}</Note>
  if (own.state === 'damaged') return <Note kind="warn">{t('standardImport.own.damaged')}</Note>
  if (own.state === 'changed') {
    const cells = own.cells.slice(0, 6).join('、')
    return (
      <Note kind="warn" testId="import-own-changed">
        {t('standardImport.own.changed', { count: own.cells.length, cells })}
      </Note>
    )
  }
  const take = async () => {
    const { fileName: file, sha256 } = book
    const made = await window.scorebench.createImportedDraft(own.rubric, { file, sha256, decisions: [] })
    if (made.ok) onMade(made.value)
    else setFailed(made.code)
  }
  return (
    <Note
      kind="ok"
      testId="import-own"
      actions={
        <Button type="primary" size="small" data-testid="import-own-take" onClick={() => void take()}>
          {t('standardImport.own.take')}
        </Button>
      }
    >
      {t('standardImport.own.same', { title: own.rubric.title, version: own.rubric.version })}
    </Note>
  )
}
