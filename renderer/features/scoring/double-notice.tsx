import { useTranslation } from 'react-i18next'
import type { Clause } from '../../../shared/domain/rubric/clause'
import type { Mark } from '../../../shared/domain/sheet/mark'
import { linksIn } from './links'
import { useLive, useSheetFacts } from './sheet-context'
import type { Acts } from './use-desk'

interface Props {
  readonly acts: Acts
  readonly item: string
  readonly clause: Clause
  readonly mark: Mark | undefined
  readonly isDisabled: boolean
}

/** 同一问题不重复扣分: where this problem is counted too, and linked as one or kept as two; what is linked, and back. */
export function DoubleNotice({ acts, item, clause, mark, isDisabled }: Props) {
  const { t } = useTranslation()
  const { doubles, keep } = useLive()
  const { codeOf } = useSheetFacts()
  if (mark === undefined) return null
  const isHere = (one: { readonly item: string; readonly clause: string }) =>
    one.item === item && one.clause === clause.id
  const double = doubles.find(({ marks }) => marks.some(isHere))
  const links = linksIn(mark)
  return (
    <>
      {double !== undefined && (
        <div className="scoring-notice scoring-notice-warn" role="status" data-testid="scoring-double">
          <p>
            {t('scoring.double', {
              place: double.place,
              code: double.marks
                .filter((one) => !isHere(one))
                .map((one) => codeOf(one.item))
                .join('、'),
            })}
          </p>
          <button
            type="button"
            className="scoring-button"
            data-act="link"
            disabled={isDisabled}
            onClick={() => acts.link(item, clause.id, double)}
          >
            {t('scoring.link')} <kbd>L</kbd>
          </button>
          <button
            type="button"
            className="scoring-button"
            data-act="keep"
            disabled={isDisabled}
            onClick={() => keep(double)}
          >
            {t('scoring.keepBoth')} <kbd>K</kbd>
          </button>
        </div>
      )}
      {links.length > 0 && (
        <div className="scoring-notice" data-testid="scoring-linked">
          <p>
            ⇄{' '}
            {links
              .map(({ place, to }) => {
                const words = t('scoring.linkedTo', { code: codeOf(to.item) })
                return place === null ? words : `${place}：${words}`
              })
              .join('；')}
          </p>
          <button
            type="button"
            className="scoring-button"
            data-act={double === undefined ? 'link' : undefined}
            disabled={isDisabled}
            onClick={() => acts.unlink(item, clause.id)}
          >
            {t('scoring.unlink')} {double === undefined && <kbd>L</kbd>}
          </button>
        </div>
      )}
    </>
  )
}
