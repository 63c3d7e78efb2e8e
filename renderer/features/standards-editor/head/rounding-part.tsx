import { Checkbox, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Rounding, RoundingMode } from '../../../../shared/domain/points'
import type { Rubric } from '../../../../shared/domain/rubric/rubric'
import { Field } from '../../../components/clause-editor/fields/field'
import { NumberField } from '../../../components/clause-editor/fields/number-field'

type Levels = Rubric['rounding']

const MODES = ['half-up', 'half-even', 'truncate'] as const satisfies readonly RoundingMode[]
const LEVELS = ['item', 'group', 'category', 'total'] as const satisfies readonly (keyof Levels)[]

export interface RoundingPartProps {
  readonly rounding: Levels
  readonly onChange: (rounding: Levels) => void
}

/** How each level rounds, and to what. A group rounds as items do unless it says otherwise. */
export function RoundingPart({ rounding, onChange }: RoundingPartProps) {
  const { t } = useTranslation()
  return (
    <div className="editor-rounding">
      {LEVELS.map((level) => {
        const one = rounding[level]
        return (
          <div key={level} className="editor-grid editor-rounding__level">
            <span className="editor-rounding__name">
              {level === 'group' ? (
                <Checkbox
                  checked={one !== undefined}
                  onChange={({ target }) => {
                    const { group: _group, ...rest } = rounding
                    onChange(target.checked ? { ...rest, group: rounding.item } : rest)
                  }}
                >
                  {t('editor.level.group')}
                </Checkbox>
              ) : (
                t(`editor.level.${level}`)
              )}
            </span>
            {one === undefined ? (
              <span className="editor-rounding__as">{t('editor.roundsAsItem')}</span>
            ) : (
              <LevelParts
                level={level}
                rounding={one}
                onChange={(next) => onChange({ ...rounding, [level]: next })}
              />
            )}
          </div>
        )
      })}
    </div>
  )
}

interface LevelPartsProps {
  readonly level: keyof Levels
  readonly rounding: Rounding
  readonly onChange: (rounding: Rounding) => void
}

function LevelParts({ level, rounding, onChange }: LevelPartsProps) {
  const { t } = useTranslation()
  return (
    <>
      <Field label={t('editor.mode.name')} span={4}>
        <Select
          value={rounding.mode}
          data-testid={`editor-rounding-${level}`}
          options={MODES.map((value) => ({ value, label: t(`editor.mode.${value}`) }))}
          onChange={(mode: RoundingMode) => onChange({ ...rounding, mode })}
        />
      </Field>
      <NumberField
        label={t('editor.step')}
        span={4}
        value={rounding.step}
        most={1_000_000}
        suffix={t('common.points')}
        testId={`editor-step-${level}`}
        onChange={(step) => step > 0 && onChange({ ...rounding, step })}
      />
    </>
  )
}
