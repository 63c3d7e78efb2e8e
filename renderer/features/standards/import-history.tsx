import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Rule } from '../../../shared/domain/rubric/clause'
import type { ImportOrigin } from '../../../shared/domain/rubric/import-origin'
import { CopyButton } from '../../components/copy-button'
import { screenTime } from '../../components/screen-time'
import { useCall } from '../../components/use-call'

/** More than these are not laid out at once. */
const MOST_SHOWN = 300

/** Where a standard came from, where it was brought in from a workbook, and what was decided on the way. */
export function ImportHistory({ digest }: { readonly digest: string }) {
  const read = useCall(() => window.scorebench.readImportOrigin(digest), [digest])
  return read.state === 'read' && read.value !== null ? <History origin={read.value} /> : null
}

function History({ origin }: { readonly origin: ImportOrigin }) {
  const { t } = useTranslation()
  const { file, sha256, decisions } = origin
  const shown = useMemo(() => decisions.slice(0, MOST_SHOWN), [decisions])
  return (
    <details className="standards-origin" data-testid="standards-origin">
      <summary>
        {t('standards.importedFrom', { file })} · {t('standards.decisions', { count: decisions.length })}
      </summary>
      <p className="standards-card__digest">
        SHA-256 <code>{sha256}</code> <CopyButton text={sha256} label={t('standards.digest')} />
      </p>
      <ol className="standards-origin__list">
        {shown.map(({ at, what, where, before, after }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a kept history never moves
          <li key={index}>
            <span className="standards-origin__at">{screenTime(at)}</span>
            <span className="standards-origin__what">{t(`standards.importAct.${what}`)}</span>
            <span className="standards-origin__where">{where}</span>
            <Change before={before} after={after} />
          </li>
        ))}
      </ol>
      {shown.length < decisions.length && (
        <p>{t('standards.moreDecisions', { count: decisions.length - shown.length })}</p>
      )}
    </details>
  )
}

/** What it was and what it became, where the two differ; a rule by the names of its forms. */
function Change({ before, after }: { readonly before: string; readonly after: string }) {
  const { t } = useTranslation()
  const words = (text: string) =>
    formsIn(text)
      ?.map((form) => t(`standards.form.${form}`))
      .join('、') ?? text
  const [from, to] = [words(before), words(after)]
  if (to === '' && from === '') return null
  return (
    <span className="standards-origin__change">{from === to || from === '' ? to : `${from} → ${to}`}</span>
  )
}

/** The forms of rules in canonical JSON; null where the text is none. */
function formsIn(text: string): readonly Rule['form'][] | null {
  if (!text.startsWith('[')) return null
  try {
    const rules: readonly Rule[] = JSON.parse(text)
    return rules.map(({ form }) => form)
  } catch (error) {
    // A long rule was cut when it was kept.
    if (error instanceof SyntaxError) return null
    throw error
  }
}
