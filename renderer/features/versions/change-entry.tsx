import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { formatMilli } from '../../../shared/domain/points'
import type { Item } from '../../../shared/domain/rubric/rubric'
import type { ClauseChange, NodeChange, Standing } from '../../../shared/domain/versions/node-change'
import { FieldRow } from './field-row'
import { useWords } from './use-words'

interface Props {
  readonly change: NodeChange
  /** The item itself where it is new or gone: it is shown with its wording. */
  readonly item: Item | undefined
  readonly no: number
  readonly isCurrent: boolean
  readonly onFocus: (no: number) => void
}

/** One category, group or item that is not as it was. */
export const ChangeEntry = memo(function ChangeEntry({ change, item, no, isCurrent, onFocus }: Props) {
  const words = useWords()
  const { before, after, kinds, fields, clauses, level } = change
  const name = after ?? before
  return (
    <li
      className="versions-change"
      data-no={no}
      data-testid="versions-change"
      tabIndex={isCurrent ? 0 : -1}
      aria-current={isCurrent ? 'true' : undefined}
      onFocus={() => onFocus(no)}
    >
      <header className="versions-change__head">
        <h3 className="versions-change__title">
          <span className="versions__code">{name?.code}</span> {name?.title}
        </h3>
        <span className="versions-change__level">{words.levels[level]}</span>
        {kinds.map((kind) => (
          <span key={kind} className={`versions-tag versions-tag--${kind}`}>
            {words.kinds[kind]}
          </span>
        ))}
      </header>
      {kinds.includes('moved') && <Move before={before} after={after} />}
      {fields.length > 0 && (
        <dl className="versions-fields">
          {fields.map((field) => (
            <FieldRow key={`${field.kinds?.join()} ${field.name} ${field.id}`} change={field} />
          ))}
        </dl>
      )}
      {clauses.map((clause) => (
        <Clause key={clause.id} clause={clause} />
      ))}
      {(before === null || after === null) && (
        <Whole standing={name} item={item} side={after === null ? 'gone' : 'added'} />
      )}
    </li>
  )
})

function Move({ before, after }: { readonly before: Standing | null; readonly after: Standing | null }) {
  const { t } = useTranslation()
  const place = (standing: Standing | null) =>
    standing?.parent == null ? '' : `${standing.parent.code} ${standing.parent.title}`
  if (before?.parent?.id === after?.parent?.id)
    return <p className="versions-change__move">{t('versions.order')}</p>
  return (
    <p className="versions-change__move">
      {t('versions.movedFrom')} <b>{place(before)}</b> {t('versions.movedTo')} <b>{place(after)}</b>
    </p>
  )
}

function Clause({ clause }: { readonly clause: ClauseChange }) {
  const words = useWords()
  const fields = clause.fields.filter(({ name }) => clause.change === 'changed' || name !== 'text')
  return (
    <section className={`versions-clause versions-clause--${clause.change}`}>
      <h4 className="versions-clause__words">
        <span className="versions__label">{words.clause[clause.change]}</span> {clause.after ?? clause.before}
      </h4>
      <dl className="versions-fields">
        {fields.map((field) => (
          <FieldRow
            key={`${field.kinds?.join()} ${field.name} ${field.id}`}
            change={field}
            isOneSided={clause.change !== 'changed'}
          />
        ))}
      </dl>
    </section>
  )
}

/** A node that only one version has: its own words, on its side. */
function Whole({
  standing,
  item,
  side,
}: {
  readonly standing: Standing | null
  readonly item: Item | undefined
  readonly side: 'gone' | 'added'
}) {
  const { t } = useTranslation()
  if (standing === null) return null
  return (
    <div className={`versions-whole versions-whole--${side}`}>
      <p>
        <b>{t('versions.points', { points: formatMilli(standing.points) })}</b>
        {standing.parent !== null && (
          <span className="versions__quiet">
            {' '}
            · {standing.parent.code} {standing.parent.title}
          </span>
        )}
      </p>
      {item !== undefined && (
        <>
          <p>{item.content}</p>
          <p>{item.rule}</p>
        </>
      )}
    </div>
  )
}
