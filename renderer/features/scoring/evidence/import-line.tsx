import { useTranslation } from 'react-i18next'
import { JobProgress } from '../../../components/job-progress'
import { Note } from '../../../components/note'
import { useEvidenceAround } from './evidence-context'
import { useIsRunning, useRunning } from './running'
import type { Report, Target } from './use-evidence'

/** Most names listed of files that were not taken. */
const MOST_NAMED = 8

/** The import under way, or what became of the last one: what was taken, and each file that was not, with the reason. */
export function ImportLine({ target }: { readonly target: Target }) {
  const { t } = useTranslation()
  const { desk } = useEvidenceAround()
  const { report } = desk
  if (useIsRunning(desk.running)) return <RunningLine />
  if (report === null && desk.loose.length > 0) return <Loose target={target} />
  if (report === null || isQuiet(report)) return null
  return (
    <Note
      kind={report.code === null && report.refused.length === 0 ? 'plain' : 'warn'}
      close={{ label: t('common.close'), onClose: desk.dismiss }}
      testId="evidence-report"
    >
      <Words report={report} />
    </Note>
  )
}

/** How far the import is, and the way out of it. */
export function RunningLine() {
  const { t } = useTranslation()
  const { desk, codesOf } = useEvidenceAround()
  const running = useRunning(desk.running)
  if (running === null) return null
  const { target } = running
  const title =
    target === null ? t('evidence.sort.reading') : t('evidence.bringing', { code: codesOf([target.item]) })
  return (
    <JobProgress
      title={title}
      done={running.done}
      all={running.all}
      isCancelling={running.isCancelling}
      testId="evidence-import"
      onCancel={desk.cancel}
    />
  )
}

/** Copied by a run that ended before they were attached: nothing is lost, and nothing is thrown away unasked. */
function Loose({ target }: { readonly target: Target }) {
  const { t } = useTranslation()
  const { desk, codesOf } = useEvidenceAround()
  const { loose, attachLoose, dropLoose } = desk
  const button = (act: 'attach' | 'drop', words: string, onAct: () => void) => (
    <button type="button" className="scoring-button" data-testid={`evidence-loose-${act}`} onClick={onAct}>
      {words}
    </button>
  )
  return (
    <Note
      kind="warn"
      testId="evidence-loose"
      actions={
        <>
          {button(
            'attach',
            t('evidence.looseAttach', { code: codesOf([target.item]) }),
            () => void attachLoose(target, loose),
          )}
          {button('drop', t('evidence.looseDrop'), () => void dropLoose(loose))}
        </>
      }
    >
      {t('evidence.loose', { count: loose.length })}
    </Note>
  )
}

/** All went well: the tiles say so themselves. */
function isQuiet({ code, refused, elsewhere, already, left }: Report): boolean {
  return code === null && refused.length === 0 && elsewhere.length === 0 && already === 0 && left === 0
}

function Words({ report }: { readonly report: Report }) {
  const { t } = useTranslation()
  const { desk, codesOf } = useEvidenceAround()
  const { code, fresh, refused, elsewhere, already, left } = report
  if (code !== null)
    return <p>{code === 'cancelled' ? t('evidence.cancelled') : t(`failure.${code}`, { detail: '' })}</p>
  const others = codesOf([...new Set(elsewhere.flatMap(({ items }) => items))])
  return (
    <div className="evidence-words">
      {fresh.length > 0 && <p>{t('evidence.taken', { count: fresh.length })}</p>}
      {already > 0 && <p>{t('evidence.already', { count: already })}</p>}
      {left > 0 && <p>{t('evidence.left', { count: left })}</p>}
      {elsewhere.length > 0 && (
        <p>
          {t('evidence.elsewhere', { count: elsewhere.length, codes: others })}{' '}
          <button
            type="button"
            className="scoring-button"
            data-testid="evidence-attach-elsewhere"
            onClick={() => void desk.attachElsewhere(report)}
          >
            {t('evidence.attachElsewhere')}
          </button>
        </p>
      )}
      {refused.length > 0 && (
        <ul>
          {refused.slice(0, MOST_NAMED).map(({ name, code: why }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two files may have one name; the list never changes
            <li key={at}>
              <b>{name}</b>：{t(`evidence.refused.${why}`)}
            </li>
          ))}
          {refused.length > MOST_NAMED && (
            <li>{t('evidence.refusedMore', { count: refused.length - MOST_NAMED })}</li>
          )}
        </ul>
      )}
    </div>
  )
}
