import { InputNumber } from 'antd'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { candidatesFor, matchOf } from '../../../../shared/domain/evidence/match-findings'
import type { Finding } from '../../../../shared/domain/findings/finding'
import { Note } from '../../../components/note'
import { screenTime } from '../../../components/screen-time'
import { useEvidenceAround } from './evidence-context'
import { PhotoRow } from './photo-row'
import { ThumbGrid } from './thumb-grid'
import type { Target } from './use-evidence'
import type { Sorting, SortingDesk } from './use-sorting'

interface Props {
  readonly sorting: Sorting
  readonly desk: SortingDesk
  readonly findings: readonly Finding[]
}

const WINDOWS = [10, 30, 60, 120, 720] as const
const ROW = { width: 1, height: 5, gap: 0.375 } as const
/** A clock is off by a day at most; more is a wrong date, to be said by hand. */
const MOST_AHEAD = 24 * 60

/** A phone's photos beside the findings that they were most likely taken of; nothing is attached before it is said. */
export function SortPhotos({ sorting, desk, findings }: Props) {
  const { t } = useTranslation()
  const { desk: evidence } = useEvidenceAround()
  const [aheadMinutes, setAhead] = useState(0)
  const [windowMinutes, setWindow] = useState<number>(30)
  /** What a person said otherwise; '' for no finding. */
  const [said, setSaid] = useState<ReadonlyMap<string, string>>(new Map())
  const [isBusy, setBusy] = useState(false)
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])

  const { photos } = sorting
  const byKey = useMemo(() => new Map(findings.map((one) => [one.key, one])), [findings])
  const proposed = useMemo(
    () =>
      new Map(
        photos.map((photo) => [
          photo.sha256,
          matchOf(photo, findings, { aheadMinutes, windowMinutes })?.key ?? '',
        ]),
      ),
    [photos, findings, aheadMinutes, windowMinutes],
  )
  const labels = useMemo(() => new Map(findings.map((one) => [one.key, labelOf(one)])), [findings])
  const chosenOf = useCallback(
    (sha256: string) => said.get(sha256) ?? proposed.get(sha256) ?? '',
    [said, proposed],
  )
  const choose = useCallback((sha256: string, key: string) => {
    setSaid((before) => new Map(before).set(sha256, key))
  }, [])
  const chosen = useMemo(() => {
    const targets = new Map<string, Target>()
    for (const { sha256 } of photos) {
      const finding = byKey.get(chosenOf(sha256))
      if (finding !== undefined) targets.set(sha256, targetOf(finding))
    }
    return targets
  }, [photos, byKey, chosenOf])

  const attach = async () => {
    if (isBusy || chosen.size === 0) return
    setBusy(true)
    await desk.attach(chosen)
    setBusy(false)
  }
  const draw = useCallback(
    (at: number) => {
      const photo = photos[at]
      if (photo === undefined) return null
      return (
        <PhotoRow
          key={photo.sha256}
          sheetId={evidence.sheetId}
          photo={photo}
          candidates={candidatesFor(photo, findings, { aheadMinutes })}
          labels={labels}
          chosen={chosenOf(photo.sha256)}
          onChoose={choose}
        />
      )
    },
    [photos, findings, labels, aheadMinutes, chosenOf, choose, evidence.sheetId],
  )
  return (
    <dialog
      ref={dialog}
      className="evidence-all"
      aria-label={t('evidence.sort.title')}
      data-testid="evidence-sort"
      onCancel={(event) => {
        event.preventDefault()
        void desk.close()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void attach()
      }}
    >
      <header className="evidence-all-head">
        <h2>{t('evidence.sort.title')}</h2>
        <span className="evidence-field">
          {t('evidence.sort.ahead')}
          <InputNumber
            min={-MOST_AHEAD}
            max={MOST_AHEAD}
            precision={0}
            value={aheadMinutes}
            aria-label={t('evidence.sort.ahead')}
            data-testid="evidence-sort-ahead"
            onChange={(value) => setAhead(value ?? 0)}
          />
          {t('evidence.sort.minutes')}
        </span>
        <span className="evidence-field">
          {t('evidence.sort.window')}
          <select
            className="evidence-photo-finding"
            value={windowMinutes}
            aria-label={t('evidence.sort.window')}
            data-testid="evidence-sort-window"
            onChange={({ target }) => setWindow(Number(target.value))}
          >
            {WINDOWS.map((count) => (
              <option key={count} value={count}>
                {t('evidence.sort.within', { count })}
              </option>
            ))}
          </select>
        </span>
        <span className="evidence-space" />
        <button
          type="button"
          className="scoring-button scoring-button-main"
          disabled={isBusy || chosen.size === 0}
          data-testid="evidence-sort-attach"
          onClick={() => void attach()}
        >
          {t('evidence.sort.attach', { count: chosen.size })} <kbd>Ctrl+Enter</kbd>
        </button>
        <button type="button" className="scoring-button" onClick={() => void desk.close()}>
          {t('common.cancel')} <kbd>Esc</kbd>
        </button>
      </header>
      <div className="evidence-sort-said">
        <p>
          {t('evidence.sort.how')} {t('evidence.sort.keys')}
        </p>
        <p data-testid="evidence-sort-counts">
          {t('evidence.sort.counts', { photos: photos.length, chosen: chosen.size })}
          {sorting.already > 0 && t('evidence.sort.already', { count: sorting.already })}
          {sorting.refused.length > 0 && t('evidence.sort.refused', { count: sorting.refused.length })}
          {sorting.left > 0 && t('evidence.sort.left', { count: sorting.left })}
        </p>
        {findings.length === 0 && <Note kind="warn">{t('evidence.sort.noFindings')}</Note>}
        {desk.code !== null && <Note kind="danger">{t(`failure.${desk.code}`, { detail: '' })}</Note>}
      </div>
      <ThumbGrid
        className="evidence-sheet"
        testId="evidence-sort-list"
        count={photos.length}
        tile={ROW}
        isList
        hasArrows
        draw={draw}
      />
    </dialog>
  )
}

const LONGEST_WORDS = 40

/** '10:32 · 1.2.3 · 中原路 · …' */
function labelOf({ at, of, place, words }: Finding): string {
  const short = words.length > LONGEST_WORDS ? `${words.slice(0, LONGEST_WORDS)}…` : words
  return [screenTime(at).slice(11, 16), of.code, place ?? '', short].filter((one) => one !== '').join(' · ')
}

function targetOf({ item, clause, place }: Finding): Target {
  return { item, clause, ...(place === null ? {} : { place }) }
}
