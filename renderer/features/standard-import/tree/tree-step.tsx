import { CaretDownOutlined, CaretRightOutlined } from '@ant-design/icons'
import { type KeyboardEvent, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatMilli } from '../../../../shared/domain/points'
import { VirtualList } from '../list/virtual-list'
import { keyOf, type Place } from '../sheet/addresses'
import { BookView } from '../sheet/book-view'
import type { StepProps } from '../step-props'
import { openRows, rowAt, type TreeRow, treeRows } from './tree-rows'

/** The tree as it will be, beside the sheet it came from: choosing in one shows the other. */
export function TreeStep({ book, reading, cells, ignored }: StepProps) {
  const { t } = useTranslation()
  const all = useMemo(() => treeRows(reading), [reading])
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set())
  const rows = useMemo(() => openRows(all, closed), [all, closed])
  const [chosen, setChosen] = useState(all[0]?.key ?? '')
  const [place, setPlace] = useState<Place | null>(all[0]?.places[0] ?? null)
  const [sheet, setSheet] = useState(place?.sheet ?? book.sheets[0]?.name ?? '')
  const at = rows.findIndex(({ key }) => key === chosen)
  const row = rows[at]
  const from = useMemo(() => {
    const places = row?.places.filter((one) => one.sheet === sheet) ?? []
    return new Set(places.map(keyOf))
  }, [row, sheet])

  const choose = (next: TreeRow | undefined) => {
    if (next === undefined) return
    setChosen(next.key)
    const [first] = next.places
    if (first === undefined) return
    setPlace(first)
    setSheet(first.sheet)
  }
  const toggle = (key: string) => {
    const next = new Set(closed)
    if (!next.delete(key)) next.add(key)
    setClosed(next)
  }
  const onKey = (event: KeyboardEvent) => {
    if (row === undefined || (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight')) return
    event.preventDefault()
    if (event.key === 'ArrowRight') {
      if (closed.has(row.key)) toggle(row.key)
    } else if (row.below !== null && !closed.has(row.key)) toggle(row.key)
    else choose(rows.find(({ key }) => key === row.over.at(-1)))
  }
  return (
    <div className="import-pair">
      <section className="import-pair__list" aria-label={t('standardImport.tree.name')}>
        <header className="import-part">
          <h2 className="import-part__title">{t('standardImport.tree.name')}</h2>
          <span className="import-part__counts" data-testid="import-tree-counts">
            {t('standardImport.counts', {
              categories: reading.counts.categories,
              items: reading.counts.items,
              points: formatMilli(reading.counts.sum),
            })}
          </span>
        </header>
        <VirtualList
          label={t('standardImport.tree.name')}
          role="tree"
          rows={rows}
          rowHeight={2.125}
          current={at}
          onCurrent={(index) => choose(rows[index])}
          onKey={onKey}
          keyOf={({ key }) => key}
          classOf={({ kind }) => `import-node import-node--${kind}`}
          testId="import-tree"
          isFocused
          render={(one) => (
            <TreeLine row={one} isClosed={closed.has(one.key)} onToggle={() => toggle(one.key)} />
          )}
        />
        <p className="import-keys">{t('standardImport.tree.keys')}</p>
      </section>
      <BookView
        sheets={book.sheets}
        ignored={ignored}
        cells={cells}
        sheet={sheet}
        onSheet={setSheet}
        current={place}
        onCurrent={(next) => {
          setPlace(next)
          const found = rowAt(all, next)
          if (found === null) return
          setClosed(new Set([...closed].filter((key) => !found.over.includes(key))))
          setChosen(found.key)
        }}
        markOf={(line, column) => (from.has(keyOf({ row: line, column })) ? 'from' : null)}
      />
    </div>
  )
}

interface TreeLineProps {
  readonly row: TreeRow
  readonly isClosed: boolean
  readonly onToggle: () => void
}

function TreeLine({ row, isClosed, onToggle }: TreeLineProps) {
  const { t } = useTranslation()
  const { below, points, depth } = row
  const isOff = below !== null && points !== null && below.sum !== points
  return (
    <>
      <span className="import-node__indent" style={{ width: `${depth * 1.125}rem` }} />
      {below === null ? (
        <span className="import-node__toggle" />
      ) : (
        <button
          type="button"
          tabIndex={-1}
          className="import-node__toggle"
          aria-label={t(isClosed ? 'editor.open' : 'editor.close')}
          onClick={(event) => {
            event.stopPropagation()
            onToggle()
          }}
        >
          {isClosed ? <CaretRightOutlined aria-hidden /> : <CaretDownOutlined aria-hidden />}
        </button>
      )}
      {row.code !== '' && <span className="import-node__code">{row.code}</span>}
      <span className="import-node__title" title={row.title}>
        {row.title}
      </span>
      {below !== null && (
        <span className="import-node__below">{t('standardImport.tree.items', { count: below.items })}</span>
      )}
      <span className={`import-node__points${isOff ? ' import-node__points--off' : ''}`}>
        {row.item !== null && row.item.kind !== 'normal'
          ? t(`editor.kindShort.${row.item.kind}`)
          : isOff
            ? t('standardImport.tree.off', { sum: formatMilli(below.sum), points: formatMilli(points) })
            : formatMilli(points ?? below?.sum ?? 0)}
        {row.item !== null && row.item.kind === 'normal' && points === null && ' ?'}
      </span>
    </>
  )
}
