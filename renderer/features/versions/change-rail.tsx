import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Difference } from '../../../shared/domain/versions/difference'
import { HEAD, placesIn } from './shown-changes'

interface Props {
  readonly difference: Difference
  readonly place: string
  readonly onPlace: (place: string) => void
  readonly children: ReactNode
}

/** Where the changes are: the standard itself, and each category that has any. */
export function ChangeRail({ difference, place, onPlace, children }: Props) {
  const { t } = useTranslation()
  const places = useMemo(() => placesIn(difference.changes), [difference])
  const line = (id: string, name: ReactNode, count: number) => (
    <button
      key={id}
      type="button"
      className="versions-rail__place"
      aria-current={place === id ? 'true' : undefined}
      onClick={() => onPlace(id)}
    >
      <span className="versions-rail__name">{name}</span>
      <span className="versions-rail__count">{count}</span>
    </button>
  )
  return (
    <aside className="versions-rail">
      <nav aria-label={t('versions.rail')}>
        {line('', t('versions.all'), difference.changes.length)}
        {difference.head.length > 0 && line(HEAD, t('versions.head'), difference.head.length)}
        {places.map(({ id, code, title, count }) =>
          line(
            id,
            <>
              <span className="versions__code">{code}</span> {title}
            </>,
            count,
          ),
        )}
      </nav>
      {children}
    </aside>
  )
}
