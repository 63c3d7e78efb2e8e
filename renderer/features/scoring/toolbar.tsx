import { FilterOutlined, QuestionCircleOutlined, SearchOutlined } from '@ant-design/icons'
import { Button, Input, Segmented, Select } from 'antd'
import { type RefObject, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { SHOWN } from './filter'
import type { Desk } from './use-desk'

interface Props {
  readonly desk: Desk
  readonly searchRef: RefObject<HTMLDivElement | null>
  readonly onHelp: () => void
}

/** What is scored, and what narrows the grid: words, state, category and unit. */
export function Toolbar({ desk, searchRef, onHelp }: Props) {
  const { t } = useTranslation()
  const { view, filter, setFilter, items, shownItems } = desk
  const header = view.state.header
  const units = useMemo(() => unitsOf(items), [items])
  const leave = () => (document.activeElement as HTMLElement | null)?.blur()
  return (
    <header className="scoring-toolbar">
      <div className="scoring-what">
        <b>{header?.subject.name}</b>
        <span>
          {header === null ? '' : t(`common.kind.${header.round.kind}`)} · {header?.round.date}
          {header?.correction ? ` · ${t('common.correction', { no: header.correction.no })}` : ''}
        </span>
      </div>
      <div ref={searchRef} className="scoring-search">
        <Input
          allowClear
          prefix={<SearchOutlined />}
          placeholder={t('scoring.search')}
          aria-label={t('scoring.search')}
          value={filter.words}
          data-testid="scoring-search"
          onChange={({ target }) => setFilter({ ...filter, words: target.value })}
          onPressEnter={() => {
            if (shownItems[0] !== undefined) desk.goTo(shownItems[0].id)
            leave()
          }}
          onKeyDown={({ key }) => {
            if (key !== 'Escape') return
            setFilter({ ...filter, words: '' })
            leave()
          }}
        />
      </div>
      <Segmented
        options={SHOWN.map((value) => ({ value, label: t(`scoring.shown.${value}`) }))}
        value={filter.shown}
        aria-label={t('scoring.filter')}
        data-testid="scoring-filter"
        onChange={(shown) => {
          setFilter({ ...filter, shown })
          leave()
        }}
      />
      <Select
        className="scoring-category-select"
        aria-label={t('scoring.category')}
        value={filter.category}
        popupMatchSelectWidth={false}
        options={[
          { value: '', label: t('scoring.allCategories') },
          ...view.rubric.categories.map(({ id, code, title }) => ({ value: id, label: `${code} ${title}` })),
        ]}
        onChange={(category) => {
          setFilter({ ...filter, category })
          leave()
        }}
      />
      <Select
        className="scoring-unit-select"
        aria-label={t('scoring.unit')}
        showSearch
        value={filter.unit}
        popupMatchSelectWidth={false}
        suffixIcon={<FilterOutlined />}
        options={[
          { value: '', label: t('scoring.allUnits') },
          ...units.map((unit) => ({ value: unit, label: unit })),
        ]}
        onChange={(unit) => {
          setFilter({ ...filter, unit })
          leave()
        }}
      />
      <Button
        type="text"
        icon={<QuestionCircleOutlined />}
        aria-label={t('scoring.help.title')}
        onClick={onHelp}
        data-testid="scoring-help"
      />
    </header>
  )
}

function unitsOf(items: Desk['items']): string[] {
  return [...new Set(items.flatMap(({ item }) => [...item.units.lead, ...item.units.support]))].sort((a, b) =>
    a.localeCompare(b, 'zh-CN'),
  )
}
