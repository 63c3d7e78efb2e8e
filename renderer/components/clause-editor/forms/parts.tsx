import { AutoComplete, Input, Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { formatMilli, type Milli, type Points } from '../../../../shared/domain/points'
import type { Measure } from '../../../../shared/domain/rubric/clause'
import type { Shortfall } from '../../../../shared/domain/rubric/clause-in-context'
import type { Item } from '../../../../shared/domain/rubric/rubric'
import { Field, FieldGroup } from '../fields/field'
import { NumberField } from '../fields/number-field'

const UNITS = [
  '处',
  '项',
  '次',
  '人次',
  '个',
  '人',
  '起',
  '件',
  '座',
  '条',
  '天',
  '户',
  '平方米',
  '小时',
  '%',
]

type Span = 2 | 3 | 4 | 5 | 6 | 8 | 12

interface TextPartProps {
  readonly label: string
  readonly value: string
  readonly span?: Span
  readonly placeholder?: string
  readonly most?: number
  readonly onChange: (value: string) => void
}

/** A short text. */
export function TextPart({ label, value, span = 4, placeholder, most = 200, onChange }: TextPartProps) {
  return (
    <Field label={label} span={span}>
      <Input
        value={value}
        maxLength={most}
        placeholder={placeholder}
        status={value.trim() === '' ? 'warning' : ''}
        onChange={({ target }) => onChange(target.value)}
      />
    </Field>
  )
}

/** 处, 次, 天 …: typed, or taken from the usual ones. */
export function UnitPart({ label, value, span = 3, onChange }: TextPartProps) {
  return (
    <Field label={label} span={span}>
      <AutoComplete
        value={value}
        maxLength={20}
        aria-label={label}
        options={UNITS.map((unit) => ({ value: unit }))}
        onChange={(unit: string) => onChange(unit)}
      />
    </Field>
  )
}

/** Points that have to be said. */
export function PointsPart<N extends number>({
  label,
  value,
  span = 3,
  testId,
  onChange,
}: {
  readonly label: string
  readonly value: N
  readonly span?: Span
  readonly testId?: string
  readonly onChange: (value: N) => void
}) {
  const { t } = useTranslation()
  return (
    <NumberField
      label={label}
      span={span}
      value={value}
      suffix={t('common.points')}
      testId={testId}
      onChange={onChange}
    />
  )
}

/** A cap that may be absent: the item's points hold then. */
export function CapPart({
  value,
  item,
  label,
  onChange,
}: {
  readonly value: Points | undefined
  readonly item: Item
  readonly label?: string
  readonly onChange: (value: Points | undefined) => void
}) {
  const { t } = useTranslation()
  const name = label ?? t('editor.part.cap')
  return (
    <NumberField
      label={name}
      span={3}
      value={value}
      suffix={t('common.points')}
      placeholder={
        item.kind === 'normal' ? t('editor.part.capItem', { points: formatMilli(item.points) }) : ''
      }
      testId="editor-cap"
      onChange={onChange}
      onClear={() => onChange(undefined)}
    />
  )
}

/** What is measured, and in what. */
export function MeasureParts({
  measure,
  onChange,
}: {
  readonly measure: Measure
  readonly onChange: (measure: Measure) => void
}) {
  const { t } = useTranslation()
  return (
    <>
      <TextPart
        label={t('editor.part.measure')}
        value={measure.label}
        span={5}
        placeholder={t('editor.part.measureExample')}
        onChange={(label) => onChange({ ...measure, label })}
      />
      <UnitPart
        label={t('editor.part.unit')}
        value={measure.unit}
        onChange={(unit) => onChange({ ...measure, unit })}
      />
    </>
  )
}

/** How falling short (or going over) costs, step by step. */
export function ShortfallParts<S extends Shortfall>({
  rule,
  unit,
  hasDirection = true,
  onChange,
}: {
  readonly rule: S
  readonly unit: string
  readonly hasDirection?: boolean
  readonly onChange: (change: Partial<Shortfall>) => void
}) {
  const { t } = useTranslation()
  return (
    <>
      {hasDirection && (
        <FieldGroup label={t('editor.part.direction')} span={5}>
          <Segmented<Shortfall['direction']>
            value={rule.direction}
            onChange={(direction) => onChange({ direction })}
            options={[
              { value: 'below', label: t('editor.part.below') },
              { value: 'above', label: t('editor.part.above') },
            ]}
          />
        </FieldGroup>
      )}
      <NumberField<Milli>
        label={t('editor.part.per')}
        span={3}
        value={rule.per}
        suffix={unit}
        onChange={(per) => onChange({ per })}
      />
      <PointsPart
        label={t('editor.part.rate')}
        value={rule.pointsPerUnit}
        onChange={(pointsPerUnit) => onChange({ pointsPerUnit })}
      />
      <FieldGroup label={t('standards.fact.partial')} span={6}>
        <Segmented<Shortfall['partial']>
          value={rule.partial}
          onChange={(partial) => onChange({ partial })}
          options={(['exact', 'whole-steps', 'started-steps'] as const).map((value) => ({
            value,
            label: t(`standards.fact.partials.${value}`),
          }))}
        />
      </FieldGroup>
    </>
  )
}
