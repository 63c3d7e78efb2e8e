import { Button, Segmented, Select } from 'antd'
import { type KeyboardEvent, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Verdict } from '../../../../shared/spreadsheet/standard/decision'
import type { ReadClause } from '../../../../shared/spreadsheet/wording/read-clause'
import { ProgressLine } from '../../../components/progress-line'
import { VirtualList } from '../list/virtual-list'
import { NO_NAMES, standardFrom } from '../proof/standard-from'
import type { StepProps } from '../step-props'
import { NO_WORK } from '../work'
import { ClauseChange } from './clause-change'
import { ClauseReading } from './clause-reading'
import {
  alike,
  type ClauseRow,
  clauseRows,
  type Filter,
  isDoubtful,
  type Standing,
  standingOf,
} from './clause-rows'
import { formName } from './form-name'

type Form = ReadClause['form']

export interface ClausesStepProps extends StepProps {
  /** The clause that was asked for, by its key; null: the least sure one. */
  readonly first: string | null
}

/** Every clause as it was read, the least sure first: confirmed one by one or by pattern, or left for a person. */
export function ClausesStep({ book, reading, work, first, onChange }: ClausesStepProps) {
  const { t } = useTranslation()
  const all = useMemo(() => clauseRows(reading), [reading])
  const doubtful = useMemo(() => all.filter(isDoubtful), [all])
  const [filter, setFilter] = useState<Filter>(first === null && doubtful.length > 0 ? 'doubtful' : 'all')
  const [form, setForm] = useState<Form | 'any'>('any')
  const [chosen, setChosen] = useState(first ?? '')
  const [changing, setChanging] = useState<string | null>(null)
  const isDecided = (row: ClauseRow) => work.clauses[row.key] !== undefined
  // A line that was decided stays where it is until another filter is chosen: nothing jumps under the hands.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is decided now does not filter now
  const rows = useMemo(() => {
    const of =
      filter === 'doubtful' ? doubtful : filter === 'open' ? all.filter((row) => !isDecided(row)) : all
    return form === 'any' ? of : of.filter(({ clause }) => clause.form === form)
  }, [all, doubtful, filter, form])
  const at = Math.max(
    0,
    rows.findIndex(({ key }) => key === chosen),
  )
  const row = rows[at]
  const same = useMemo(() => (row === undefined ? [] : alike(all, row)), [all, row])
  const done = all.filter(isDecided).length

  const decide = (decided: readonly ClauseRow[], verdict: Verdict) => {
    const next = { ...work.clauses }
    const at = new Date().toISOString()
    for (const one of decided) next[one.key] = { ...verdict, at }
    onChange({ clauses: next })
  }
  const goOn = (after: Readonly<Record<string, unknown>> = {}) => {
    const next = rows.slice(at + 1).find((one) => !isDecided(one) && !(one.key in after)) ?? rows[at + 1]
    if (next !== undefined) setChosen(next.key)
  }
  const confirm = () => {
    if (row === undefined) return
    decide([row], { decision: row.clause.form === 'unparsed' ? 'for-person' : 'confirm' })
    goOn()
  }
  const confirmAlike = () => {
    if (row === undefined || same.length === 0) return
    decide(same, { decision: 'confirm' })
    goOn(Object.fromEntries(same.map(({ key }) => [key, true])))
  }
  const leave = () => {
    if (row === undefined) return
    decide([row], { decision: 'for-person' })
    goOn()
  }
  const change = () => setChanging(row?.key ?? null)
  const isChanging = row !== undefined && changing === row.key
  const rubric = useMemo(
    () => (isChanging ? standardFrom(book, reading, NO_WORK, NO_NAMES).rubric : null),
    [book, reading, isChanging],
  )
  const verdict = row === undefined ? undefined : work.clauses[row.key]
  const rule = verdict?.decision === 'change' ? verdict.rule : null
  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
    const act = { Enter: confirm, a: confirmAlike, e: change, p: leave }[key]
    if (act === undefined) return
    event.preventDefault()
    act()
  }
  const forms = [...new Set(all.map(({ clause }) => clause.form))]
  return (
    <div className="import-pair import-pair--even">
      <section className="import-pair__list" aria-label={t('standardImport.clauses.name')}>
        <header className="import-part">
          <h2 className="import-part__title">{t('standardImport.clauses.name')}</h2>
          <span className="import-part__counts" data-testid="import-decided">
            {t('standardImport.clauses.counts', { done, all: all.length })}
          </span>
        </header>
        <ProgressLine done={done} all={all.length} label={t('standardImport.clauses.name')} />
        <div className="import-filters">
          <Segmented<Filter>
            size="small"
            value={filter}
            data-testid="import-filter"
            options={(['doubtful', 'open', 'all'] as const).map((value) => ({
              value,
              label: t(`standardImport.clauses.filter.${value}`, {
                count: value === 'all' ? all.length : value === 'open' ? all.length - done : doubtful.length,
              }),
            }))}
            onChange={setFilter}
          />
          <Select<Form | 'any'>
            size="small"
            value={form}
            popupMatchSelectWidth={false}
            aria-label={t('editor.form')}
            data-testid="import-filter-form"
            options={(['any', ...forms] as const).map((value) => ({
              value,
              label:
                value === 'any'
                  ? t('standardImport.clauses.anyForm')
                  : `${formName(value, t)} ${all.filter(({ clause }) => clause.form === value).length}`,
            }))}
            onChange={setForm}
          />
        </div>
        <VirtualList
          label={t('standardImport.clauses.name')}
          role="listbox"
          rows={rows}
          rowHeight={3.25}
          current={rows.length === 0 ? -1 : at}
          onCurrent={(index) => setChosen(rows[index]?.key ?? '')}
          onKey={onKey}
          keyOf={({ key }) => key}
          classOf={(one) => `import-clause import-clause--${standingOf(one, work.clauses)}`}
          testId="import-clauses"
          isFocused={!isChanging}
          render={(one) => <ClauseLine row={one} standing={standingOf(one, work.clauses)} />}
        />
        {rows.length === 0 && <p className="import-nothing">{t('standardImport.clauses.noneLeft')}</p>}
        <p className="import-keys">{t('standardImport.clauses.keys')}</p>
      </section>
      {row !== undefined && (
        <ClauseReading
          row={row}
          standing={standingOf(row, work.clauses)}
          rule={rule}
          change={
            rubric === null ? null : (
              <ClauseChange
                key={row.key}
                row={row}
                rule={rule}
                rubric={rubric}
                onPut={(put) => {
                  decide([row], { decision: 'change', rule: put })
                  setChanging(null)
                  goOn()
                }}
                onClose={() => setChanging(null)}
              />
            )
          }
          acts={
            <>
              <Button
                type="primary"
                disabled={row.clause.form === 'unparsed'}
                data-testid="import-confirm"
                onClick={confirm}
              >
                {t('standardImport.clauses.confirm')} <kbd className="import-kbd">Enter</kbd>
              </Button>
              <Button disabled={same.length < 2} data-testid="import-confirm-alike" onClick={confirmAlike}>
                {t('standardImport.clauses.confirmAlike', { count: Math.max(1, same.length) })}{' '}
                <kbd className="import-kbd">A</kbd>
              </Button>
              <Button data-testid="import-change-open" onClick={change}>
                {t('standardImport.clauses.change')} <kbd className="import-kbd">E</kbd>
              </Button>
              <Button data-testid="import-leave" onClick={leave}>
                {t('standardImport.clauses.leave')} <kbd className="import-kbd">P</kbd>
              </Button>
            </>
          }
        />
      )}
    </div>
  )
}

function ClauseLine({ row, standing }: { readonly row: ClauseRow; readonly standing: Standing }) {
  const { t } = useTranslation()
  const { item, clause } = row
  return (
    <>
      <span className="import-clause__sure" title={t('standardImport.clauses.confidence')}>
        {Math.round(clause.confidence * 100)}
      </span>
      <span className="import-clause__words">
        <span className="import-clause__text" title={clause.text}>
          {clause.text}
        </span>
        <span className="import-clause__form">
          {item.number !== null && `${item.number} · `}
          {formName(clause.form, t)}
        </span>
      </span>
      <span className="import-clause__standing">{t(`standardImport.standing.${standing}`)}</span>
    </>
  )
}
