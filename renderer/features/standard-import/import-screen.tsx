import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RubricDraft } from '../../../shared/ipc/contract'
import { FilledPart } from './filled/filled-part'
import { ImportDesk } from './import-desk'
import { ImportHead } from './import-head'
import { DoneStep } from './proof/done-step'
import { ReadingProgress } from './reading-progress'
import { SourceStep } from './source-step'
import { useImport } from './use-import'
import type { Source } from './worker/protocol'
import './import.css'
import './lists.css'
import './sheet/sheet.css'

export interface ImportScreenProps {
  /** A file that was dropped on the window; null where one is still to be chosen. */
  readonly file: File | null
  readonly onList: () => void
  readonly onEdit: (draftId: string) => void
  readonly onRound: (draftId: string) => void
  /** Opens a sheet for scoring. */
  readonly onOpen: (sheetId: string) => void
}

/** 导入工作簿: a spreadsheet becomes a standard, step by step; one can stop and come back. */
export function ImportScreen({ file, onList, onEdit, onRound, onOpen }: ImportScreenProps) {
  const { t } = useTranslation()
  const [first] = useState<Source | null>(() =>
    file === null ? null : { kind: 'file', name: file.name, blob: file },
  )
  const work = useImport(first)
  const [made, setMade] = useState<RubricDraft | null>(null)
  const { stage } = work

  if (stage.name === 'open' && made === null)
    return (
      <ImportDesk
        import_={work}
        stage={stage}
        onList={onList}
        onMade={(draft) => {
          setMade(draft)
          void work.finish()
        }}
      />
    )
  return (
    <div className="import" data-testid="import">
      <ImportHead title={t('standardImport.title')} onList={onList} />
      {made !== null ? (
        <DoneStep
          draft={made}
          onEdit={() => onEdit(made.id)}
          onRound={() => onRound(made.id)}
          onList={onList}
          filled={
            stage.name === 'open' && stage.reading.items.some(({ filled }) => filled !== undefined) ? (
              <FilledPart
                draft={made}
                fileName={stage.book.fileName}
                marksOf={() => work.marksOf(made.rubric)}
                onOpen={onOpen}
              />
            ) : null
          }
        />
      ) : stage.name === 'reading' ? (
        <ReadingProgress fileName={stage.fileName} phase={stage.phase} onCancel={work.cancel} />
      ) : (
        stage.name === 'choose' && (
          <SourceStep failed={stage.failed} onSource={work.begin} onResume={work.resume} />
        )
      )}
    </div>
  )
}
