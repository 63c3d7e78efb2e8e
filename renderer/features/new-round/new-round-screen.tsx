import { useTranslation } from 'react-i18next'
import { Failure } from '../../components/failure'
import { useCall } from '../../components/use-call'
import { Waiting } from '../../components/waiting'
import { RoundFormPage } from './round-form-page'
import './new-round.css'

export interface NewRoundScreenProps {
  /** The draft to be chosen as the standard; the first usable one where absent. */
  readonly draftId?: string | undefined
  readonly onHome: () => void
  readonly onOpen: (sheetId: string) => void
}

async function readChoices() {
  const api = window.scorebench
  const [rubrics, subjects, rounds, identity] = await Promise.all([
    api.listRubrics(),
    api.listSubjects(),
    api.listRounds(),
    api.readIdentity(),
  ])
  if (!rubrics.ok) return rubrics
  if (!subjects.ok) return subjects
  const signer = identity.ok ? identity.value : null
  // The team of the last round, or whoever signs here, is most often the team of this one. A demonstration's
  // team names no unit and is nobody.
  const past = rounds.ok ? rounds.value : []
  const lastTeam = past.find(({ team }) => team.some(({ unit }) => unit !== ''))?.team
  const team = lastTeam ?? (signer === null ? [] : [signer])
  return { ok: true, value: { rubrics: rubrics.value, subjects: subjects.value, team } } as const
}

/** 新建考核轮次. */
export function NewRoundScreen({ draftId, onHome, onOpen }: NewRoundScreenProps) {
  const { t } = useTranslation()
  const choices = useCall(readChoices, [])
  if (choices.state === 'failed') {
    return <Failure code={choices.code} detail={choices.detail} onRetry={choices.again} />
  }
  if (choices.state === 'reading') return <Waiting text={t('common.loading')} />
  return <RoundFormPage {...choices.value} draftId={draftId} onHome={onHome} onOpen={onOpen} />
}
