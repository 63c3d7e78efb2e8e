import { Button } from 'antd'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RubricDraft } from '../../../shared/ipc/contract'
import { Note } from '../../components/note'
import { doubtfulLeft } from './clauses/clause-rows'
import { ClausesStep } from './clauses/clauses-step'
import { ColumnsStep } from './columns/columns-step'
import { ImportHead } from './import-head'
import { NotesStep } from './notes/notes-step'
import { OwnNote } from './own-note'
import { ProofStep } from './proof/proof-step'
import { Stepper } from './stepper'
import { TreeStep } from './tree/tree-step'
import type { Import, Stage } from './use-import'
import { keyOfDiagnostic, STEPS, type Step } from './work'

export interface ImportDeskProps {
  readonly import_: Import
  readonly stage: Extract<Stage, { name: 'open' }>
  readonly onList: () => void
  readonly onMade: (draft: RubricDraft) => void
}

/** The steps over one open workbook. */
export function ImportDesk({ import_, stage, onList, onMade }: ImportDeskProps) {
  const { t } = useTranslation()
  const { book, reading } = stage
  const { work, change, cells } = import_
  const [isNoteClosed, setNoteClosed] = useState(!stage.isResumed)
  const [clause, setClause] = useState<string | null>(null)
  const ignored = useMemo(() => new Set(reading.ignoredSheets), [reading])
  const open = useMemo(
    () => ({
      notes: reading.diagnostics.filter(
        (one) => one.level === 'problem' && !(keyOfDiagnostic(one) in work.accepted),
      ).length,
      clauses: doubtfulLeft(reading, work.clauses),
    }),
    [reading, work.accepted, work.clauses],
  )
  const at = STEPS.indexOf(work.step)
  const go = (by: -1 | 1) => {
    const step: Step | undefined = STEPS[at + by]
    if (step !== undefined) change({ step })
  }
  const keys = useRef(go)
  keys.current = go
  const isLast = work.step === 'proof'
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault()
        keys.current(1)
      } else if (event.key === 'ArrowLeft' && event.altKey) {
        event.preventDefault()
        keys.current(-1)
      }
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])

  const props = { book, reading, cells, ignored, work, onChange: change }
  return (
    <div className="import" data-testid="import" data-step={work.step}>
      <ImportHead title={book.fileName} hint={`SHA-256 ${book.sha256.slice(0, 8)}`} onList={onList}>
        <Stepper step={work.step} open={open} onStep={(step) => change({ step })} />
        <Button disabled={at === 0} title="Alt+←" data-testid="import-previous" onClick={() => go(-1)}>
          {t('standardImport.previous')}
        </Button>
        <Button
          type="primary"
          disabled={isLast || reading.items.length === 0}
          title="Ctrl+Enter"
          data-testid="import-next"
          onClick={() => go(1)}
        >
          {t('common.next')}
        </Button>
      </ImportHead>
      {book.own !== null && work.step === 'columns' && (
        <div className="import__note">
          <OwnNote book={book} own={book.own} onMade={onMade} />
        </div>
      )}
      {!isNoteClosed && (
        <div className="import__note">
          <Note
            kind="plain"
            testId="import-resumed"
            close={{ label: t('common.close'), onClose: () => setNoteClosed(true) }}
            actions={
              <Button
                size="small"
                data-testid="import-restart"
                onClick={() => {
                  setNoteClosed(true)
                  import_.restart()
                }}
              >
                {t('standardImport.restart')}
              </Button>
            }
          >
            {t('standardImport.resumed')}
          </Note>
        </div>
      )}
      <div className="import__step">
        {work.step === 'columns' && (
          <ColumnsStep {...props} isRereading={import_.isRereading} onChoose={import_.choose} />
        )}
        {work.step === 'tree' && <TreeStep {...props} />}
        {work.step === 'notes' && <NotesStep {...props} />}
        {work.step === 'clauses' && <ClausesStep {...props} first={clause} />}
        {work.step === 'proof' && (
          <ProofStep
            {...props}
            onMade={onMade}
            onClause={(key) => {
              setClause(key)
              change({ step: 'clauses' })
            }}
          />
        )}
      </div>
    </div>
  )
}
