import { useTranslation } from 'react-i18next'
import type { Points } from '../../../../shared/domain/points'
import type { Grade } from '../../../../shared/domain/rubric/rubric'
import { Field } from '../fields/field'
import { NumberInput } from '../fields/number-field'
import { Rows } from '../fields/rows'
import { TextPart } from '../forms/parts'

export interface GradesPartProps {
  readonly grades: readonly Grade[]
  readonly onChange: (grades: readonly Grade[]) => void
}

/** Grades from the best down, each with the lowest score that earns it. */
export function GradesPart({ grades, onChange }: GradesPartProps) {
  const { t } = useTranslation()
  return (
    <Rows
      label={t('editor.gradesHint')}
      rows={grades}
      testId="editor-grades"
      make={() => ({ name: '', from: 0 as Points })}
      onChange={onChange}
    >
      {(row, change) => (
        <>
          <TextPart
            label={t('editor.part.grade')}
            span={6}
            most={20}
            value={row.name}
            onChange={(name) => change({ ...row, name })}
          />
          <Field label={t('editor.gradeFrom')} span={6}>
            <NumberInput
              label={t('editor.gradeFrom')}
              value={row.from}
              suffix={t('common.points')}
              onChange={(from) => change({ ...row, from })}
            />
          </Field>
        </>
      )}
    </Rows>
  )
}
