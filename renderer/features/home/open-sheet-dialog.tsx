import { Button, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Round } from '../../../shared/domain/round/round'
import type { FailureCode } from '../../../shared/ipc/result'
import { Note } from '../../components/note'
import type { SheetRow } from './sheet-rows'

export interface OpenSheetDialogProps {
  readonly round: Round
  readonly sheets: readonly SheetRow[]
  readonly onOpen: (sheetId: string) => void
  readonly onClose: () => void
}

/** Opens a sheet for one of a round's subjects; begins with the first that has none. */
export function OpenSheetDialog({ round, sheets, onOpen, onClose }: OpenSheetDialogProps) {
  const { t } = useTranslation()
  const countOf = (id: string) => sheets.filter(({ header }) => header.subject.id === id).length
  const [subjectId, setSubjectId] = useState(
    () => (round.subjects.find(({ id }) => countOf(id) === 0) ?? round.subjects[0])?.id ?? '',
  )
  const [member, setMember] = useState(0)
  const [isBusy, setBusy] = useState(false)
  const [failed, setFailed] = useState<FailureCode | null>(null)

  const subject = round.subjects.find(({ id }) => id === subjectId)
  const scorer = round.team[member]
  const existing = sheets.find(
    ({ header, stage }) =>
      stage === 'in-progress' && header.subject.id === subjectId && header.scorer.name === scorer?.name,
  )

  const open = async () => {
    if (subject === undefined || scorer === undefined) return
    setBusy(true)
    const sheet = await window.scorebench.createSheet(round.id, subject.id, scorer)
    setBusy(false)
    if (sheet.ok) onOpen(sheet.value.header.sheetId)
    else setFailed(sheet.code)
  }

  return (
    <Modal
      open
      title={t('home.dialog.title')}
      okText={t(existing === undefined ? 'home.dialog.open' : 'home.dialog.another')}
      okType={existing === undefined ? 'primary' : 'default'}
      okButtonProps={{
        disabled: subject === undefined || scorer === undefined,
        loading: isBusy,
        'data-testid': 'home-dialog-open',
      }}
      onOk={() => void open()}
      onCancel={onClose}
    >
      <div className="home-dialog">
        <p className="home-dialog__round">{round.title}</p>
        {failed !== null && <Note kind="danger">{t(`failure.${failed}`, { detail: '' })}</Note>}
        <label className="home-dialog__field" htmlFor="home-dialog-subject">
          <span>{t('home.dialog.subject')}</span>
          <Select
            id="home-dialog-subject"
            data-testid="home-dialog-subject"
            value={subjectId}
            onChange={setSubjectId}
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={t('home.dialog.find')}
            options={round.subjects.map(({ id, name, league }) => ({
              value: id,
              label: league === '' ? name : `${name} · ${league}`,
            }))}
            optionRender={({ label, value }) => {
              const count = countOf(String(value))
              return (
                <span className="home-dialog__option">
                  <span>{label}</span>
                  {count > 0 && <span>{t('home.dialog.count', { count })}</span>}
                </span>
              )
            }}
          />
        </label>
        <label className="home-dialog__field" htmlFor="home-dialog-scorer">
          <span>{t('home.dialog.scorer')}</span>
          <Select
            id="home-dialog-scorer"
            data-testid="home-dialog-scorer"
            value={member}
            onChange={setMember}
            options={round.team.map(({ name, unit, role }, index) => ({
              value: index,
              label: [name, unit, t(`common.role.${role}`)].filter((part) => part !== '').join(' · '),
            }))}
          />
        </label>
        {existing !== undefined && subject !== undefined && scorer !== undefined && (
          <Note
            kind="warn"
            actions={
              <Button
                type="primary"
                data-testid="home-dialog-resume"
                onClick={() => onOpen(existing.header.sheetId)}
              >
                {t('home.dialog.resume')}
              </Button>
            }
          >
            {t('home.dialog.existing', { scorer: scorer.name, subject: subject.name })}
          </Note>
        )}
      </div>
    </Modal>
  )
}
