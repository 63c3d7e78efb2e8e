import { PlusOutlined, SwapOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Round } from '../../../shared/domain/round/round'
import { SheetLine } from './sheet-line'
import type { RoundRows } from './sheet-rows'

export interface RoundSectionProps {
  readonly rows: RoundRows
  readonly onOpen: (sheetId: string) => void
  readonly onSeal: (sheetId: string) => void
  readonly onOpenFor: (round: Round) => void
  readonly onCarry: (digest: string) => void
}

/** A round with its sheets. */
export function RoundSection({ rows, onOpen, onSeal, onOpenFor, onCarry }: RoundSectionProps) {
  const { t } = useTranslation()
  const { head, round, sheets } = rows
  return (
    <article className="home-round" data-testid="home-round">
      <header className="home-round__head">
        <span className="home-round__kind">{t(`common.kind.${head.kind}`)}</span>
        <h3 className="home-round__title">{head.title}</h3>
        <span className="home-round__facts">
          <span>{head.date}</span>
          {round !== null && (
            <>
              <span>{t('home.rounds.subjects', { count: round.subjects.length })}</span>
              <span>{t('home.rounds.team', { count: round.team.length })}</span>
            </>
          )}
          <span className="home-round__standard" title={head.rubricTitle}>
            {head.rubricTitle} {head.rubricVersion}
          </span>
        </span>
        {sheets.length > 0 && (
          <Button
            type="text"
            icon={<SwapOutlined aria-hidden />}
            title={t('home.rounds.carryHint')}
            data-testid="home-carry"
            onClick={() => onCarry(head.rubricDigest)}
          >
            {t('home.rounds.carry')}
          </Button>
        )}
        {round !== null && (
          <Button icon={<PlusOutlined />} data-testid="home-open-sheet" onClick={() => onOpenFor(round)}>
            {t('home.rounds.openSheet')}
          </Button>
        )}
      </header>
      {round === null && <p className="home-round__lost">{t('home.rounds.lost')}</p>}
      {sheets.length === 0 ? (
        <p className="home-round__none">{t('home.rounds.noSheets')}</p>
      ) : (
        <ul className="home-round__sheets">
          {sheets.map((row) => (
            <SheetLine key={row.header.sheetId} row={row} onOpen={onOpen} onSeal={onSeal} />
          ))}
        </ul>
      )}
    </article>
  )
}
