import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { AttachedEvidence } from '../../../../shared/domain/evidence/evidence'
import type { Item } from '../../../../shared/domain/rubric/rubric'
import { whereOf } from './sort-out'

/** '第2条 · 中原路'; empty where a piece is of the item as a whole. */
export type WhereWords = (
  item: Pick<Item, 'clauses'>,
  of: Pick<AttachedEvidence, 'clause' | 'place'>,
) => string

export function useWhereWords(): WhereWords {
  const { t } = useTranslation()
  return useCallback(
    (item, of) => {
      const { no, place } = whereOf(item, of)
      return [no === null ? '' : t('evidence.clause', { no }), place].filter((one) => one !== '').join(' · ')
    },
    [t],
  )
}
