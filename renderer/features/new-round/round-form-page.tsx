import { Button, Input, Radio, Select } from 'antd'
import { type SyntheticEvent, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { readPlaceLines } from '../../../shared/domain/round/place-lines'
import { ROUND_KINDS, type Subject, type TeamMember } from '../../../shared/domain/round/round'
import type { RubricSummary } from '../../../shared/ipc/contract'
import { Note } from '../../components/note'
import { Page } from '../../components/page'
import { PlaceLines } from '../../components/place-lines'
import { localDay } from '../../i18n/dates'
import { DayField } from './day-field'
import { type Field, firstSheet, missingIn, namedTeam, newMember, type RoundForm } from './draft'
import { FormPart } from './form-part'
import { SubjectPicker } from './subject-picker'
import { TeamLines } from './team-lines'
import { useCreateRound } from './use-create-round'

const ORDER: readonly Field[] = ['title', 'date', 'standard', 'subjects', 'team']

export interface RoundFormPageProps {
  readonly rubrics: readonly RubricSummary[]
  readonly subjects: readonly Subject[]
  readonly team: readonly TeamMember[]
  readonly draftId?: string | undefined
  readonly onHome: () => void
  readonly onOpen: (sheetId: string) => void
}

/** The draft that was asked for, else the first standard without errors. */
function firstUsable(rubrics: readonly RubricSummary[], draftId: string | undefined): string {
  const usable = rubrics.filter(({ draft }) => (draft?.errors ?? 0) === 0)
  return (usable.find(({ draft }) => draft !== undefined && draft.id === draftId) ?? usable[0])?.digest ?? ''
}

/** One page, top to bottom, Tab all through; Ctrl+Enter sends it from anywhere. */
export function RoundFormPage({ rubrics, subjects, team, draftId, onHome, onOpen }: RoundFormPageProps) {
  const { t } = useTranslation()
  const [form, setForm] = useState<RoundForm>(() => ({
    kind: 'mock',
    title: null,
    date: localDay(new Date()),
    rubricDigest: firstUsable(rubrics, draftId),
    subjects: [],
    team: team.length === 0 ? [newMember()] : team.map(newMember),
    placeLines: '',
    firstSubject: '',
    firstScorer: '',
  }))
  const [isTried, setTried] = useState(false)
  const formElement = useRef<HTMLFormElement>(null)
  const creating = useCreateRound(onOpen)

  const change = (part: Partial<RoundForm>) => setForm((before) => ({ ...before, ...part }))
  const [year = '', month = ''] = form.date.split('-')
  const title = form.title ?? t(`newRound.defaultTitle.${form.kind}`, { year, month: String(Number(month)) })
  const missing = missingIn(form, title)
  const saidOf = (field: Field) => {
    const problem = isTried ? missing.get(field) : undefined
    return problem === undefined ? undefined : t(`newRound.missing.${problem}`)
  }
  const first = firstSheet(form)
  const places = useMemo(
    () => readPlaceLines(form.placeLines, form.subjects),
    [form.placeLines, form.subjects],
  )
  /** A draft says what it is, and why it can't be chosen; two of one title are told apart by their version. */
  const standardLabel = ({ title: name, version, state, draft }: RubricSummary) => {
    const errors = draft?.errors ?? 0
    if (errors > 0) return t('newRound.standardErrors', { title: name, count: errors })
    return state === 'builtin' ? name : t(`newRound.standardOwn.${state}`, { title: name, version })
  }
  const rubric = rubrics.find(({ digest }) => digest === form.rubricDigest)

  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    setTried(true)
    const field = ORDER.find((name) => missing.has(name))
    if (field !== undefined) {
      const part = formElement.current?.querySelector<HTMLElement>(`[data-part="${field}"]`)
      part?.scrollIntoView({ block: 'nearest' })
      part?.querySelector<HTMLElement>('input')?.focus()
      return
    }
    if (first.subject === undefined || first.scorer === undefined) return
    void creating.create(form, title, first.subject, first.scorer)
  }

  return (
    <Page kind="form" title={t('newRound.title')} hint={t('newRound.hint')} testId="new-round">
      <form
        ref={formElement}
        className="new-round"
        noValidate
        onSubmit={submit}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event)
        }}
      >
        <FormPart name={t('newRound.kind')} hint={t(`newRound.kindHint.${form.kind}`)}>
          <Radio.Group
            optionType="button"
            data-testid="new-round-kind"
            value={form.kind}
            onChange={({ target }) => change({ kind: target.value })}
            options={ROUND_KINDS.map((value) => ({ value, label: t(`common.kind.${value}`) }))}
          />
        </FormPart>
        <FormPart part="title" name={t('newRound.name')} problem={saidOf('title')}>
          <Input
            autoFocus
            value={title}
            status={saidOf('title') === undefined ? '' : 'error'}
            aria-label={t('newRound.name')}
            data-testid="new-round-title"
            onChange={({ target }) => change({ title: target.value })}
            onBlur={() => form.title?.trim() === '' && change({ title: null })}
          />
        </FormPart>
        <FormPart
          part="date"
          name={t('newRound.date')}
          hint={t('newRound.dateHint')}
          problem={saidOf('date')}
        >
          <DayField
            value={form.date}
            hasProblem={saidOf('date') !== undefined}
            onChange={(date) => change({ date })}
          />
        </FormPart>
        <FormPart part="standard" name={t('newRound.standard')} problem={saidOf('standard')}>
          <Select
            className="new-round__wide"
            data-testid="new-round-standard"
            aria-label={t('newRound.standard')}
            value={form.rubricDigest === '' ? null : form.rubricDigest}
            onChange={(rubricDigest) => change({ rubricDigest })}
            options={rubrics.map((one) => ({
              value: one.digest,
              label: standardLabel(one),
              disabled: (one.draft?.errors ?? 0) > 0,
            }))}
          />
          {rubric !== undefined && (
            <div className="new-round__standard">
              <p>{t('newRound.standardCounts', { ...rubric })}</p>
              <p className="new-round__notice">{rubric.notice}</p>
            </div>
          )}
        </FormPart>
        <FormPart
          part="subjects"
          name={t('newRound.subjects')}
          hint={t('newRound.subjectsHint')}
          problem={saidOf('subjects')}
        >
          <SubjectPicker
            listed={subjects}
            chosen={form.subjects}
            onChange={(chosen) => change({ subjects: chosen })}
          />
        </FormPart>
        <FormPart
          part="team"
          name={t('newRound.team')}
          hint={t('newRound.teamHint')}
          problem={saidOf('team')}
        >
          <TeamLines lines={form.team} isTried={isTried} onChange={(lines) => change({ team: lines })} />
        </FormPart>
        <FormPart name={t('newRound.places')} hint={t('newRound.placesHint')}>
          <PlaceLines
            text={form.placeLines}
            read={places}
            fresh={places.places}
            label={t('newRound.places')}
            testId="new-round-places"
            onChange={(placeLines) => change({ placeLines })}
          />
        </FormPart>
        <FormPart name={t('newRound.first')}>
          <div className="new-round__first">
            <Select
              aria-label={t('newRound.firstSubject')}
              data-testid="new-round-first-subject"
              placeholder={t('newRound.firstSubject')}
              disabled={form.subjects.length === 0}
              value={first.subject?.id ?? null}
              onChange={(firstSubject) => change({ firstSubject })}
              options={form.subjects.map(({ id, name, league }) => ({
                value: id,
                label: league === '' ? name : `${name} · ${league}`,
              }))}
            />
            <Select
              aria-label={t('newRound.firstScorer')}
              data-testid="new-round-first-scorer"
              placeholder={t('newRound.firstScorer')}
              disabled={first.scorer === undefined}
              value={first.scorer?.key ?? null}
              onChange={(firstScorer) => change({ firstScorer })}
              options={namedTeam(form.team).map(({ key, name, role }) => ({
                value: key,
                label: `${name} · ${t(`common.role.${role}`)}`,
              }))}
            />
          </div>
        </FormPart>
        {creating.failed !== null && (
          <Note kind="danger" testId="new-round-failure">
            {t(`failure.${creating.failed}`, { detail: '' })}
          </Note>
        )}
        <div className="new-round__end">
          <Button
            type="primary"
            size="large"
            htmlType="submit"
            loading={creating.isBusy}
            data-testid="new-round-create"
          >
            {t(creating.isRoundThere ? 'newRound.retrySheet' : 'newRound.create')}
          </Button>
          <Button size="large" data-testid="new-round-cancel" onClick={onHome}>
            {t('common.cancel')}
          </Button>
        </div>
      </form>
    </Page>
  )
}
