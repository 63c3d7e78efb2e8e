import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { copyOfRubric, emptyRubric, nextVersionOf } from '../../../shared/domain/rubric/edit/starting-points'
import type { Rubric } from '../../../shared/domain/rubric/rubric'
import type {
  RubricDraft,
  RubricOrigin,
  RubricSummary,
  StandardWorkbookKind,
} from '../../../shared/ipc/contract'
import type { Result } from '../../../shared/ipc/result'

/** What came of the last work on a standard; the sentence is the screen's. */
export type Said =
  | {
      readonly kind: 'failed'
      readonly code: Extract<Result<never>, { ok: false }>['code']
      readonly detail: string
    }
  | { readonly kind: 'deleted'; readonly id: string; readonly title: string }
  | { readonly kind: 'exported'; readonly path: string }

/** Making, copying, importing, exporting and deleting standards. `onEdit` opens a new draft. */
export function useStandards(
  listed: readonly RubricSummary[],
  onEdit: (draftId: string) => void,
  onChanged: () => void,
) {
  const { t } = useTranslation()
  const [said, setSaid] = useState<Said | null>(null)
  const api = window.scorebench

  function taken<T>(result: Result<T>): result is Extract<Result<T>, { ok: true }> {
    setSaid(result.ok ? null : { kind: 'failed', code: result.code, detail: result.detail ?? '' })
    return result.ok
  }
  async function make(rubric: Rubric, basedOn: RubricOrigin | null): Promise<void> {
    const made = await api.createDraft(rubric, basedOn)
    if (taken(made)) onEdit(made.value.id)
  }
  async function from(digest: string, change: (rubric: Rubric) => Rubric): Promise<void> {
    const read = await api.readRubric(digest)
    if (!taken(read)) return
    const { title, version } = read.value
    await make(change(read.value), { digest, title, version })
  }

  return {
    said,
    hush: () => setSaid(null),
    create: () => {
      const words = t('standards.newGrades', { returnObjects: true })
      return make(
        emptyRubric(`own-${crypto.randomUUID()}`, () => crypto.randomUUID(), {
          title: t('standards.newTitle'),
          category: t('standards.newCategory'),
          grades: [words.a, words.b, words.c, words.d],
        }),
        null,
      )
    },
    copy: ({ digest, title }: RubricSummary) =>
      from(digest, (rubric) =>
        copyOfRubric(rubric, `own-${crypto.randomUUID()}`, t('standards.copyTitle', { title }).slice(0, 200)),
      ),
    newVersion: ({ digest, id }: RubricSummary) => {
      const versions = listed.filter((one) => one.id === id).map(({ version }) => version)
      return from(digest, (rubric) => nextVersionOf(rubric, versions))
    },
    import: async () => {
      const imported: Result<RubricDraft | null> = await api.importRubric()
      if (taken(imported) && imported.value !== null) onEdit(imported.value.id)
    },
    export: async ({ digest }: RubricSummary) => {
      const exported = await api.exportRubric(digest)
      if (taken(exported) && exported.value !== null) setSaid({ kind: 'exported', path: exported.value.path })
    },
    exportWorkbook: async ({ digest }: RubricSummary, kind: StandardWorkbookKind) => {
      const exported = await api.exportWorkbook(digest, kind)
      if (taken(exported) && exported.value !== null) setSaid({ kind: 'exported', path: exported.value.path })
    },
    remove: async (id: string, title: string) => {
      const removed = await api.deleteDraft(id)
      if (!taken(removed)) return
      setSaid({ kind: 'deleted', id, title })
      onChanged()
    },
    restore: async (id: string) => {
      if (taken(await api.restoreDraft(id))) onChanged()
    },
  }
}

export type StandardsWork = ReturnType<typeof useStandards>
