import { AutoComplete, Button, Input, Segmented } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RubricDraft } from '../../../../shared/ipc/contract'
import type { FilledMarks } from '../../../../shared/spreadsheet/standard/marks-from'
import { Note } from '../../../components/note'
import { ProgressLine } from '../../../components/progress-line'
import { useCall } from '../../../components/use-call'
import { localDay } from '../../../i18n/dates'
import { type BroughtMarks, bringMarks } from './bring-marks'
import { FilledOutcome } from './filled-outcome'

const KINDS = ['self', 'mock'] as const
type Kind = (typeof KINDS)[number]

export interface FilledPartProps {
  readonly draft: RubricDraft
  readonly fileName: string
  readonly marksOf: () => Promise<FilledMarks>
  readonly onOpen: (sheetId: string) => void
}

/** A workbook that an office has already scored: its scores become the marks of a sheet. */
export function FilledPart({ draft, fileName, marksOf, onOpen }: FilledPartProps) {
  const { t } = useTranslation()
  const subjects = useCall(() => window.scorebench.listSubjects(), [])
  const [kind, setKind] = useState<Kind>('self')
  const [subject, setSubject] = useState('')
  const [name, setName] = useState('')
  const [unit, setUnit] = useState('')
  const [progress, setProgress] = useState<{ readonly done: number; readonly all: number } | null>(null)
  const [failed, setFailed] = useState<string | null>(null)
  const [made, setMade] = useState<{ readonly marks: FilledMarks; readonly brought: BroughtMarks } | null>(
    null,
  )
  const known = subjects.state === 'read' ? subjects.value : null
  const names = useMemo(() => [...new Set((known ?? []).map((one) => one.name))], [known])

  const bring = async () => {
    setFailed(null)
    setProgress({ done: 0, all: 0 })
    const found = (known ?? []).find((one) => one.name === subject.trim())
    const date = localDay(new Date())
    const [marks, listed] = await Promise.all([marksOf(), window.scorebench.listRubrics()])
    const summary = listed.ok ? listed.value.find((one) => one.draft?.id === draft.id) : undefined
    const brought = await bringMarks(
      window.scorebench,
      draft.rubric,
      summary?.digest ?? '',
      marks,
      {
        kind,
        title: t('standardImport.filled.round', { file: fileName }).slice(0, 200),
        date,
        subject: found ?? { id: `own-${crypto.randomUUID()}`, name: subject.trim(), league: '' },
        scorer: { name: name.trim(), unit: unit.trim(), role: 'inspector' },
      },
      (done, all) => setProgress({ done, all }),
    )
    setProgress(null)
    if (brought.ok) setMade({ marks, brought: brought.value })
    else setFailed(t(`failure.${brought.code}`, { detail: brought.detail ?? '' }))
  }
  if (made !== null) return <FilledOutcome {...made} onOpen={() => onOpen(made.brought.sheetId)} />
  return (
    <section className="import-filled" data-testid="import-filled" aria-labelledby="import-filled-title">
      <h3 id="import-filled-title" className="import-part__title">
        {t('standardImport.filled.title')}
      </h3>
      <p>{t('standardImport.filled.hint')}</p>
      <div className="import-filled__fields">
        <Segmented<Kind>
          value={kind}
          options={KINDS.map((value) => ({ value, label: t(`common.kind.${value}`) }))}
          onChange={setKind}
        />
        <AutoComplete
          value={subject}
          options={names.filter((one) => one.includes(subject)).map((value) => ({ value }))}
          placeholder={t('standardImport.filled.subject')}
          aria-label={t('standardImport.filled.subject')}
          data-testid="import-filled-subject"
          onChange={(value: string) => setSubject(value)}
        />
        <Input
          value={name}
          maxLength={60}
          placeholder={t('standardImport.filled.scorer')}
          aria-label={t('standardImport.filled.scorer')}
          data-testid="import-filled-scorer"
          onChange={({ target }) => setName(target.value)}
        />
        <Input
          value={unit}
          maxLength={100}
          placeholder={t('standardImport.filled.unit')}
          aria-label={t('standardImport.filled.unit')}
          data-testid="import-filled-unit"
          onChange={({ target }) => setUnit(target.value)}
        />
      </div>
      {failed !== null && (
        <Note kind="danger" testId="import-filled-failed">
          {failed}
        </Note>
      )}
      {progress !== null && progress.all > 0 && (
        <ProgressLine {...progress} label={t('standardImport.filled.title')} />
      )}
      <Button
        loading={progress !== null}
        disabled={subject.trim() === '' || name.trim() === ''}
        data-testid="import-filled-bring"
        onClick={() => void bring()}
      >
        {t('standardImport.filled.bring')}
      </Button>
    </section>
  )
}
