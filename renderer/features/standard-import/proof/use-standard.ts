import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Rubric } from '../../../../shared/domain/rubric/rubric'
import type { RubricDraft } from '../../../../shared/ipc/contract'
import type { FailureCode } from '../../../../shared/ipc/result'
import type { Reading } from '../../../../shared/spreadsheet/reading/reading'
import type { Head, Work } from '../work'
import type { OpenBook } from '../worker/protocol'
import { standardFrom } from './standard-from'

/** The standard that the reading and the decisions make, and its way into the library. */
export function useStandard(
  book: OpenBook,
  reading: Reading,
  work: Work,
  onMade: (draft: RubricDraft) => void,
): {
  readonly rubric: Rubric
  readonly head: Head
  readonly isSaving: boolean
  readonly failed: FailureCode | null
  readonly save: () => Promise<void>
} {
  const { t } = useTranslation()
  const [isSaving, setSaving] = useState(false)
  const [failed, setFailed] = useState<FailureCode | null>(null)
  const [id] = useState(() => `own-${crypto.randomUUID()}`)
  const proposed = {
    title: reading.title ?? book.fileName.replace(/\.[^.]+$/, ''),
    version: '1',
    source: t('standardImport.head.from', { file: book.fileName, sha256: book.sha256 }),
  }
  const head = work.head ?? proposed
  // biome-ignore lint/correctness/useExhaustiveDependencies: the head is told by its texts
  const { rubric, imported } = useMemo(
    () => standardFrom(book, reading, work, { id, ...head }),
    [book, reading, work.clauses, id, head.title, head.version, head.source],
  )
  return {
    rubric,
    head,
    isSaving,
    failed,
    save: async () => {
      if (isSaving) return
      setSaving(true)
      const made = await window.scorebench.createImportedDraft(rubric, imported)
      setSaving(false)
      if (made.ok) onMade(made.value)
      else setFailed(made.code)
    },
  }
}
