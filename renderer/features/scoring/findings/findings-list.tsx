import './findings.css'
import { Empty } from 'antd'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SheetPlace } from '../../../../shared/domain/round/place'
import { kindByName } from '../../../../shared/domain/round/place-kind'
import type { Desk } from '../use-desk'
import { FindingLine } from './finding-line'
import { FindingsHead } from './findings-head'
import { GroupLine } from './group-line'
import type { ListFilter, ListRow } from './list-rows'
import { PlaceDialog } from './place-dialog'
import { useFindings } from './use-findings'

const START: ListFilter = { by: 'place', shown: 'all', words: '' }
const PAGE = 12

/** 问题与点位: what was found, by place for walking on, by unit for talking to them; the panel beside it shows each. */
export function FindingsList({ desk, onClose }: { readonly desk: Desk; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const [filter, setFilter] = useState(START)
  const { findings, listed } = useFindings(desk.view, filter)
  const { rows } = listed
  const [active, setActive] = useState('')
  const [editing, setEditing] = useState<SheetPlace | 'new' | null>(null)
  const listId = useId()
  const list = useRef<HTMLDivElement>(null)
  // The list has the keys, also once a dialog over it is gone.
  useEffect(() => {
    if (editing === null) list.current?.focus()
  }, [editing])

  const narrow = (next: ListFilter) => {
    setFilter(next)
    list.current?.scrollTo({ top: 0 })
  }
  const at = rows.findIndex(({ key }) => key === active)
  const pick = (row: ListRow) => {
    setActive(row.key)
    if (row.kind === 'finding') desk.goToClause(row.finding.item, row.finding.clause, row.finding.place)
    if (row.kind === 'item') desk.goTo(row.item.id)
    list.current
      ?.querySelector(`[id="${CSS.escape(rowId(listId, row.key))}"]`)
      ?.scrollIntoView({ block: 'nearest' })
  }
  const toggleSeen = (row: ListRow) => {
    if (row.kind !== 'place' || row.group.key === '' || desk.isReadOnly) return
    const listed = row.group.listed ?? { name: row.group.name, kind: kindByName(row.group.name) }
    const { isSeen, ...place } = listed
    void desk.run({ type: 'list-places', places: [isSeen ? place : { ...place, isSeen: true }] })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.altKey || event.metaKey) return
    if (event.shiftKey) return
    const row = rows[at]
    const to = targetOf(event.key, at, rows.length)
    if (to !== null) {
      const next = rows[to]
      if (next !== undefined) pick(next)
    } else if (event.key === 'Escape') onClose()
    else if (event.key === 'a' && !desk.isReadOnly) setEditing('new')
    else if ((event.key === ' ' || event.key === 'Enter') && row?.kind === 'place') {
      if (event.key === ' ') toggleSeen(row)
      else if (!desk.isReadOnly) setEditing(placeOf(row))
    } else if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
  }
  return (
    <section className="scoring-findings" aria-label={t('places.title')} data-testid="scoring-findings">
      <FindingsHead
        findings={findings}
        listed={listed}
        filter={filter}
        onFilter={narrow}
        onAdd={desk.isReadOnly ? null : () => setEditing('new')}
        onClose={onClose}
      />
      {rows.length === 0 ? (
        <Empty
          className="scoring-findings-empty"
          image={Empty.PRESENTED_IMAGE_SIMPLE}
          description={t(findings.length + listed.places === 0 ? 'places.nothing' : 'places.nothingShown')}
        />
      ) : null}
      <div
        className="scoring-findings-rows"
        ref={list}
        tabIndex={0}
        role="listbox"
        aria-label={t(`places.by.${filter.by}`)}
        aria-activedescendant={at < 0 ? undefined : rowId(listId, active)}
        data-testid="scoring-findings-rows"
        onKeyDown={onKeyDown}
      >
        {rows.map((row) => {
          const common = {
            id: rowId(listId, row.key),
            isActive: row.key === active,
            onPick: () => pick(row),
          }
          return row.kind === 'finding' ? (
            <FindingLine key={row.key} {...common} row={row} by={filter.by} rubric={desk.view.rubric} />
          ) : (
            <GroupLine
              key={row.key}
              {...common}
              row={row}
              onSeen={desk.isReadOnly ? null : () => toggleSeen(row)}
              onEdit={desk.isReadOnly || row.kind !== 'place' ? null : () => setEditing(placeOf(row))}
            />
          )
        })}
      </div>
      {editing !== null && (
        <PlaceDialog
          desk={desk}
          place={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
    </section>
  )
}

function rowId(list: string, key: string): string {
  return `${list}-${key}`
}

/** A place as it is listed, or as listing it would begin. */
function placeOf({ group }: Extract<ListRow, { kind: 'place' }>): SheetPlace {
  return group.listed ?? { name: group.name, kind: kindByName(group.name) }
}

/** Which row a key moves to; null where it moves nothing. */
function targetOf(key: string, at: number, count: number): number | null {
  const last = count - 1
  switch (key) {
    case 'ArrowDown':
      return Math.min(last, at + 1)
    case 'ArrowUp':
      return Math.max(0, at - 1)
    case 'PageDown':
      return Math.min(last, at + PAGE)
    case 'PageUp':
      return Math.max(0, at - PAGE)
    case 'Home':
      return 0
    case 'End':
      return last
    default:
      return null
  }
}
