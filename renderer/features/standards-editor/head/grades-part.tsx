import { useTranslation } from 'react-i18next'
import type { Points } from '../../../../shared/domain/points'
import type { Grade } from '../../../../shared/domain/rubric/rubric'
import { NumberField } from '../../../components/clause-editor/fields/number-field'
import { Rows } from '../../../components/clause-editor/fields/rows'
import { TextPart } from '../../../components/clause-editor/forms/parts'

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
          <NumberField
            label={t('editor.gradeFrom')}
            span={6}
            value={row.from}
            suffix={t('common.points')}
            onChange={(from) => change({ ...row, from })}
          />
        </>
      )}
    </Rows>
  )
}
