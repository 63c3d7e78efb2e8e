import { Drawer } from 'antd'
import { useTranslation } from 'react-i18next'
import { CategoryRail } from '../category-rail'
import { EVERYTHING } from '../filter'
import { StatusMark } from '../status-mark'
import type { Desk } from '../use-desk'

interface Props {
  readonly desk: Desk
  readonly isOpen: boolean
  /** What is left of the category is clear; null on a sealed sheet. */
  readonly onClearRest: (() => void) | null
  readonly onClose: () => void
}

/** 目录: the categories, and the items of the one that is open, to go to. */
export function FocusContents({ desk, isOpen, onClearRest, onClose }: Props) {
  const { t } = useTranslation()
  const { view, acts, current, filter } = desk
  const category = current?.category
  const isNarrowed = filter !== EVERYTHING && desk.shownItems.length < desk.items.length
  const clearRest = () => {
    onClose()
    onClearRest?.()
  }
  return (
    <Drawer
      open={isOpen}
      placement="left"
      size="min(60rem, 94vw)"
      title={t('focus.contents')}
      closable={{ 'aria-label': t('common.close') }}
      // At once, by whoever opened it: after the animation it would take the focus from a field tapped meanwhile.
      focusable={{ focusTriggerAfterClose: false }}
      rootClassName="focus-contents scoring-large"
      onClose={onClose}
      destroyOnHidden
    >
      <CategoryRail
        acts={acts}
        categories={view.score.categories}
        rubric={view.rubric}
        current={category}
        onClearRest={onClearRest === null ? null : clearRest}
      />
      <ol className="focus-list" aria-label={t('scoring.items')}>
        {isNarrowed && (
          <li>
            <button
              type="button"
              className="scoring-button"
              data-testid="focus-show-all"
              onClick={() => acts.setFilter(EVERYTHING)}
            >
              {t('focus.narrowed', { count: desk.shownItems.length })}
            </button>
          </li>
        )}
        {desk.shownItems
          .filter((row) => row.category === category)
          .map(({ id, item, mark }) => (
            <li key={id}>
              <button
                type="button"
                className="focus-list-item"
                ref={id === current?.id ? intoView : null}
                aria-current={id === current?.id ? 'true' : undefined}
                data-testid={`focus-to-${item.code}`}
                onClick={() => {
                  desk.goTo(id)
                  onClose()
                }}
              >
                <b>{item.code}</b>
                <span>{item.title}</span>
                <StatusMark mark={mark} />
              </button>
            </li>
          ))}
      </ol>
    </Drawer>
  )
}

function intoView(entry: HTMLElement | null): void {
  entry?.scrollIntoView({ block: 'center' })
}
