import { useTranslation } from 'react-i18next'
import { Failure } from '../../components/failure'
import { useCall } from '../../components/use-call'
import { Waiting } from '../../components/waiting'
import { EditorDesk } from './editor-desk'
import './editor.css'
import './panel.css'
import './clauses.css'
import './findings.css'
import './head/head.css'
import './paste.css'

export interface EditorScreenProps {
  readonly draftId: string
  readonly onList: () => void
  readonly onRound: () => void
}

/** 标准编辑: one draft, its tree, its clauses and its head. */
export function EditorScreen({ draftId, onList, onRound }: EditorScreenProps) {
  const { t } = useTranslation()
  const read = useCall(() => window.scorebench.readDraft(draftId), [draftId])
  if (read.state === 'failed') return <Failure code={read.code} detail={read.detail} onRetry={onList} />
  if (read.state === 'reading') return <Waiting text={t('common.loading')} />
  return <EditorDesk draft={read.value} onList={onList} onRound={onRound} />
}
