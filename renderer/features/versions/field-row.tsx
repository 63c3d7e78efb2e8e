import { useTranslation } from 'react-i18next'
import type { FieldChange, FieldName, FieldValue, Said } from '../../../shared/domain/versions/field'
import { type TextSpan, textSpans } from '../../../shared/domain/versions/text-spans'
import { fieldTitle, writeValue } from '../../../shared/domain/versions/write-field'
import { useWords } from './use-words'

export interface FieldRowProps {
  readonly change: FieldChange
  /** Of a clause that is new or gone: the other side needs no word. */
  readonly isOneSided?: boolean
}

/** One thing that changed: what, as it was, as it is. What is gone is struck out, what is new underlined. */
export function FieldRow({ change, isOneSided = false }: FieldRowProps) {
  const words = useWords()
  const { before, after } = change
  const spans = PLAIN.has(change.name) ? null : spansOf(before?.value, after?.value)
  return (
    <div className="versions-field">
      <dt className="versions-field__name">{fieldTitle(change, words)}</dt>
      <dd className="versions-field__before">
        {spans === null ? (
          <Value said={before} isSilent={isOneSided} />
        ) : (
          <Spans spans={spans} without="added" />
        )}
      </dd>
      <dd className="versions-field__after">
        {spans === null ? (
          <Value said={after} isSilent={isOneSided} />
        ) : (
          <Spans spans={spans} without="gone" />
        )}
      </dd>
    </div>
  )
}

/** Read as a whole: a figure that is marked digit by digit says less. */
const PLAIN: ReadonlySet<FieldName> = new Set(['version', 'standard-id', 'code', 'unit', 'imposed-grade'])

function spansOf(before: FieldValue | undefined, after: FieldValue | undefined): readonly TextSpan[] | null {
  return before?.kind === 'text' && after?.kind === 'text' ? textSpans(before.text, after.text) : null
}

function Value({ said, isSilent }: { readonly said: Said | null; readonly isSilent: boolean }) {
  const { t } = useTranslation()
  const words = useWords()
  if (said === null && isSilent) return null
  if (said === null) return <span className="versions__quiet">{t('versions.notThere')}</span>
  return <>{writeValue(said.value, words)}</>
}

function Spans({
  spans,
  without,
}: {
  readonly spans: readonly TextSpan[]
  readonly without: 'gone' | 'added'
}) {
  const { t } = useTranslation()
  const shown = spans.filter(({ kind }) => kind !== without)
  if (shown.length === 0) return <span className="versions__quiet">{t('versions.notThere')}</span>
  return (
    <span className="versions-field__text">
      {shown.map(({ kind, text }, at) => {
        // biome-ignore lint/suspicious/noArrayIndexKey: the spans of two texts never move
        if (kind === 'same') return <span key={at}>{text}</span>
        // biome-ignore lint/suspicious/noArrayIndexKey: the spans of two texts never move
        return kind === 'gone' ? <del key={at}>{text}</del> : <ins key={at}>{text}</ins>
      })}
    </span>
  )
}
