import { ArrowLeftOutlined } from '@ant-design/icons'
import { Button, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { RubricSummary, SheetSummary } from '../../../shared/ipc/contract'
import { Failure } from '../../components/failure'
import { Note } from '../../components/note'
import { Page } from '../../components/page'
import { useCall } from '../../components/use-call'
import { Waiting } from '../../components/waiting'
import { CarryOutcome } from './carry-outcome'
import { StartCarry } from './start-carry'

interface Props {
  readonly sheet: SheetSummary
  readonly rubrics: readonly RubricSummary[]
  /** The standard that it is to be carried to. */
  readonly digest: string | undefined
  readonly onDigest: (digest: string) => void
  readonly onBack: () => void
  readonly onOpenSheet: (sheetId: string) => void
}

/** One sheet under another version: what goes over, what does not, both totals, and then the new sheet. */
export function CarryScreen({ sheet, rubrics, digest, onDigest, onBack, onOpenSheet }: Props) {
  const { t } = useTranslation()
  const { subject, round, scorer } = sheet.header
  const others = rubrics.filter((one) => one.digest !== round.rubricDigest)
  // Versions of the same standard come first.
  const sorted = [...others].sort((a, b) => Number(b.id === round.rubricId) - Number(a.id === round.rubricId))
  return (
    <Page
      testId="versions-carrying"
      title={t('versions.carrying.title')}
      hint={t('versions.carrying.hint', {
        subject: subject.name,
        round: round.title,
        scorer: scorer.name,
        version: round.rubricVersion,
      })}
      actions={
        <Button icon={<ArrowLeftOutlined />} data-testid="versions-back" onClick={onBack}>
          {t('versions.carrying.back')}
        </Button>
      }
    >
      <div className="versions-carry">
        <div className="versions-picker">
          <label className="versions-picker__name" htmlFor="versions-target">
            {t('versions.carrying.target')}
          </label>
          <Select
            id="versions-target"
            className="versions-picker__select"
            data-testid="versions-target"
            value={digest === round.rubricDigest ? undefined : digest}
            placeholder={t('versions.choose')}
            showSearch={{ optionFilterProp: 'label' }}
            popupMatchSelectWidth={false}
            options={sorted.map((one) => ({ value: one.digest, label: `${one.title} · ${one.version}` }))}
            onChange={onDigest}
          />
        </div>
        <p className="versions__quiet">{t('versions.carrying.text')}</p>
        {digest !== undefined && digest !== round.rubricDigest && (
          <Preview key={digest} sheet={sheet} digest={digest} onOpenSheet={onOpenSheet} />
        )}
      </div>
    </Page>
  )
}

function Preview({
  sheet,
  digest,
  onOpenSheet,
}: {
  readonly sheet: SheetSummary
  readonly digest: string
  readonly onOpenSheet: (sheetId: string) => void
}) {
  const { t } = useTranslation()
  const { sheetId } = sheet.header
  const preview = useCall(() => window.scorebench.previewCarry(sheetId, digest), [sheetId, digest])
  if (preview.state === 'reading') return <Waiting text={t('versions.carrying.reading')} />
  if (preview.state === 'failed')
    return <Failure code={preview.code} detail={preview.detail} onRetry={preview.again} />
  const { already } = preview.value
  return (
    <CarryOutcome preview={preview.value} header={sheet.header}>
      {already === null ? (
        <StartCarry
          preview={preview.value}
          header={sheet.header}
          onStale={preview.again}
          onOpenSheet={onOpenSheet}
        />
      ) : (
        <Note
          kind="plain"
          testId="versions-already"
          actions={
            <Button type="primary" data-testid="versions-open-already" onClick={() => onOpenSheet(already)}>
              {t('versions.carrying.openAlready')}
            </Button>
          }
        >
          {t('versions.carrying.already')}
        </Note>
      )}
    </CarryOutcome>
  )
}
