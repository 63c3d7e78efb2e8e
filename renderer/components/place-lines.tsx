import './place-lines.css'
import { Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { PlannedPlace } from '../../shared/domain/round/place'
import type { ReadPlaces } from '../../shared/domain/round/place-lines'

interface Props {
  readonly text: string
  /** What the text was read as, and how many of its places are on the list already. */
  readonly read: ReadPlaces
  readonly fresh: readonly PlannedPlace[]
  readonly label: string
  readonly testId: string
  readonly isFirst?: boolean
  /** Enter, where it adds them; Shift+Enter begins another line then. */
  readonly onEnter?: () => void
  readonly onChange: (text: string) => void
}

const MOST_READ = 8
const MOST_PROBLEMS = 4

/** Places, one a line: typed or pasted, and below how each was read. */
export function PlaceLines({ text, read, fresh, label, testId, isFirst, onEnter, onChange }: Props) {
  const { t } = useTranslation()
  const known = read.places.length - fresh.length
  return (
    <>
      <Input.TextArea
        autoFocus={isFirst === true}
        autoSize={{ minRows: 3, maxRows: 12 }}
        value={text}
        aria-label={label}
        placeholder={t('places.linesHint')}
        data-testid={testId}
        onChange={({ target }) => onChange(target.value)}
        onKeyDown={(event) => {
          if (onEnter === undefined || event.key !== 'Enter' || event.shiftKey) return
          if (event.nativeEvent.isComposing) return
          event.preventDefault()
          onEnter()
        }}
      />
      {(fresh.length > 0 || known > 0 || read.problems.length > 0) && (
        <ul className="place-lines__read" data-testid={`${testId}-read`}>
          {fresh.slice(0, MOST_READ).map((place) => (
            <li key={`${place.name} ${place.subject ?? ''}`}>
              {[place.name, t(`places.kind.${place.kind}`), place.grade ?? '', place.zone ?? '']
                .filter((part) => part !== '')
                .join(' · ')}
            </li>
          ))}
          {fresh.length > MOST_READ && <li>{t('places.andMore', { count: fresh.length - MOST_READ })}</li>}
          {known > 0 && <li>{t('places.known', { count: known })}</li>}
          {read.problems.slice(0, MOST_PROBLEMS).map(({ line, code }) => (
            <li key={line} className="place-lines__problem">
              {t(`places.problem.${code}`, { line })}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
