import { ArrowLeftOutlined, SwapOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { differenceOf } from '../../../shared/domain/versions/difference'
import type { RubricSummary } from '../../../shared/ipc/contract'
import { Failure } from '../../components/failure'
import { Note } from '../../components/note'
import { Page } from '../../components/page'
import { useCall } from '../../components/use-call'
import { Waiting } from '../../components/waiting'
import { CarryScreen } from './carry-screen'
import { DifferenceView } from './difference-view'
import { SheetsUnder } from './sheets-under'
import { type Side, useSides } from './use-sides'
import { VersionPicker } from './version-picker'
import './versions.css'

/** Which two versions, by digest, and the sheet that is being carried over. */
export interface VersionsChoice {
  readonly before?: string | undefined
  readonly after?: string | undefined
  readonly sheetId?: string | undefined
}

export interface VersionsScreenProps {
  /** What is chosen to begin with. */
  readonly choice: VersionsChoice
  /** Another choice was made: kept for a reload. */
  readonly onKeep: (choice: VersionsChoice) => void
  readonly onList: () => void
  readonly onOpenSheet: (sheetId: string) => void
}

const NONE: readonly RubricSummary[] = []

/** Whoever chose one version most likely means its next one. */
function otherVersion(known: readonly RubricSummary[], before: string | undefined): string | undefined {
  const own = known.find(({ digest }) => digest === before)
  const others = known.filter(({ id, digest }) => id === own?.id && digest !== before)
  return others.reduce<RubricSummary | undefined>(
    (newest, one) => (newest === undefined || one.version > newest.version ? one : newest),
    undefined,
  )?.digest
}

async function readAll() {
  const [rubrics, sheets] = await Promise.all([
    window.scorebench.listRubrics(),
    window.scorebench.listSheets(),
  ])
  if (!rubrics.ok) return rubrics
  if (!sheets.ok) return sheets
  return { ok: true, value: { rubrics: rubrics.value, sheets: sheets.value } } as const
}

/** Two versions of a standard side by side, and carrying sheets over from one to the other. */
export function VersionsScreen({ choice: first, onKeep, onList, onOpenSheet }: VersionsScreenProps) {
  const { t } = useTranslation()
  const [choice, setChoice] = useState(first)
  const { before, sheetId } = choice
  const onChoice = (next: VersionsChoice) => {
    setChoice(next)
    onKeep(next)
  }
  const all = useCall(readAll, [])
  const known = all.state === 'read' ? all.value.rubrics : NONE
  const after = choice.after ?? otherVersion(known, before)
  const sides = useSides({ before, after })
  const difference = useMemo(
    () =>
      sides.before === null || sides.after === null || sides.before.rubric === sides.after.rubric
        ? null
        : differenceOf(sides.before.rubric, sides.after.rubric),
    [sides.before, sides.after],
  )
  if (all.state === 'failed') return <Failure code={all.code} detail={all.detail} onRetry={all.again} />
  if (all.state === 'reading') return <Waiting text={t('common.loading')} />
  const { rubrics, sheets } = all.value

  const sheet = sheets.find(({ header }) => header.sheetId === sheetId)
  if (sheet !== undefined) {
    return (
      <CarryScreen
        sheet={sheet}
        rubrics={rubrics}
        digest={after}
        onDigest={(digest) => onChoice({ before, after: digest, sheetId })}
        onBack={() => onChoice({ before: sheet.header.round.rubricDigest, after })}
        onOpenSheet={onOpenSheet}
      />
    )
  }

  const choose = (side: Side, digest: string) => {
    sides.closeFile(side)
    onChoice({ before, after, [side]: digest })
  }
  const isSame = sides.before !== null && sides.before.rubric === sides.after?.rubric
  const under = sheets.filter(({ header }) => header.round.rubricDigest === sides.before?.digest)
  return (
    <Page
      kind="whole"
      testId="versions"
      title={t('versions.title')}
      hint={t('versions.hint')}
      actions={
        <Button icon={<ArrowLeftOutlined />} data-testid="versions-list" onClick={onList}>
          {t('versions.back')}
        </Button>
      }
    >
      <div className="versions-pickers">
        {(['before', 'after'] as const).map((side) => (
          <VersionPicker
            key={side}
            side={side}
            listed={rubrics}
            version={sides[side]}
            digest={side === 'before' ? before : after}
            onChoose={(digest) => choose(side, digest)}
            onFile={() => void sides.openFile(side)}
          />
        ))}
        <Button
          icon={<SwapOutlined aria-hidden />}
          data-testid="versions-swap"
          disabled={sides.before === null && sides.after === null}
          onClick={() => {
            sides.swapFiles()
            onChoice({ before: after, after: before })
          }}
        >
          {t('versions.swap')}
        </Button>
      </div>
      {sides.failed !== null && (
        <Note
          kind="danger"
          close={{ label: t('common.close'), onClose: sides.hush }}
          testId="versions-failure"
        >
          {t(`failure.${sides.failed.code}`, { detail: sides.failed.detail })}
        </Note>
      )}
      {isSame && <Note kind="plain">{t('versions.same')}</Note>}
      {difference === null && !isSame && <p className="versions__empty">{t('versions.chooseBoth')}</p>}
      {difference !== null && sides.before !== null && sides.after !== null && (
        <DifferenceView
          key={`${before} ${after}`}
          before={sides.before.rubric}
          after={sides.after.rubric}
          difference={difference}
          footer={
            sides.before.digest === null ? null : (
              <SheetsUnder
                sheets={under}
                isCarryable={sides.after.digest !== null}
                onCarry={(id) => onChoice({ before, after, sheetId: id })}
              />
            )
          }
        />
      )}
    </Page>
  )
}
