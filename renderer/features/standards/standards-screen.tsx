import { DiffOutlined, FileExcelOutlined, ImportOutlined, PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { RubricSummary } from '../../../shared/ipc/contract'
import { Failure } from '../../components/failure'
import { Note } from '../../components/note'
import { Page } from '../../components/page'
import { useCall } from '../../components/use-call'
import { Waiting } from '../../components/waiting'
import { StandardCard } from './standard-card'
import { StandardViewer } from './standard-viewer'
import './standards.css'
import { type StandardsWork, useStandards } from './use-standards'

export interface StandardsScreenProps {
  /** The standard that is open; the list where absent. */
  readonly digest?: string | undefined
  readonly onDigest: (digest: string | undefined) => void
  readonly onEdit: (draftId: string) => void
  /** Two versions side by side, beginning with this one. */
  readonly onCompare: (before: string | undefined) => void
  /** A standard out of a workbook. */
  readonly onImport: () => void
}

const NONE: readonly RubricSummary[] = []

/** 标准库: the standards on this machine, and one of them to read. */
export function StandardsScreen({ digest, onDigest, onEdit, onCompare, onImport }: StandardsScreenProps) {
  const { t } = useTranslation()
  const listed = useCall(() => window.scorebench.listRubrics(), [])
  const work = useStandards(listed.state === 'read' ? listed.value : NONE, onEdit, listed.again)
  if (digest !== undefined) {
    return <StandardViewer key={digest} digest={digest} onList={() => onDigest(undefined)} />
  }
  if (listed.state === 'failed') {
    return <Failure code={listed.code} detail={listed.detail} onRetry={listed.again} />
  }
  return (
    <Page
      title={t('standards.title')}
      hint={t('standards.hint')}
      testId="standards"
      actions={
        <>
          <Button
            icon={<DiffOutlined />}
            data-testid="standards-compare"
            onClick={() => onCompare(undefined)}
          >
            {t('standards.compare')}
          </Button>
          <Button icon={<ImportOutlined />} data-testid="standards-import" onClick={() => void work.import()}>
            {t('standards.import')}
          </Button>
          <Button icon={<FileExcelOutlined />} data-testid="standards-import-workbook" onClick={onImport}>
            {t('standards.importWorkbook')}
          </Button>
          <Button
            type="primary"
            icon={<PlusOutlined />}
            data-testid="standards-new"
            onClick={() => void work.create()}
          >
            {t('standards.empty')}
          </Button>
        </>
      }
    >
      <Outcome work={work} />
      {listed.state === 'reading' && <Waiting text={t('common.loading')} />}
      {listed.state === 'read' && listed.value.length === 0 && (
        <p className="standards__none">{t('standards.none')}</p>
      )}
      {listed.state === 'read' && (
        <ul className="standards__list">
          {listed.value.map((rubric) => (
            <StandardCard
              key={rubric.draft?.id ?? rubric.digest}
              rubric={rubric}
              work={work}
              onOpen={() => onDigest(rubric.digest)}
              onEdit={onEdit}
              onCompare={() => onCompare(rubric.digest)}
            />
          ))}
        </ul>
      )}
    </Page>
  )
}

/** What the last work came to, with the way back where there is one. */
function Outcome({ work }: { readonly work: StandardsWork }) {
  const { t } = useTranslation()
  const { said } = work
  if (said === null) return null
  const close = { label: t('common.close'), onClose: work.hush }
  return (
    <div className="standards__said">
      {said.kind === 'failed' && (
        <Note kind="danger" close={close} testId="standards-failure">
          {t(`failure.${said.code}`, { detail: said.detail })}
        </Note>
      )}
      {said.kind === 'exported' && (
        <Note kind="ok" close={close} testId="standards-exported">
          {t('standards.exported', { path: said.path })}
        </Note>
      )}
      {said.kind === 'deleted' && (
        <Note
          kind="plain"
          close={close}
          testId="standards-deleted"
          actions={
            <Button size="small" data-testid="standards-restore" onClick={() => void work.restore(said.id)}>
              {t('standards.restore')}
            </Button>
          }
        >
          {t('standards.deleted', { title: said.title })}
        </Note>
      )}
    </div>
  )
}
