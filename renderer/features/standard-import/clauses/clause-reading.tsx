import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatMilli } from '../../../../shared/domain/points'
import type { Rule } from '../../../../shared/domain/rubric/clause'
import { clauseFacts } from '../../../components/clause-facts'
import type { ClauseRow, Standing } from './clause-rows'
import { shownClauses } from './proposed'
import { ruleMarks } from './rule-marks'

export interface ClauseReadingProps {
  readonly row: ClauseRow
  readonly standing: Standing
  /** What a person gave it instead of its reading. */
  readonly rule: Rule | null
  /** Stands in the place of the reading while it is being changed. */
  readonly change: ReactNode
  readonly acts: ReactNode
}

/** The printed words with what was read from them marked, and the reading itself. */
export function ClauseReading({ row, standing, rule, change, acts }: ClauseReadingProps) {
  const { t } = useTranslation()
  const { item, clause } = row
  const shown = shownClauses(row, rule)
  const form = shown?.[0]?.form ?? clause.form
  return (
    <section
      className="import-reading"
      aria-label={t('standardImport.clauses.reading')}
      data-testid="import-reading"
    >
      <header className="import-reading__head">
        <h2 className="import-reading__title">
          {item.number !== null && <span className="standards__code">{item.number} </span>}
          {item.name ?? item.title ?? item.content}
        </h2>
        <span className="import-reading__points">
          {item.points === null
            ? t(`standards.kind.${item.kind}`)
            : t('standards.fact.points', { points: formatMilli(item.points) })}
        </span>
      </header>
      <p className="import-reading__path">{item.path.join(' › ')}</p>
      {item.content !== (item.name ?? item.title) && (
        <>
          <h3 className="import-reading__label">{t('standards.content')}</h3>
          <p className="import-reading__content">{item.content}</p>
        </>
      )}
      <h3 className="import-reading__label">{t('standards.rule')}</h3>
      <p className="import-rule" data-testid="import-rule">
        {ruleMarks(item.rule, clause).map(({ text, isClause, of }, index) => (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: the stretches of a text never move
            key={index}
            className={`import-rule__part${isClause ? ' import-rule__part--clause' : ''}${of === null ? '' : ' import-rule__part--read'}`}
            data-label={of === null ? undefined : t(`standardImport.evidence.${of}`)}
          >
            {text}
          </span>
        ))}
      </p>
      <h3 className="import-reading__label">{t('standards.structure')}</h3>
      {change ?? (
        <div
          className={`import-read import-read--${standing}`}
          data-form={form}
          data-testid="import-read-form"
        >
          <div className="import-read__head">
            <strong>
              {form === 'unparsed' ? t('standardImport.unparsed') : t(`standards.form.${form}`)}
            </strong>
            <span className="import-read__standing">{t(`standardImport.standing.${standing}`)}</span>
            <span className="import-read__sure">
              {t('standardImport.clauses.confidence')} {Math.round(clause.confidence * 100)}
            </span>
          </div>
          {shown === null && (
            <p className="import-read__none">
              {t(`standardImport.clauses.${clause.form === 'unparsed' ? 'unparsed' : 'notHeld'}`)}
            </p>
          )}
          {shown?.map((one) => (
            <dl key={one.id} className="import-read__facts">
              {clauseFacts(one, t).map(({ name, value }) => (
                <div key={`${name}|${value}`}>
                  <dt>{name}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
          ))}
          {standing === 'person' && shown !== null && (
            <p className="import-read__none">{t('standardImport.clauses.forPerson')}</p>
          )}
        </div>
      )}
      {(item.caps ?? []).map(({ points, clauses }) => (
        <p key={clauses.join()} className="import-reading__cap">
          {t('standards.sharedCapOf', {
            clauses: clauses.map((one) => one + 1).join('、'),
            points: formatMilli(points),
          })}
        </p>
      ))}
      {change === null && <div className="import-reading__acts">{acts}</div>}
    </section>
  )
}
