import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { NodeName } from '../../../shared/domain/versions/node-change'

interface Line {
  readonly item: NodeName
  /** What, and why; empty ones are left out. */
  readonly words: readonly string[]
}

interface Props {
  readonly kind: 'lookAgain' | 'lost' | 'reworded' | 'fresh'
  readonly lines: readonly Line[]
}

/** More than these are listed when asked for; a few more are listed at once. */
const FIRST = 20
const FEW = 5

/** Items in one of the four lists of a carry, by number and title, with why. */
export function CarryList({ kind, lines }: Props) {
  const { t } = useTranslation()
  const [isWhole, setWhole] = useState(false)
  if (lines.length === 0) return null
  const shown = isWhole || lines.length <= FIRST + FEW ? lines : lines.slice(0, FIRST)
  return (
    <section className={`versions-carried versions-carried--${kind}`} data-testid={`versions-${kind}`}>
      <h3 className="versions-carried__title">
        {t(`versions.carrying.${kind}`)} <b>{lines.length}</b>
      </h3>
      <p className="versions__quiet">{t(`versions.carrying.${kind}Hint`)}</p>
      <ul>
        {shown.map(({ item, words }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list of a preview never moves
          <li key={at} className="versions-carried__line">
            <span className="versions__code">{item.code}</span>
            <span className="versions-carried__item">{item.title}</span>
            <span className="versions-carried__why">{words.filter((word) => word !== '').join(' · ')}</span>
          </li>
        ))}
      </ul>
      {shown.length < lines.length && (
        <Button type="link" onClick={() => setWhole(true)}>
          {t('versions.showMore', { count: lines.length - shown.length, all: lines.length })}
        </Button>
      )}
    </section>
  )
}
