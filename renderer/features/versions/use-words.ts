import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { DifferenceWords } from '../../../shared/domain/versions/difference-words'

/** The words in which a difference is said, in the screen's language. */
export function useWords(): DifferenceWords {
  const { t } = useTranslation()
  return useMemo(() => t('versions.said', { returnObjects: true }) as DifferenceWords, [t])
}
