import { Button, Empty } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { formatMilli } from '../../../shared/domain/points'
import { type Stand, standOf } from '../../../shared/domain/sheet/mark'
import { DataGrid, type GridColumn, type GridHeading } from '../../components/data-grid'
import { screenScore } from '../../components/screen-score'
import { useSettings } from '../../i18n/settings'
import { EVERYTHING } from './filter'
import type { ItemRow, Row } from './rows'
import type { Desk } from './use-desk'

const ROW_HEIGHT = 32
const STANDS = [
  'unchecked',
  'clear',
  'clear-together',
  'scored',
  'excluded',
] as const satisfies readonly Stand[]

/** All items in printed order, headings between them, the current one marked. */
export function ItemGrid({ desk }: { readonly desk: Desk }) {
  const { t } = useTranslation()
  const { textSize } = useSettings()
  const columns = useMemo((): GridColumn<Row>[] => {
    const scale = textSize / 100
    const words = Object.fromEntries(STANDS.map((stand) => [stand, t(`scoring.status.${stand}`)]))
    const column = (
      key: string,
      width: number,
      text: (row: ItemRow) => string,
      more: Partial<GridColumn<Row>> = {},
    ) => ({
      key,
      title: t(`scoring.column.${key as 'code'}`),
      width: Math.round(width * scale),
      text: (row: Row) => (row.kind === 'item' ? text(row) : ''),
      ...more,
    })
    return [
      column('code', 78, ({ item }) => item.code),
      column('title', 130, ({ item }) => item.title, { flex: 3 }),
      column('points', 58, ({ item }) => pointsText(item), { isNumber: true }),
      column('status', 108, ({ mark }) => words[standOf(mark)] ?? '', {
        className: (row) => (row.kind === 'item' ? `scoring-status scoring-status-${standOf(row.mark)}` : ''),
      }),
      column('lost', 62, lostText, {
        isNumber: true,
        className: (row) =>
          row.kind === 'item' && (row.score.lost > 0 || isRange(row)) ? 'scoring-lost' : '',
      }),
      column('score', 66, scoreOf, { isNumber: true }),
      column('by', 74, ({ mark }) => mark.by),
      column('remark', 84, ({ remark }) => remark, { flex: 2 }),
    ]
  }, [t, textSize])

  return (
    <div className="scoring-grid">
      <DataGrid<Row>
        label={t('scoring.items')}
        columns={columns}
        rows={desk.shown}
        idOf={({ id }) => id}
        currentId={desk.current?.id ?? ''}
        onPick={({ id }) => desk.goTo(id)}
        headingOf={headingOf}
        rowHeight={Math.round((ROW_HEIGHT * textSize) / 100)}
        empty={
          <Empty description={t('scoring.nothingShown')}>
            <Button onClick={() => desk.setFilter(EVERYTHING)}>{t('scoring.showAll')}</Button>
          </Empty>
        }
      />
    </div>
  )
}

function headingOf(row: Row): GridHeading | null {
  if (row.kind !== 'heading') return null
  const { code, title, points } = row
  return {
    className: `scoring-heading scoring-heading-${Math.min(row.level, 2)}`,
    code,
    title,
    figure: points,
  }
}

/** Checked, and still a range: it waits for a rank. */
function isRange({ status, score }: ItemRow): boolean {
  return status === 'scored' && score.low !== score.high
}

function pointsText(item: ItemRow['item']): string {
  return item.kind === 'normal' ? formatMilli(item.points) : '—'
}

function lostText(row: ItemRow): string {
  const { score, status } = row
  if (status !== 'scored') return ''
  if (score.vetoes.length > 0) return '✕'
  const extra =
    score.extraHigh === 0 ? '' : `${score.extraHigh > 0 ? '+' : '−'}${formatMilli(Math.abs(score.extraHigh))}`
  // A bonus or penalty may stand beside what the item itself lost.
  if (extra !== '' && score.lost === 0 && !isRange(row)) return extra
  const least = score.lost === 0 ? '0' : `−${formatMilli(score.lost)}`
  const lost = isRange(row) ? `${least} … −${formatMilli(score.lost + score.high - score.low)}` : least
  return extra === '' ? lost : `${lost} ${extra}`
}

function scoreOf({ score, status, item }: ItemRow): string {
  if (status === 'unchecked' || item.kind !== 'normal' || (status === 'excluded' && score.due === 0))
    return ''
  // A rank that is not known yet: the item is checked, and still a range.
  return score.low === score.high
    ? screenScore(score.high).replace('-', '−')
    : `${formatMilli(score.low)} – ${formatMilli(score.high)}`.replaceAll('-', '−')
}
