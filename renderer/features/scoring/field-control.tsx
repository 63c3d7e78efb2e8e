import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { formatMilli, type Milli, type Points, parseMilli } from '../../../shared/domain/points'
import type { Judgement, Linear, Proportional, Threshold, Tier } from '../../../shared/domain/rubric/clause'
import type { ControlProps } from './clause-control'
import { useDraft } from './use-draft'

/** A measured value: a rate, days, a number. */
export function ValueControl({
  clause,
  value,
  ...rest
}: ControlProps<Threshold | Tier | Linear | Proportional>) {
  const { onChange } = rest
  return (
    <DecimalField
      {...rest}
      label={clause.measure?.label ?? ''}
      unit={clause.measure?.unit ?? ''}
      kept={value?.kind === 'value' ? formatMilli(value.value) : ''}
      isValid={(milli) => milli >= 0 && milli <= 999_999_999}
      onValue={(milli) => onChange(milli === null ? null : { kind: 'value', value: milli as Milli })}
    />
  )
}

/** Points within one of the bands; the band follows from the points. */
export function JudgementControl({ clause, value, ...rest }: ControlProps<Judgement>) {
  const { t } = useTranslation()
  const bandOf = (points: number) => clause.bands.find(({ min, max }) => points >= min && points <= max)
  const range = clause.bands
    .map(({ label, min, max }) => `${label} ${formatMilli(min)}–${formatMilli(max)}`)
    .join(' · ')
  return (
    <DecimalField
      {...rest}
      label={clause.effect === 'deduct' ? t('scoring.judgeDeduct') : t('scoring.judgeGain')}
      unit={t('common.points')}
      hint={range}
      kept={value?.kind === 'points' ? formatMilli(value.points) : ''}
      isValid={(milli) => bandOf(milli) !== undefined}
      onValue={(milli) => {
        const band = milli === null ? undefined : bandOf(milli)
        rest.onChange(
          band === undefined || milli === null
            ? null
            : { kind: 'points', bandId: band.id, points: milli as Points },
        )
      }}
    />
  )
}

interface DecimalProps extends Pick<ControlProps<Judgement>, 'isDisabled' | 'typing'> {
  readonly label: string
  readonly unit: string
  readonly hint?: string
  readonly kept: string
  readonly isValid: (milli: number) => boolean
  /** Thousandths; null takes the value away. */
  readonly onValue: (milli: number | null) => void
}

/** A decimal: written when the field is left or Enter is pressed; a wrong one stays, is marked, and is not written. */
function DecimalField({ label, unit, hint, kept, isDisabled, typing, isValid, onValue }: DecimalProps) {
  const { t } = useTranslation()
  const isWrong = (text: string) => {
    const milli = parseMilli(text)
    return text !== '' && (milli === null || !isValid(milli))
  }
  const { text, setText, ...leaving } = useDraft(kept, (typed) => {
    if (typed !== kept && !isWrong(typed)) onValue(typed === '' ? null : parseMilli(typed))
  })
  const field = useRef<HTMLInputElement>(null)
  const seen = useRef(typing?.count ?? 0)
  useEffect(() => {
    if (typing === null || typing.count === seen.current) return
    seen.current = typing.count
    setText(typing.text)
    field.current?.focus()
  }, [typing, setText])
  return (
    <div className="scoring-field">
      <label>
        <span>{label}</span>
        <input
          ref={field}
          type="text"
          className="scoring-input scoring-decimal"
          inputMode="decimal"
          aria-invalid={isWrong(text)}
          disabled={isDisabled}
          value={text}
          data-field="value"
          onChange={({ target }) => setText(target.value)}
          {...leaving}
        />
        <span>{unit}</span>
      </label>
      {hint !== undefined && <small className="scoring-bands">{hint}</small>}
      {isWrong(text) && <small role="alert">{t('scoring.wrongValue')}</small>}
    </div>
  )
}
