import { Button, Collapse } from 'antd'
import { useTranslation } from 'react-i18next'
import { itemsOf, type Rubric } from '../../../shared/domain/rubric/rubric'
import type { SheetState } from '../../../shared/domain/sheet/state'
import { Note } from '../../components/note'

interface Props {
  readonly rubric: Rubric
  readonly state: SheetState
  readonly onScore: () => void
}

/** What nobody has checked yet, by category; says so when there is none. */
export function UncheckedItems({ rubric, state, onScore }: Props) {
  const { t } = useTranslation()
  const open = rubric.categories.flatMap((category) => {
    const items = itemsOf(category).filter(
      ({ id }) => (state.items.get(id)?.status ?? 'unchecked') === 'unchecked',
    )
    return items.length === 0 ? [] : [{ category, items }]
  })
  const count = open.reduce((sum, { items }) => sum + items.length, 0)
  if (count === 0) {
    return (
      <Note kind="ok" testId="seal-unchecked-none">
        {t('seal.unchecked.none')}
      </Note>
    )
  }
  return (
    <>
      <Note
        kind="warn"
        testId="seal-unchecked"
        actions={
          <Button size="small" data-testid="seal-unchecked-back" onClick={onScore}>
            {t('seal.unchecked.back')}
          </Button>
        }
      >
        {t('seal.unchecked.some', { count })}
      </Note>
      <Collapse
        size="small"
        className="seal__unchecked"
        items={open.map(({ category, items }) => ({
          key: category.id,
          label: `${category.code} ${category.title}`,
          extra: t('seal.unchecked.inCategory', { count: items.length }),
          children: (
            <ul className="seal__codes">
              {items.map(({ id, code, title }) => (
                <li key={id}>
                  <span className="seal__code">{code}</span>
                  {title}
                </li>
              ))}
            </ul>
          ),
        }))}
      />
    </>
  )
}
