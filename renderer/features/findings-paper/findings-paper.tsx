import './findings-paper.css'
import { Modal, Radio, Select } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { findingsOf } from '../../../shared/domain/findings/findings-of'
import {
  type FindingsOrder,
  findingsPaper,
  PAPER_FORMATS,
  PAPER_GROUPINGS,
  photosOf,
} from '../../../shared/domain/findings/paper'
import { JobProgress } from '../../components/job-progress'
import { Note } from '../../components/note'
import { useJob } from '../../components/use-job'
import type { SheetSession } from '../../db/sheet-session'
import { paperGroups } from './paper-groups'

export interface FindingsPaperProps {
  /** The sheet that is open, as it stands when this is opened. */
  readonly session: SheetSession
  readonly onClose: () => void
}

type Ended =
  | { readonly kind: 'ok'; readonly path: string }
  | { readonly kind: 'plain' | 'danger'; readonly text: string }

const START: FindingsOrder = { format: 'pdf', by: 'place', photos: 'contact', chosen: null }

/** What of the findings goes on paper and how; then the system's dialog says where. */
export function FindingsPaper({ session, onClose }: FindingsPaperProps) {
  const { t } = useTranslation()
  const [order, setOrder] = useState(START)
  const [ended, setEnded] = useState<Ended | null>(null)
  const { running, run, cancel } = useJob(window.scorebench, 'photos')
  const { state, findings: all } = useMemo(() => {
    const { standard, state } = session.view()
    return { state, findings: findingsOf(standard, state) }
  }, [session])
  const groups = useMemo(() => paperGroups(all, state), [all, state])[order.by]
  const { by, chosen } = order
  const paper = useMemo(() => findingsPaper(all, state, { by, chosen }), [all, state, by, chosen])
  const findings = paper.findings.length
  const photos = photosOf(paper).length
  const change = (next: Partial<FindingsOrder>) => {
    setEnded(null)
    setOrder({ ...order, ...next })
  }

  const save = async () => {
    const sheetId = session.view().state.header?.sheetId ?? ''
    setEnded(null)
    const answer = await run((job) => window.scorebench.saveFindings(sheetId, order, job))
    if (answer.ok) return answer.value === null ? undefined : setEnded({ kind: 'ok', ...answer.value })
    setEnded({
      kind: answer.code === 'cancelled' ? 'plain' : 'danger',
      text: t(`failure.${answer.code}`, { detail: answer.detail }),
    })
  }

  const isWorkbook = order.format === 'xlsx'
  const kinds = isWorkbook ? (['contact', 'none'] as const) : (['contact', 'full', 'none'] as const)
  return (
    <Modal
      open
      title={t('paper.title')}
      okText={t('paper.save')}
      cancelText={t('common.close')}
      okButtonProps={{
        disabled: running !== null || findings + photos === 0,
        className: 'paper-save',
        autoFocus: true,
      }}
      cancelButtonProps={{ disabled: running !== null }}
      closable={running === null}
      mask={{ closable: false }}
      keyboard={running === null}
      onOk={() => void save()}
      onCancel={onClose}
    >
      <div className="paper" data-testid="paper-dialog">
        <fieldset className="paper__choices" disabled={running !== null}>
          <legend className="paper__legend">{t('paper.text')}</legend>
          <Choice
            name={t('paper.format')}
            testId="paper-format"
            value={order.format}
            options={PAPER_FORMATS.map((value) => ({ value, label: t(`paper.formats.${value}`) }))}
            onChange={(format) =>
              change({
                format,
                photos: format === 'xlsx' && order.photos === 'full' ? 'contact' : order.photos,
              })
            }
          />
          <Choice
            name={t(isWorkbook ? 'paper.choose' : 'paper.by')}
            testId="paper-by"
            value={order.by}
            options={PAPER_GROUPINGS.map((value) => ({ value, label: t(`paper.groupings.${value}`) }))}
            onChange={(by) => change({ by, chosen: null })}
          />
          <div className="paper__choice">
            <span className="paper__name">{t('paper.which')}</span>
            <Select
              mode="multiple"
              className="paper__which"
              aria-label={t('paper.which')}
              data-testid="paper-which"
              placeholder={t(`paper.all.${order.by}`)}
              value={[...(chosen ?? [])]}
              maxTagCount="responsive"
              optionFilterProp="label"
              options={groups.map(({ key, name, count }) => ({
                value: key,
                label: `${name === '' ? t(`paper.none.${order.by}`) : name}（${count}）`,
              }))}
              onChange={(keys: string[]) => change({ chosen: keys.length === 0 ? null : keys })}
            />
          </div>
          <Choice
            name={t('paper.photos')}
            testId="paper-photos"
            value={order.photos}
            options={kinds.map((value) => ({
              value,
              label: t(isWorkbook && value === 'contact' ? 'paper.thumbnails' : `paper.photo.${value}`),
            }))}
            onChange={(next) => change({ photos: next })}
          />
        </fieldset>
        <p className="paper__size" data-testid="paper-size">
          {findings + photos === 0 ? t('paper.nothing') : t('paper.size', { findings, photos })}
        </p>
        {running !== null && (
          <JobProgress
            title={t(`outcome.stage.${running.stage}`)}
            done={running.done}
            all={running.all}
            isCancelling={running.isCancelling}
            testId="paper"
            onCancel={cancel}
          />
        )}
        {ended !== null && (
          <Note kind={ended.kind} testId="paper-ended">
            {ended.kind === 'ok' ? t('paper.saved', { path: ended.path }) : ended.text}
          </Note>
        )}
      </div>
    </Modal>
  )
}

interface ChoiceProps<T extends string> {
  readonly name: string
  readonly testId: string
  readonly value: T
  readonly options: readonly { readonly value: T; readonly label: string }[]
  readonly onChange: (value: T) => void
}

function Choice<T extends string>({ name, testId, value, options, onChange }: ChoiceProps<T>) {
  return (
    <div className="paper__choice">
      <span className="paper__name">{name}</span>
      <Radio.Group
        aria-label={name}
        value={value}
        data-testid={testId}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.target.value)
          if (chosen !== undefined) onChange(chosen.value)
        }}
      >
        {options.map((option) => (
          <Radio key={option.value} value={option.value} data-testid={`${testId}-${option.value}`}>
            {option.label}
          </Radio>
        ))}
      </Radio.Group>
    </div>
  )
}
