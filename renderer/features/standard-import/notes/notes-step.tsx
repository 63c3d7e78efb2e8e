import { CheckOutlined, CloseCircleFilled, InfoCircleOutlined } from '@ant-design/icons'
import { Button, Input, type InputRef } from 'antd'
import { type KeyboardEvent, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReadingDiagnostic } from '../../../../shared/spreadsheet/reading/reading'
import { VirtualList } from '../list/virtual-list'
import { addressOf, keyOf, type Place } from '../sheet/addresses'
import { BookView } from '../sheet/book-view'
import type { StepProps } from '../step-props'
import { keyOfDiagnostic } from '../work'
import { sentenceOf } from './note-words'
import { placeOfNote } from './place-of-note'

/** What is wrong in the standard, and what is to be known of the file; each can be accepted, none is in the way. */
export function NotesStep({ book, reading, cells, ignored, work, onChange }: StepProps) {
  const { t } = useTranslation()
  const rows = useMemo(
    () => [...reading.diagnostics].sort((a, b) => Number(a.level === 'note') - Number(b.level === 'note')),
    [reading],
  )
  const places = useMemo(() => rows.map((row) => placeOfNote(row, reading)), [rows, reading])
  const [at, setAt] = useState(0)
  const [place, setPlace] = useState<Place | null>(places[0] ?? null)
  const [sheet, setSheet] = useState(place?.sheet ?? reading.tables[0]?.sheet ?? '')
  const remark = useRef<InputRef>(null)
  const current = rows[at]
  const marks = useMemo(() => {
    const found = new Map<string, 'problem' | 'note'>()
    rows.forEach(({ level }, index) => {
      const one = places[index]
      if (one?.sheet === sheet && (level === 'problem' || !found.has(keyOf(one))))
        found.set(keyOf(one), level)
    })
    return found
  }, [rows, places, sheet])
  const isAccepted = (row: ReadingDiagnostic) => keyOfDiagnostic(row) in work.accepted
  const open = rows.filter((row) => row.level === 'problem' && !isAccepted(row)).length

  const choose = (index: number) => {
    setAt(index)
    const next = places[index] ?? null
    setPlace(next)
    const shown = next?.sheet ?? rows[index]?.sheet
    if (shown !== undefined) setSheet(shown)
  }
  const accept = (accepted: readonly ReadingDiagnostic[], remark: string) => {
    const at = new Date().toISOString()
    const next = Object.fromEntries(accepted.map((row) => [keyOfDiagnostic(row), { at, remark }]))
    onChange({ accepted: { ...work.accepted, ...next } })
  }
  const withdraw = (row: ReadingDiagnostic) => {
    const { [keyOfDiagnostic(row)]: _gone, ...accepted } = work.accepted
    onChange({ accepted })
  }
  const onKey = (event: KeyboardEvent) => {
    if (current === undefined) return
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      if (isAccepted(current)) withdraw(current)
      else {
        accept([current], '')
        if (at + 1 < rows.length) choose(at + 1)
      }
    } else if (event.key.toLowerCase() === 'r') {
      event.preventDefault()
      remark.current?.focus()
    }
  }
  if (rows.length === 0)
    return (
      <div className="import-nothing" data-testid="import-no-notes">
        <CheckOutlined aria-hidden /> {t('standardImport.notes.none')}
      </div>
    )
  return (
    <div className="import-pair">
      <section className="import-pair__list" aria-label={t('standardImport.notes.name')}>
        <header className="import-part">
          <h2 className="import-part__title">{t('standardImport.notes.name')}</h2>
          <span className="import-part__counts" data-testid="import-open-problems">
            {t('standardImport.notes.counts', {
              problems: reading.counts.problems,
              open,
              notes: rows.length - reading.counts.problems,
            })}
          </span>
          {open > 0 && (
            <Button
              size="small"
              data-testid="import-accept-all"
              onClick={() =>
                accept(
                  rows.filter((row) => row.level === 'problem' && !isAccepted(row)),
                  '',
                )
              }
            >
              {t('standardImport.notes.acceptAll')}
            </Button>
          )}
        </header>
        <VirtualList
          label={t('standardImport.notes.name')}
          role="listbox"
          rows={rows}
          rowHeight={3.75}
          current={at}
          onCurrent={choose}
          onKey={onKey}
          keyOf={(row) => keyOfDiagnostic(row)}
          classOf={({ level }) => `import-found import-found--${level}`}
          testId="import-notes"
          isFocused
          render={(row, index) => {
            const one = places[index]
            return (
              <>
                <span className="import-found__sign">
                  {isAccepted(row) ? (
                    <CheckOutlined aria-label={t('standardImport.notes.accepted')} />
                  ) : row.level === 'problem' ? (
                    <CloseCircleFilled aria-label={t('standardImport.level.problem')} />
                  ) : (
                    <InfoCircleOutlined aria-label={t('standardImport.level.note')} />
                  )}
                </span>
                <span className="import-found__words">
                  <span className="import-found__head">
                    <strong>{t(`standardImport.kind.${row.kind}`)}</strong>
                    <span className="import-found__place">
                      {row.sheet}
                      {one != null && ` ${addressOf(one)}`}
                    </span>
                  </span>
                  <span className="import-found__text" title={sentenceOf(row, t)}>
                    {sentenceOf(row, t)}
                  </span>
                </span>
              </>
            )
          }}
        />
        {current !== undefined && (
          <footer className="import-found__acts">
            <p className="import-found__full">{sentenceOf(current, t)}</p>
            <div className="import-found__row">
              <Input
                ref={remark}
                size="small"
                value={work.accepted[keyOfDiagnostic(current)]?.remark ?? ''}
                maxLength={300}
                placeholder={t('standardImport.notes.remark')}
                aria-label={t('standardImport.notes.remark')}
                data-testid="import-remark"
                onChange={({ target }) => accept([current], target.value)}
              />
              {isAccepted(current) ? (
                <Button size="small" data-testid="import-withdraw" onClick={() => withdraw(current)}>
                  {t('standardImport.notes.withdraw')}
                </Button>
              ) : (
                <Button size="small" data-testid="import-accept" onClick={() => accept([current], '')}>
                  {t('standardImport.notes.accept')}
                </Button>
              )}
            </div>
            <p className="import-keys">{t('standardImport.notes.keys')}</p>
          </footer>
        )}
      </section>
      <BookView
        sheets={book.sheets}
        ignored={ignored}
        cells={cells}
        sheet={sheet}
        onSheet={setSheet}
        current={place}
        onCurrent={(next) => {
          setPlace(next)
          const index = places.findIndex(
            (one) => one !== null && one.sheet === next.sheet && keyOf(one) === keyOf(next),
          )
          if (index >= 0) setAt(index)
        }}
        markOf={(row, column) => marks.get(keyOf({ row, column })) ?? null}
      />
    </div>
  )
}
