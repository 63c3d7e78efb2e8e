import { useTranslation } from 'react-i18next'
import { LONGEST_MARK_TEXT } from '../../../../shared/domain/evidence/photo-mark'
import { TOOL_KEYS, TOOLS, type useDrawing } from './use-drawing'

interface Props {
  readonly drawing: ReturnType<typeof useDrawing>
  readonly count: number
  /** Takes the last sign away, or all. */
  readonly onTake: (which: 'last' | 'all') => void
}

/** What can be drawn over the picture, and how to take it away; the original stays as it is. */
export function DrawingTools({ drawing, count, onTake }: Props) {
  const { t } = useTranslation()
  const { tool, choose, wordsAt, write, isFull } = drawing
  return (
    <section className="evidence-tools" aria-label={t('evidence.draw.title')}>
      <h3>{t('evidence.draw.title')}</h3>
      <div className="evidence-acts">
        {TOOLS.map((one) => (
          <button
            key={one}
            type="button"
            className={one === tool ? 'scoring-button scoring-button-main' : 'scoring-button'}
            aria-pressed={one === tool}
            disabled={isFull}
            data-testid={`evidence-draw-${one}`}
            onClick={() => choose(one === tool ? null : one)}
          >
            {t(`evidence.draw.${one}`)} <kbd>{TOOL_KEYS[one]}</kbd>
          </button>
        ))}
      </div>
      {wordsAt !== null && (
        <form
          className="evidence-acts"
          onSubmit={(event) => {
            event.preventDefault()
            write(String(new FormData(event.currentTarget).get('words') ?? ''))
          }}
        >
          <input
            className="evidence-photo-finding"
            name="words"
            // biome-ignore lint/a11y/noAutofocus: the person has just said where the words are to stand
            autoFocus
            maxLength={LONGEST_MARK_TEXT}
            aria-label={t('evidence.draw.words')}
            placeholder={t('evidence.draw.words')}
            data-testid="evidence-draw-words"
          />
        </form>
      )}
      <p className="evidence-hint">
        {t(tool === null ? 'evidence.draw.apart' : `evidence.draw.how.${tool}`)}
      </p>
      {count > 0 && (
        <div className="evidence-acts">
          <button type="button" className="scoring-button" onClick={() => onTake('last')}>
            {t('evidence.draw.takeLast')} <kbd>Backspace</kbd>
          </button>
          <button type="button" className="scoring-button" onClick={() => onTake('all')}>
            {t('evidence.draw.takeAll', { count })}
          </button>
        </div>
      )}
    </section>
  )
}
