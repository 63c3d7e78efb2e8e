import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Milli, Points } from '../../../../shared/domain/points'
import type { PassRateRule } from '../../../../shared/domain/rubric/clause-in-context'
import type { Item } from '../../../../shared/domain/rubric/rubric'
import { newId } from '../../new-id'
import { Field } from '../fields/field'
import { NumberField } from '../fields/number-field'
import { OutcomeField } from '../fields/outcome-field'
import { Rows } from '../fields/rows'
import { CapPart, MeasureParts, PointsPart, ShortfallParts, TextPart } from './parts'
import type { RuleEditorProps } from './rule-editor'

const KINDS = ['tiers', 'shortfall', 'proportional'] as const

/** 抽查合格率: what is sampled, how many at least, and what the rate does. */
export function PassRateEditor({ rule, item, onChange }: RuleEditorProps<'pass-rate'>) {
  const { t } = useTranslation()
  const { unit } = rule.measure
  return (
    <>
      <MeasureParts measure={rule.measure} onChange={(measure) => onChange({ ...rule, measure })} />
      <Field label={t('editor.part.rateRule')} span={4}>
        <Select
          value={rule.rule.kind}
          options={KINDS.map((value) => ({ value, label: t(`editor.rateRule.${value}`) }))}
          onChange={(kind) => onChange({ ...rule, rule: startOf(kind, item) })}
        />
      </Field>
      <Rows
        label={t('editor.part.samples')}
        rows={rule.samples}
        make={() => ({
          from: (rule.samples.at(-1)?.from ?? 0) + 100,
          atLeast: rule.samples.at(-1)?.atLeast ?? 1,
        })}
        onChange={(samples) => onChange({ ...rule, samples })}
      >
        {(row, change) => (
          <>
            <NumberField
              label={t('editor.part.population')}
              span={6}
              unit={1}
              value={row.from}
              suffix={unit}
              onChange={(from) => change({ ...row, from })}
            />
            <NumberField
              label={t('editor.part.atLeast')}
              span={6}
              unit={1}
              value={row.atLeast}
              suffix={unit}
              onChange={(atLeast) => change({ ...row, atLeast })}
            />
          </>
        )}
      </Rows>
      <RateRuleParts rule={rule.rule} item={item} onChange={(next) => onChange({ ...rule, rule: next })} />
    </>
  )
}

function startOf(kind: PassRateRule['kind'], item: Item): PassRateRule {
  if (kind === 'proportional') return { kind, base: item.points }
  if (kind === 'shortfall')
    return { kind, from: 90_000 as Milli, per: 1000 as Milli, pointsPerUnit: 0 as Points, partial: 'exact' }
  return {
    kind,
    tiers: [
      { id: newId(), label: '合格', min: 90_000 as Milli, outcome: { effect: 'full' } },
      { id: newId(), label: '其余', outcome: { effect: 'zero' } },
    ],
  }
}

interface RateRuleProps {
  readonly rule: PassRateRule
  readonly item: Item
  readonly onChange: (rule: PassRateRule) => void
}

function RateRuleParts({ rule, item, onChange }: RateRuleProps) {
  const { t } = useTranslation()
  switch (rule.kind) {
    case 'proportional':
      return (
        <PointsPart
          label={t('standards.fact.base')}
          value={rule.base}
          onChange={(base) => onChange({ ...rule, base })}
        />
      )
    case 'shortfall':
      return (
        <>
          <NumberField
            label={t('editor.part.standard')}
            span={3}
            value={rule.from}
            suffix="%"
            onChange={(from) => onChange({ ...rule, from })}
          />
          <ShortfallParts
            rule={{ ...rule, direction: 'below' }}
            unit="%"
            hasDirection={false}
            onChange={({ direction: _direction, ...change }) => onChange({ ...rule, ...change })}
          />
          <CapPart value={rule.cap} item={item} onChange={(cap) => onChange({ ...rule, cap })} />
        </>
      )
    case 'tiers':
      return (
        <Rows
          label={t('editor.part.rateTiers')}
          rows={rule.tiers}
          most={50}
          make={() => ({ id: newId(), label: '', outcome: { effect: 'zero' as const } })}
          onChange={(tiers) => onChange({ ...rule, tiers })}
        >
          {(row, change) => (
            <>
              <TextPart
                label={t('editor.part.label')}
                span={3}
                value={row.label}
                onChange={(label) => change({ ...row, label })}
              />
              <NumberField
                label={t('editor.part.rateFrom')}
                span={4}
                value={row.min}
                placeholder={t('standards.fact.otherwise')}
                suffix="%"
                onChange={(min) => change({ ...row, min })}
                onClear={() => change({ ...row, min: undefined })}
              />
              <OutcomeField
                span={5}
                outcome={row.outcome}
                onChange={(outcome) => change({ ...row, outcome })}
              />
            </>
          )}
        </Rows>
      )
  }
}
