import { CloseOutlined, SearchOutlined } from '@ant-design/icons'
import { Checkbox, Input } from 'antd'
import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Subject } from '../../../shared/domain/round/round'
import { OwnSubject } from './own-subject'

export interface SubjectPickerProps {
  readonly listed: readonly Subject[]
  readonly chosen: readonly Subject[]
  readonly onChange: (chosen: readonly Subject[]) => void
}

/** The shipped list by league, and subjects typed by hand. */
export function SubjectPicker({ listed, chosen, onChange }: SubjectPickerProps) {
  const { t } = useTranslation()
  const [words, setWords] = useState('')
  const sought = words.normalize('NFKC').trim()
  const found = listed.filter(({ name }) => name.includes(sought))
  const leagues = [...new Set(found.map(({ league }) => league))]
  const isChosen = ({ id }: Subject) => chosen.some((subject) => subject.id === id)
  const take = (subjects: readonly Subject[]) =>
    onChange([...chosen, ...subjects.filter((subject) => !isChosen(subject))])
  const drop = (subjects: readonly Subject[]) =>
    onChange(chosen.filter(({ id }) => !subjects.some((subject) => subject.id === id)))

  const takeFirst = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    const first = found.find((subject) => !isChosen(subject))
    if (sought === '' || first === undefined) return
    take([first])
    setWords('')
  }

  return (
    <div className="new-round-subjects">
      <div className="new-round-subjects__chosen" data-testid="new-round-chosen">
        <span className="new-round-subjects__count">{t('newRound.chosen', { count: chosen.length })}</span>
        {chosen.map((subject) => (
          <span key={subject.id} className="new-round-subjects__tag">
            {subject.name}
            {subject.league !== '' && <span className="new-round-subjects__league">{subject.league}</span>}
            <button
              type="button"
              aria-label={t('newRound.remove', { name: subject.name })}
              onClick={() => drop([subject])}
            >
              <CloseOutlined aria-hidden />
            </button>
          </span>
        ))}
      </div>
      <Input
        allowClear
        value={words}
        prefix={<SearchOutlined aria-hidden />}
        placeholder={t('newRound.find')}
        aria-label={t('newRound.find')}
        data-testid="new-round-find"
        onChange={({ target }) => setWords(target.value)}
        onKeyDown={takeFirst}
      />
      <div className="new-round-subjects__list">
        {found.length === 0 && (
          <p className="new-round-subjects__none">{t('newRound.findNone', { words: sought })}</p>
        )}
        {leagues.map((league) => {
          const subjects = found.filter((subject) => subject.league === league)
          const isAll = subjects.every(isChosen)
          return (
            <div key={league} className="new-round-league">
              <div className="new-round-league__head">
                <span>{league}</span>
                <button
                  type="button"
                  className="new-round-league__all"
                  onClick={() => (isAll ? drop(subjects) : take(subjects))}
                >
                  {t(isAll ? 'newRound.none' : 'newRound.all')}
                </button>
              </div>
              <div className="new-round-league__subjects">
                {subjects.map((subject) => (
                  <Checkbox
                    key={subject.id}
                    checked={isChosen(subject)}
                    data-testid={`new-round-subject-${subject.id}`}
                    onChange={({ target }) => (target.checked ? take([subject]) : drop([subject]))}
                  >
                    {subject.name}
                  </Checkbox>
                ))}
              </div>
            </div>
          )
        })}
      </div>
      <OwnSubject
        leagues={[...new Set(listed.map(({ league }) => league))]}
        chosen={chosen}
        onAdd={(subject) => take([subject])}
      />
    </div>
  )
}
