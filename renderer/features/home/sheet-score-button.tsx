import { FunctionOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SheetHeader } from '../../../shared/domain/sheet/event'
import { replaySheet } from '../../../shared/domain/sheet/replay'
import type { FailureCode } from '../../../shared/ipc/result'
import { ExplanationLayer, type SheetSource } from '../../components/explaining'

/** How the score of a sheet in the list came about: its journal is played when it is asked for, and not before. */
export function SheetScoreButton({ header }: { readonly header: SheetHeader }) {
  const { t } = useTranslation()
  const [source, setSource] = useState<SheetSource | null>(null)
  const [failed, setFailed] = useState<FailureCode | null>(null)
  const open = async () => {
    const read = await readSheet(header)
    if (typeof read === 'string') setFailed(read)
    else setSource(read)
  }
  const label = failed === null ? t('explain.open') : t(`failure.${failed}`)
  return (
    <>
      <Button
        size="small"
        type="text"
        danger={failed !== null}
        icon={<FunctionOutlined />}
        title={label}
        aria-label={label}
        data-testid="home-sheet-explain"
        onClick={() => void open()}
      />
      {source !== null && <ExplanationLayer opened={TOTAL} source={source} onClose={() => setSource(null)} />}
    </>
  )
}

const TOTAL = { kind: 'explanation', node: 'total' } as const

async function readSheet({ sheetId, round }: SheetHeader): Promise<SheetSource | FailureCode> {
  const [rubric, journal] = await Promise.all([
    window.scorebench.readRubric(round.rubricDigest),
    window.scorebench.readJournal(sheetId, 0),
  ])
  if (!rubric.ok) return rubric.code
  if (!journal.ok) return journal.code
  const replay = replaySheet(rubric.value, journal.value)
  if (!replay.ok) return 'journal-damaged'
  const sheet = { rubric: rubric.value, state: replay.state, lines: journal.value }
  return { view: () => sheet, subscribe: () => () => undefined }
}
