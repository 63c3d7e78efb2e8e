import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { explainItem } from '../../../shared/domain/explain/explain-item'
import { writeWorking } from '../../../shared/domain/explain/write-working'
import { itemIndex } from '../../../shared/domain/rubric/item-index'
import type { Item, Rubric } from '../../../shared/domain/rubric/rubric'
import type { SheetEvent, StampedEvent } from '../../../shared/domain/sheet/event'
import { notesIn, UNTOUCHED } from '../../../shared/domain/sheet/mark'
import type { SheetState } from '../../../shared/domain/sheet/state'
import {
  type ExplainedSheet,
  ExplanationLayer,
  OpeningProvider,
  type SheetSource,
  useExplaining,
} from '../../components/explaining'
import { OpenScore } from '../../components/open-score'
import { screenRange } from '../../components/screen-score'
import type { Moment } from './playback'

interface Props {
  readonly rubric: Rubric
  readonly line: StampedEvent | undefined
  readonly before: Moment
  readonly after: Moment
  /** The sheet after a number of steps. */
  readonly stateAt: (step: number) => SheetState
}

/** One step opened: the clause in the standard's own wording, the arithmetic, the reason, and what it changed. */
export function StepDetail({ rubric, line, before, after, stateAt }: Props) {
  const { t } = useTranslation()
  const source = useMemo((): SheetSource => {
    let sheet: ExplainedSheet | undefined
    return {
      view: () => {
        sheet ??= { rubric, state: stateAt(after.step) }
        return sheet
      },
      subscribe: () => () => undefined,
    }
  }, [rubric, after, stateAt])
  const { opening, opened, close } = useExplaining(source)
  if (line === undefined) return null
  const { event } = line
  const id = 'item' in event ? event.item : null
  const item = id === null ? undefined : itemIndex(rubric).get(id)
  const score = id === null ? undefined : after.score.items.find((one) => one.item === id)
  const was = id === null ? undefined : before.score.items.find((one) => one.item === id)
  const words = wordsIn(event)
  const clauseId = event.type === 'marked' ? event.clause : null
  const clause = item?.clauses.find((one) => one.id === clauseId)
  const working = item === undefined ? '' : workingIn(rubric, item, event)
  return (
    <OpeningProvider value={opening}>
      <dl className="verify__pairs verify__detail" data-testid="verify-step-detail">
        {clause !== undefined && (
          <>
            <dt>{t('verify.step.clause')}</dt>
            <dd>
              {clause.text}
              {working !== '' && <span className="verify__more">{working}</span>}
            </dd>
          </>
        )}
        {words !== '' && (
          <>
            <dt>{t('verify.step.words')}</dt>
            <dd>{words}</dd>
          </>
        )}
        {score !== undefined && was !== undefined && (
          <>
            <dt>{t('verify.step.item')}</dt>
            <dd>
              {screenRange(was.low, was.high)} →{' '}
              <OpenScore node={score.item}>{screenRange(score.low, score.high)}</OpenScore>
            </dd>
          </>
        )}
        <dt>{t('verify.step.total')}</dt>
        <dd>
          {screenRange(before.score.low, before.score.high)} →{' '}
          <OpenScore node="total">{screenRange(after.score.low, after.score.high)}</OpenScore>
        </dd>
        <dt>{t('verify.step.hash')}</dt>
        <dd className="verify__hash">{line.hash}</dd>
      </dl>
      <ExplanationLayer opened={opened} source={source} onClose={close} />
    </OpeningProvider>
  )
}

/** The arithmetic of the mark that was made. */
function workingIn(rubric: Rubric, item: Item, event: SheetEvent): string {
  if (event.type !== 'marked' || event.mark === null) return ''
  const mark = { ...UNTOUCHED, status: 'scored', marks: { [event.clause]: event.mark } } as const
  const [child] = explainItem(rubric, item, mark).children
  return child === undefined ? '' : writeWorking(child)
}

/** The person's own words in an event. */
function wordsIn(event: SheetEvent): string {
  switch (event.type) {
    case 'marked':
      return [event.mark?.reason ?? '', ...(event.mark === null ? [] : notesIn(event.mark))]
        .filter((text) => text !== '')
        .join('；')
    case 'excluded':
    case 'excluded-together':
    case 'sealed':
      return event.reason
    case 'noted':
      return event.note
    default:
      return ''
  }
}
