import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { RubricSummary } from '../../../shared/ipc/contract'
import { Failure } from '../../components/failure'
import { Page } from '../../components/page'
import { useCall } from '../../components/use-call'
import { Waiting } from '../../components/waiting'
import { StandardViewer } from './standard-viewer'
import './standards.css'

export interface StandardsScreenProps {
  /** The standard that is open; the list where absent. */
  readonly digest?: string | undefined
  readonly onDigest: (digest: string | undefined) => void
}

/** 标准库: the standards on this machine, and one of them to read. */
export function StandardsScreen({ digest, onDigest }: StandardsScreenProps) {
  const { t } = useTranslation()
  const listed = useCall(() => window.scorebench.listRubrics(), [])
  if (digest !== undefined) {
    return <StandardViewer key={digest} digest={digest} onList={() => onDigest(undefined)} />
  }
  if (listed.state === 'failed') {
    return <Failure code={listed.code} detail={listed.detail} onRetry={listed.again} />
  }
  return (
    <Page title={t('standards.title')} hint={t('standards.hint')} testId="standards">
      {listed.state === 'reading' && <Waiting text={t('common.loading')} />}
      {listed.state === 'read' && listed.value.length === 0 && (
        <p className="standards__none">{t('standards.none')}</p>
      )}
      {listed.state === 'read' && (
        <ul className="standards__list">
          {listed.value.map((rubric) => (
            <StandardCard key={rubric.digest} rubric={rubric} onOpen={() => onDigest(rubric.digest)} />
          ))}
        </ul>
      )}
    </Page>
  )
}

function StandardCard({ rubric, onOpen }: { readonly rubric: RubricSummary; readonly onOpen: () => void }) {
  const { t } = useTranslation()
  return (
    <li className="standards-card">
      <div className="standards-card__words">
        <h2 className="standards-card__title">{rubric.title}</h2>
        <p className="standards-card__facts">
          {rubric.isBuiltin && <span className="standards__tag">{t('standards.builtin')}</span>}
          <span>{t('standards.version', { version: rubric.version })}</span>
          <span>{t('standards.countsShort', { categories: rubric.categories, items: rubric.items })}</span>
        </p>
        <p className="standards-card__notice">{rubric.notice}</p>
        <p className="standards-card__digest">
          {t('standards.digest')} <code>{rubric.digest}</code>
        </p>
      </div>
      <Button type="primary" data-testid="standards-open" onClick={onOpen}>
        {t('standards.open')}
      </Button>
    </li>
  )
}
