import { Button, Checkbox, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Milli } from '../../../../shared/domain/points'
import type { Tier } from '../../../../shared/domain/rubric/clause'
import { newId } from '../../new-id'
import { Field, FieldGroup } from '../fields/field'
import { NumberInput } from '../fields/number-field'
import { OutcomeField } from '../fields/outcome-field'
import { Rows } from '../fields/rows'
import { MeasureParts, TextPart } from './parts'
import type { RuleEditorProps } from './rule-editor'
import { withMeetingBounds } from './tier-bounds'

type Row = Tier['tiers'][number]

/** 90%以上得1分，80%–90%得0.5分; or steps that have names only. */
export function TierEditor({ rule, onChange }: RuleEditorProps<'tier'>) {
  const { t } = useTranslation()
  const { measure, tiers } = rule
  const setMeasured = (isMeasured: boolean) =>
    onChange(
      isMeasured
        ? { ...rule, measure: { label: '', unit: '%' } }
        : {
            ...rule,
            measure: undefined,
            tiers: tiers.map(({ id, label, outcome }) => ({ id, label, outcome })),
          },
    )
  return (
    <>
      <FieldGroup label={t('editor.part.bounds')} span={4}>
        <Checkbox checked={measure !== undefined} onChange={({ target }) => setMeasured(target.checked)}>
          {t('editor.part.measured')}
        </Checkbox>
      </FieldGroup>
      {measure !== undefined && (
        <MeasureParts measure={measure} onChange={(next) => onChange({ ...rule, measure: next })} />
      )}
      <Rows
        label={t('editor.part.tiers')}
        rows={tiers}
        most={50}
        make={(): Row => ({ id: newId(), label: `${tiers.length + 1}`, outcome: { effect: 'zero' } })}
        onChange={(next) => onChange({ ...rule, tiers: next })}
      >
        {(row, change) => (
          <>
            <TextPart
              label={t('editor.part.label')}
              span={measure === undefined ? 6 : 2}
              value={row.label}
              onChange={(label) => change({ ...row, label })}
            />
            {measure !== undefined && (
              <>
                <BoundPart
                  label={t('editor.part.from')}
                  unit={measure.unit}
                  value={row.min}
                  signs={['≥', '>']}
                  isSecond={row.isMinOpen === true}
                  onChange={(min, isOpen) =>
                    change({ ...row, min, isMinOpen: min !== undefined && isOpen ? true : undefined })
                  }
                />
                <BoundPart
                  label={t('editor.part.to')}
                  unit={measure.unit}
                  value={row.max}
                  signs={['<', '≤']}
                  isSecond={row.isMaxClosed === true}
                  onChange={(max, isClosed) =>
                    change({ ...row, max, isMaxClosed: max !== undefined && isClosed ? true : undefined })
                  }
                />
              </>
            )}
            <OutcomeField
              span={measure === undefined ? 6 : 4}
              outcome={row.outcome}
              onChange={(outcome) => change({ ...row, outcome })}
            />
          </>
        )}
      </Rows>
      {measure !== undefined && tiers.length > 1 && (
        <div className="editor-field editor-field--12">
          <Button
            className="editor-meet"
            size="small"
            onClick={() => onChange({ ...rule, tiers: withMeetingBounds(tiers) })}
          >
            {t('editor.part.meet')}
          </Button>
        </div>
      )}
    </>
  )
}

interface BoundPartProps {
  readonly label: string
  readonly unit: string
  readonly value: Milli | undefined
  readonly signs: readonly [string, string]
  readonly isSecond: boolean
  readonly onChange: (value: Milli | undefined, isSecond: boolean) => void
}

/** A bound with its sign; empty where there is none. */
function BoundPart({ label, unit, value, signs, isSecond, onChange }: BoundPartProps) {
  return (
    <Field label={label} span={3}>
      <span className="editor-bound">
        <Select
          value={isSecond ? 1 : 0}
          aria-label={label}
          options={signs.map((sign, index) => ({ value: index, label: sign }))}
          onChange={(at) => onChange(value, at === 1)}
        />
        <NumberInput
          label={label}
          isSigned
          value={value}
          placeholder="—"
          suffix={unit}
          onChange={(next) => onChange(next, isSecond)}
          onClear={() => onChange(undefined, isSecond)}
        />
      </span>
    </Field>
  )
}
