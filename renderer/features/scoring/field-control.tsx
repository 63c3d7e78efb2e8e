import { useTranslation } from 'react-i18next'
import { formatMilli, type Milli, type Points } from '../../../shared/domain/points'
import type { Judgement, Linear, Proportional, Threshold, Tier } from '../../../shared/domain/rubric/clause'
import { DecimalField, isMeasurable } from './decimal-field'
import type { ControlProps } from './form-control'

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
      isValid={isMeasurable}
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
