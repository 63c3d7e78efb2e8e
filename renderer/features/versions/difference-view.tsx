import { DownOutlined, SearchOutlined, UpOutlined } from '@ant-design/icons'
import { Button, Input, type InputRef } from 'antd'
import { type ReactNode, useDeferredValue, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { itemIndex } from '../../../shared/domain/rubric/item-index'
import type { Rubric } from '../../../shared/domain/rubric/rubric'
import { type Difference, isNoDifference } from '../../../shared/domain/versions/difference'
import { Note } from '../../components/note'
import { ChangeEntry } from './change-entry'
import { ChangeRail } from './change-rail'
import { FieldRow } from './field-row'
import { ALL, HEAD, isRenumbered, kindsIn, type Narrowing, shownChanges } from './shown-changes'
import { useChangeKeys } from './use-change-keys'
import { useWords } from './use-words'

interface Props {
  readonly before: Rubric
  readonly after: Rubric
  readonly difference: Difference
  readonly footer: ReactNode
}

/** So many changes are laid out at once, and again at each asking. */
const PAGE = 100

/** Everything that differs, narrowed by kind, words and place, and read from change to change. */
export function DifferenceView({ before, after, difference, footer }: Props) {
  const { t } = useTranslation()
  const words = useWords()
  const [narrowing, setNarrowing] = useState<Narrowing>(ALL)
  const [most, setMost] = useState(PAGE)
  const [current, setCurrent] = useState(0)
  const list = useRef<HTMLDivElement>(null)
  const search = useRef<InputRef>(null)
  const sought = useDeferredValue(narrowing)
  const changes = useMemo(() => shownChanges(difference.changes, sought, words), [difference, sought, words])
  const isHeadShown =
    difference.head.length > 0 &&
    narrowing.kind === '' &&
    narrowing.words.trim() === '' &&
    (narrowing.place === '' || narrowing.place === HEAD)

  const narrow = (change: Partial<Narrowing>) => {
    setNarrowing({ ...narrowing, ...change })
    setMost(PAGE)
    setCurrent(0)
    list.current?.scrollTo({ top: 0 })
  }
  const goTo = (no: number) => {
    const next = Math.max(0, Math.min(changes.length - 1, no))
    // At once: a key that follows at the next moment must find this change current and in focus.
    flushSync(() => {
      if (next >= most) setMost(next + PAGE)
      setCurrent(next)
    })
    const entry = list.current?.querySelector<HTMLElement>(`[data-no="${next}"]`)
    entry?.focus({ preventScroll: true })
    entry?.scrollIntoView({ block: 'start' })
  }
  useChangeKeys(list, {
    onStep: (step) => goTo(current + step),
    onFind: () => search.current?.focus(),
    onClear: () => {
      narrow({ words: '' })
      search.current?.blur()
    },
  })
  if (isNoDifference(difference)) return <Note kind="ok">{t('versions.none')}</Note>

  const { items } = difference
  const isStrange = items.unchanged === 0 && difference.changes.every(({ kinds }) => isWhole(kinds))
  const shown = changes.slice(0, most)
  const renumbered = difference.changes.filter(isRenumbered).length
  const isListed = narrowing.kind === '' && narrowing.words.trim() === '' && narrowing.place === ''

  return (
    <div className="versions-difference">
      {isStrange && <Note kind="warn">{t('versions.strangers')}</Note>}
      <div className="versions-summary">
        <span data-testid="versions-items">{t('versions.items', { ...items })}</span>
        <Input
          ref={search}
          className="versions-summary__find"
          allowClear
          prefix={<SearchOutlined aria-hidden />}
          placeholder={t('versions.find')}
          aria-label={t('versions.find')}
          data-testid="versions-find"
          value={narrowing.words}
          onChange={({ target }) => narrow({ words: target.value })}
          onPressEnter={() => goTo(0)}
        />
        <span className="versions-summary__way" title={t('versions.keys')}>
          <span role="status">
            {changes.length > 0 && t('versions.position', { no: current + 1, count: changes.length })}
          </span>
          <Button
            size="small"
            icon={<UpOutlined />}
            aria-label={t('versions.previous')}
            title={t('versions.previous')}
            disabled={current === 0}
            onClick={() => goTo(current - 1)}
          />
          <Button
            size="small"
            icon={<DownOutlined />}
            aria-label={t('versions.next')}
            title={t('versions.next')}
            data-testid="versions-next"
            disabled={current >= changes.length - 1}
            onClick={() => goTo(current + 1)}
          />
        </span>
      </div>
      <fieldset className="versions-kinds" aria-label={t('versions.filter')}>
        <Kind
          name={t('versions.all')}
          count={difference.changes.length}
          isOn={narrowing.kind === ''}
          onPress={() => narrow({ kind: '' })}
        />
        {kindsIn(difference).map(({ kind, count }) => (
          <Kind
            key={kind}
            name={words.kinds[kind]}
            count={count}
            isOn={narrowing.kind === kind}
            testId={`versions-kind-${kind}`}
            onPress={() => narrow({ kind: narrowing.kind === kind ? '' : kind })}
          />
        ))}
      </fieldset>
      <div className="versions-body">
        <ChangeRail difference={difference} place={narrowing.place} onPlace={(place) => narrow({ place })}>
          {footer}
        </ChangeRail>
        <div className="versions-list" ref={list} data-testid="versions-changes">
          <div className="versions-sides" aria-hidden>
            <span />
            <span>
              {t('versions.before')} · {before.version}
            </span>
            <span>
              {t('versions.after')} · {after.version}
            </span>
          </div>
          {isHeadShown && (
            <section className="versions-change" data-testid="versions-head">
              <h3 className="versions-change__title">{t('versions.head')}</h3>
              <dl className="versions-fields">
                {difference.head.map((change) => (
                  <FieldRow key={`${change.name} ${change.id}`} change={change} />
                ))}
              </dl>
            </section>
          )}
          {changes.length === 0 && !isHeadShown && (
            <p className="versions__empty">
              {t('versions.nothingShown')}{' '}
              <Button type="link" onClick={() => narrow(ALL)}>
                {t('versions.showAll')}
              </Button>
            </p>
          )}
          <ol aria-label={t('versions.list')}>
            {shown.map((change, no) => (
              <ChangeEntry
                key={`${change.level} ${change.id} ${change.kinds[0]}`}
                change={change}
                item={itemIndex(change.after === null ? before : after).get(change.id)}
                no={no}
                isCurrent={no === current}
                onFocus={setCurrent}
              />
            ))}
          </ol>
          {isListed && renumbered > 0 && (
            <p className="versions-list__quiet">
              {t('versions.renumbered', { count: renumbered })}{' '}
              <Button type="link" size="small" onClick={() => narrow({ kind: 'renumbered' })}>
                {t('versions.listThem')}
              </Button>
            </p>
          )}
          {changes.length > shown.length && (
            <Button className="versions-list__more" onClick={() => setMost(most + PAGE)}>
              {t('versions.showMore', {
                count: Math.min(PAGE, changes.length - shown.length),
                all: changes.length,
              })}
            </Button>
          )}
        </div>
      </div>
    </div>
  )
}

function isWhole(kinds: readonly string[]): boolean {
  return kinds.includes('added') || kinds.includes('gone')
}

interface KindProps {
  readonly name: string
  readonly count: number
  readonly isOn: boolean
  readonly testId?: string
  readonly onPress: () => void
}

function Kind({ name, count, isOn, testId, onPress }: KindProps) {
  return (
    <button
      type="button"
      className="versions-kind"
      aria-pressed={isOn}
      data-testid={testId}
      onClick={onPress}
    >
      {name} <b>{count}</b>
    </button>
  )
}
