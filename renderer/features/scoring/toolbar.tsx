import {
  EnvironmentOutlined,
  FilterOutlined,
  QuestionCircleOutlined,
  SearchOutlined,
  TabletOutlined,
} from '@ant-design/icons'
import { Button, Input, Segmented, Select } from 'antd'
import { memo, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { allItems, type Rubric } from '../../../shared/domain/rubric/rubric'
import { kindsOf } from '../../../shared/domain/rubric/rubric-for'
import type { SheetHeader } from '../../../shared/domain/sheet/event'
import { FindingsPaperButton } from '../../components/findings-paper-button'
import { type Filter, SHOWN } from './filter'
import type { Acts } from './use-desk'

interface Props {
  readonly acts: Acts
  readonly rubric: Rubric
  /** The standard says different things for different kinds of subject: this one is for the sheet's. */
  readonly isForKind: boolean
  readonly header: SheetHeader | null
  readonly filter: Filter
  readonly firstShown: string | undefined
  readonly isListOpen: boolean
  readonly onFindings: () => void
  readonly onPaper: () => void
  readonly onHelp: () => void
  readonly onFocusMode: () => void
}

/** What is scored, and what narrows the grid: words, state, category and unit. */
export const Toolbar = memo(function Toolbar({
  acts,
  rubric,
  isForKind,
  header,
  filter,
  firstShown,
  isListOpen,
  onFindings,
  onPaper,
  onHelp,
  onFocusMode,
}: Props) {
  const { t } = useTranslation()
  const units = useMemo(() => unitsOf(rubric), [rubric])
  const leave = () => (document.activeElement as HTMLElement | null)?.blur()
  const narrow = (change: Partial<Filter>) => {
    acts.setFilter({ ...filter, ...change })
    leave()
  }
  return (
    <header className="scoring-toolbar">
      <div className="scoring-what">
        <h1>{header?.subject.name}</h1>
        <span>
          {header === null ? '' : t(`common.kind.${header.round.kind}`)} · {header?.round.date}
          {isForKind && header !== null && (
            <>
              {' · '}
              <span data-testid="scoring-for-kind" title={t('scoring.forKindHint')}>
                {t('scoring.forKind', { kind: kindsOf(header.subject).join('、') })}
              </span>
            </>
          )}
          {header?.correction ? ` · ${t('common.correction', { no: header.correction.no })}` : ''}
          {header?.carriedFrom
            ? ` · ${t('common.carriedFrom', { version: header.carriedFrom.rubricVersion })}`
            : ''}
        </span>
      </div>
      <Input
        className="scoring-search"
        allowClear
        prefix={<SearchOutlined />}
        placeholder={t('scoring.search')}
        aria-label={t('scoring.search')}
        value={filter.words}
        data-testid="scoring-search"
        onChange={({ target }) => acts.setFilter({ ...filter, words: target.value })}
        onPressEnter={() => {
          if (firstShown !== undefined) acts.goTo(firstShown)
          leave()
        }}
        onKeyDown={({ key }) => {
          if (key === 'Escape') narrow({ words: '' })
        }}
      />
      <Segmented
        options={SHOWN.map((value) => ({ value, label: t(`scoring.shown.${value}`) }))}
        value={filter.shown}
        aria-label={t('scoring.filter')}
        data-testid="scoring-filter"
        onChange={(shown) => narrow({ shown })}
      />
      <Select
        className="scoring-category-select"
        aria-label={t('scoring.category')}
        value={filter.category}
        popupMatchSelectWidth={false}
        options={[
          { value: '', label: t('scoring.allCategories') },
          ...rubric.categories.map(({ id, code, title }) => ({ value: id, label: `${code} ${title}` })),
        ]}
        onChange={(category) => narrow({ category })}
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
        onChange={(unit) => narrow({ unit })}
      />
      <FindingsPaperButton isSmall onOpen={onPaper} />
      <Button
        type={isListOpen ? 'primary' : 'text'}
        icon={<EnvironmentOutlined />}
        aria-label={t('places.open')}
        aria-pressed={isListOpen}
        title={t('places.open')}
        onClick={onFindings}
        data-testid="scoring-findings-open"
      />
      <Button
        type="text"
        icon={<TabletOutlined />}
        aria-label={t('focus.title')}
        title={`${t('focus.title')} T`}
        onClick={onFocusMode}
        data-testid="scoring-focus"
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
})

function unitsOf(rubric: Rubric): string[] {
  const units = new Set(allItems(rubric).flatMap((item) => [...item.units.lead, ...item.units.support]))
  return [...units].sort((a, b) => a.localeCompare(b, 'zh-CN'))
}
