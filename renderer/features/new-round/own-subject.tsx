import { AutoComplete, Button, Input } from 'antd'
import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Subject } from '../../../shared/domain/round/round'

export interface OwnSubjectProps {
  readonly leagues: readonly string[]
  readonly chosen: readonly Subject[]
  readonly onAdd: (subject: Subject) => void
}

/** A subject that the shipped list lacks: a district, a unit. */
export function OwnSubject({ leagues, chosen, onAdd }: OwnSubjectProps) {
  const { t } = useTranslation()
  const [name, setName] = useState('')
  const [league, setLeague] = useState('')
  const [problem, setProblem] = useState<'own' | 'ownTwice' | null>(null)

  const add = () => {
    const own = { name: name.trim(), league: league.trim() }
    const isThere = chosen.some((subject) => subject.name === own.name && subject.league === own.league)
    setProblem(own.name === '' ? 'own' : isThere ? 'ownTwice' : null)
    if (own.name === '' || isThere) return
    onAdd({ id: `own-${crypto.randomUUID()}`, ...own })
    setName('')
  }
  const addOnEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    add()
  }

  return (
    <div className="new-round-own">
      <span className="new-round-own__label">{t('newRound.own')}</span>
      <Input
        value={name}
        maxLength={200}
        status={problem === null ? '' : 'error'}
        placeholder={t('newRound.ownName')}
        aria-label={t('newRound.ownName')}
        data-testid="new-round-own-name"
        onChange={({ target }) => {
          setName(target.value)
          setProblem(null)
        }}
        onKeyDown={addOnEnter}
      />
      <AutoComplete
        value={league}
        onChange={setLeague}
        options={leagues.map((value) => ({ value }))}
        placeholder={t('newRound.ownLeague')}
        aria-label={t('newRound.ownLeague')}
        data-testid="new-round-own-league"
        maxLength={200}
        onKeyDown={(event) => {
          // Enter takes an offered league; it does not send the form.
          if (event.key === 'Enter') event.preventDefault()
        }}
      />
      <Button data-testid="new-round-own-add" onClick={add}>
        {t('newRound.add')}
      </Button>
      {problem !== null && (
        <p className="new-round-part__problem new-round-own__problem" role="alert">
          {t(`newRound.missing.${problem}`)}
        </p>
      )}
    </div>
  )
}
