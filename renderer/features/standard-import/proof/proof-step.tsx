import { CheckCircleFilled, CloseCircleFilled, WarningFilled } from '@ant-design/icons'
import { Button, Input } from 'antd'
import { type ReactNode, useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { formatMilli } from '../../../../shared/domain/points'
import { proveDraft } from '../../../../shared/domain/rubric/edit/blanks'
import type { RubricDraft } from '../../../../shared/ipc/contract'
import { Note } from '../../../components/note'
import { clauseRows, standingOf } from '../clauses/clause-rows'
import type { StepProps } from '../step-props'
import { type Head, keyOfDiagnostic } from '../work'
import { clauseAt } from './clause-at'
import { errorWords, placeWords } from './error-words'
import { useStandard } from './use-standard'

export interface ProofStepProps extends StepProps {
  readonly onMade: (draft: RubricDraft) => void
  /** Shows a clause where it can be changed. */
  readonly onClause: (key: string) => void
}

/** What was read against what the sheet says of itself, and what the standard's own proof says. */
export function ProofStep({ book, reading, work, onChange, onMade, onClause }: ProofStepProps) {
  const { t } = useTranslation()
  const { rubric, head, isSaving, failed, save } = useStandard(book, reading, work, onMade)
  const now = useRef(save)
  now.current = save
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void now.current()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
  const { counts, total } = reading
  const found = useMemo(() => proveDraft(rubric), [rubric])
  const errors = found.filter(({ level }) => level === 'error')
  const rows = useMemo(() => clauseRows(reading), [reading])
  const standing = { confirmed: 0, changed: 0, person: 0, open: 0 }
  for (const row of rows) standing[standingOf(row, work.clauses)] += 1
  const accepted = reading.diagnostics.filter(
    (one) => one.level === 'problem' && keyOfDiagnostic(one) in work.accepted,
  ).length
  const put = (change: Partial<Head>) => onChange({ head: { ...head, ...change } })
  const field = (name: keyof Head, most: number) => (
    // biome-ignore lint/a11y/noLabelWithoutControl: the field is inside
    <label className="import-head__field">
      <span>{t(`standardImport.head.${name}`)}</span>
      <Input
        value={head[name]}
        maxLength={most}
        data-testid={`import-head-${name}`}
        onChange={({ target }) => put({ [name]: target.value })}
      />
    </label>
  )
  return (
    <div className="import-proof" data-testid="import-proof">
      <div className="import-proof__inner">
        <section className="import-proof__part">
          <dl className="import-figures">
            <Figure
              name={t('standardImport.proof.categories')}
              value={String(counts.categories)}
              testId="categories"
            />
            <Figure name={t('standardImport.proof.items')} value={String(counts.items)} testId="items" />
            <Figure
              name={t('standardImport.proof.points')}
              value={formatMilli(counts.sum)}
              testId="points"
              agrees={total.declared === null ? null : total.declared === total.sum}
              beside={
                total.declared === null
                  ? t('standardImport.proof.notDeclared')
                  : t('standardImport.proof.declared', { points: formatMilli(total.declared) })
              }
            />
            <Figure
              name={t('standardImport.proof.clauses')}
              value={String(counts.clauses)}
              testId="clauses"
            />
          </dl>
          <table className="import-sums">
            <thead>
              <tr>
                <th scope="col">{t('standardImport.proof.category')}</th>
                <th scope="col">{t('standardImport.proof.items')}</th>
                <th scope="col">{t('standardImport.proof.sum')}</th>
                <th scope="col">{t('standardImport.proof.onSheet')}</th>
                <th scope="col" aria-label={t('standardImport.proof.agrees')} />
              </tr>
            </thead>
            <tbody>
              {reading.categories.map(({ title, name, items, sum, points, sheet, row }) => (
                <tr key={`${sheet}!${row}|${title}`}>
                  <th scope="row">{name}</th>
                  <td>{items}</td>
                  <td>{formatMilli(sum)}</td>
                  <td>{points === null ? '—' : formatMilli(points)}</td>
                  <td>{points !== null && <Agrees isSo={points === sum} />}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
        <section className="import-proof__part">
          <h2 className="import-part__title">{t('standardImport.proof.name')}</h2>
          <ul className="import-proof__lines">
            <Line kind={standing.open > 0 ? 'warn' : 'ok'} testId="standing">
              {t('standardImport.proof.standing', standing)}
            </Line>
            <Line kind={counts.problems > accepted ? 'warn' : 'ok'} testId="problems">
              {counts.problems === 0
                ? t('standardImport.proof.noProblems')
                : t('standardImport.proof.problems', {
                    all: counts.problems,
                    open: counts.problems - accepted,
                  })}
            </Line>
            <Line kind={errors.length > 0 ? 'danger' : 'ok'} testId="errors">
              {errors.length > 0
                ? t('standardImport.proof.errors', { count: errors.length })
                : t('standardImport.proof.proved')}
              {found.length > errors.length &&
                ` ${t('standardImport.proof.advice', { count: found.length - errors.length })}`}
            </Line>
          </ul>
          {errors.length > 0 && (
            <ul className="import-proof__errors">
              {errors.slice(0, 50).map((error) => {
                const { code, place, detail } = error
                const clause = clauseAt(reading, rubric, place)
                return (
                  <li key={`${code}|${place}|${detail}`}>
                    <strong>{placeWords(place, t)}</strong> {errorWords(error, rubric, t)}
                    {clause !== null && (
                      <Button
                        type="link"
                        size="small"
                        data-testid="import-proof-go"
                        onClick={() => onClause(clause)}
                      >
                        {t('standardImport.proof.go')}
                      </Button>
                    )}
                  </li>
                )
              })}
            </ul>
          )}
          <div className="import-head">
            {field('title', 200)}
            {field('version', 40)}
            {field('source', 400)}
          </div>
          {failed !== null && (
            <Note kind="danger" testId="import-save-failed">
              {t(`failure.${failed}`, { detail: '' })}
            </Note>
          )}
          <div className="import-proof__acts">
            <Button
              type="primary"
              size="large"
              loading={isSaving}
              data-testid="import-save"
              onClick={() => void save()}
            >
              {t('standardImport.proof.save')}
            </Button>
            <span className="import-proof__hint">{t('standardImport.proof.saveHint')}</span>
          </div>
        </section>
      </div>
    </div>
  )
}

interface FigureProps {
  readonly name: string
  readonly value: string
  readonly testId: string
  readonly beside?: string
  readonly agrees?: boolean | null
}

function Figure({ name, value, testId, beside, agrees = null }: FigureProps) {
  return (
    <div className="import-figure">
      <dt>{name}</dt>
      <dd data-testid={`import-proof-${testId}`}>{value}</dd>
      {beside !== undefined && (
        <dd className="import-figure__beside">
          {agrees !== null && <Agrees isSo={agrees} />} {beside}
        </dd>
      )}
    </div>
  )
}

function Agrees({ isSo }: { readonly isSo: boolean }) {
  const { t } = useTranslation()
  return isSo ? (
    <CheckCircleFilled className="import-ok" aria-label={t('standardImport.proof.agrees')} />
  ) : (
    <CloseCircleFilled className="import-danger" aria-label={t('standardImport.proof.differs')} />
  )
}

interface LineProps {
  readonly kind: 'ok' | 'warn' | 'danger'
  readonly testId: string
  readonly children: ReactNode
}

function Line({ kind, testId, children }: LineProps) {
  return (
    <li className="import-proof__line" data-testid={`import-proof-${testId}`}>
      {kind === 'ok' && <CheckCircleFilled className="import-ok" aria-hidden />}
      {kind === 'warn' && <WarningFilled className="import-warn" aria-hidden />}
      {kind === 'danger' && <CloseCircleFilled className="import-danger" aria-hidden />}
      <span>{children}</span>
    </li>
  )
}
