import {
  CheckSquareOutlined,
  EditOutlined,
  ExclamationCircleOutlined,
  LockOutlined,
  RightOutlined,
} from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { ProgressLine } from '../../components/progress-line'
import { screenRange } from '../../components/screen-score'
import { screenTime } from '../../components/screen-time'
import { type SheetRow, type SheetStage, scoreKind } from './sheet-rows'
import { SheetScoreButton } from './sheet-score-button'

const STAGES = {
  'in-progress': { Sign: EditOutlined, text: 'home.sheet.inProgress' },
  sealed: { Sign: LockOutlined, text: 'home.sheet.sealed' },
  packaged: { Sign: CheckSquareOutlined, text: 'home.sheet.packaged' },
  damaged: { Sign: ExclamationCircleOutlined, text: 'home.sheet.damaged' },
} as const satisfies Record<SheetStage, unknown>

export interface SheetLineProps {
  readonly row: SheetRow
  readonly onOpen: (sheetId: string) => void
  readonly onSeal: (sheetId: string) => void
}

/** One sheet in a round's list: the line opens it, the button at its end goes on to the package. */
export function SheetLine({ row, onOpen, onSeal }: SheetLineProps) {
  const { t } = useTranslation()
  const { header, card, stage } = row
  const { Sign, text } = STAGES[stage]
  const subject = header.subject.name
  return (
    <li className="home-sheet" data-testid="home-sheet" data-stage={stage}>
      <button
        type="button"
        className="home-sheet__open"
        aria-label={t('home.sheet.open', { subject })}
        onClick={() => onOpen(header.sheetId)}
      >
        <span className="home-sheet__subject">
          <span className="home-sheet__name">{subject}</span>
          <span className="home-sheet__league">{header.subject.league}</span>
          {header.correction !== null && (
            <span className="home-sheet__correction">
              {t('common.correction', { no: header.correction.no })}
            </span>
          )}
          {header.carriedFrom !== undefined && (
            <span className="home-sheet__correction">
              {t('common.carriedFrom', { version: header.carriedFrom.rubricVersion })}
            </span>
          )}
        </span>
        <span className="home-sheet__scorer">{header.scorer.name}</span>
        {card === null ? (
          <span className="home-sheet__progress">{t('home.sheet.unread')}</span>
        ) : (
          <>
            <span className="home-sheet__progress">
              <ProgressLine
                done={card.checked}
                all={card.count}
                label={t('home.sheet.progressLabel', { subject, checked: card.checked, count: card.count })}
              />
              <span className="home-sheet__count">
                {card.checked}/{card.count}
              </span>
            </span>
            <span className="home-sheet__score">
              <span className="home-sheet__score-label">{t(`home.range.${scoreKind(card)}`)}</span>
              <span className="home-sheet__range">{screenRange(card.low, card.high)}</span>
            </span>
          </>
        )}
        <span className="home-sheet__at">{screenTime(row.lastAt).slice(0, 16)}</span>
        <span className={`home-sheet__stage home-sheet__stage--${stage}`}>
          <Sign aria-hidden /> {t(text)}
          {row.hasCorrection && <span className="home-sheet__superseded">{t('home.sheet.superseded')}</span>}
        </span>
      </button>
      <span className="home-sheet__end">
        {card !== null && <SheetScoreButton header={header} />}
        {stage === 'sealed' && (
          <Button size="small" type="primary" onClick={() => onSeal(header.sheetId)}>
            {t('home.sheet.build')}
          </Button>
        )}
        {stage === 'packaged' && (
          <Button size="small" onClick={() => onSeal(header.sheetId)}>
            {t('home.sheet.package')}
          </Button>
        )}
        {(stage === 'in-progress' || stage === 'damaged') && (
          <RightOutlined className="home-sheet__arrow" aria-hidden />
        )}
      </span>
    </li>
  )
}
