import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { shiftDay, weekday } from '../../i18n/dates'
import { useSettings } from '../../i18n/settings'

export interface DayFieldProps {
  /** YYYY-MM-DD, or whatever is being typed. */
  readonly value: string
  readonly hasProblem: boolean
  readonly onChange: (day: string) => void
}

/** A day as digits, with its weekday beside it; arrow keys and buttons move by a day. */
export function DayField({ value, hasProblem, onChange }: DayFieldProps) {
  const { t } = useTranslation()
  const { language } = useSettings()
  const step = (event: KeyboardEvent) => {
    const days = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0
    if (days === 0) return
    event.preventDefault()
    onChange(shiftDay(value, days))
  }
  return (
    <div className="new-round-day">
      <Button
        icon={<LeftOutlined />}
        aria-label={t('newRound.dayBefore')}
        onClick={() => onChange(shiftDay(value, -1))}
      />
      <Input
        className="new-round-day__digits"
        value={value}
        inputMode="numeric"
        maxLength={10}
        status={hasProblem ? 'error' : ''}
        aria-label={t('newRound.date')}
        data-testid="new-round-date"
        onChange={({ target }) => onChange(target.value.normalize('NFKC').trim())}
        onKeyDown={step}
      />
      <Button
        icon={<RightOutlined />}
        aria-label={t('newRound.dayAfter')}
        onClick={() => onChange(shiftDay(value, 1))}
      />
      <span className="new-round-day__weekday">{weekday(value, language)}</span>
    </div>
  )
}
