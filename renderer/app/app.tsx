import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Waiting } from '../components/waiting'
import { Look } from './look'
import { Shell } from './shell'
import { useStartUp } from './start-up'
import { RepairNotes, StartUpFailure } from './start-up-notes'

/** The application: first the two copies of every sheet are made to agree, then the screens. */
export function App() {
  const { t } = useTranslation()
  const { startUp, retry, rebuild } = useStartUp()
  const [areNotesClosed, setNotesClosed] = useState(false)
  return (
    <Look>
      {startUp.state === 'starting' && <Waiting text={t('home.reading')} />}
      {(startUp.state === 'refused' || startUp.state === 'broken') && (
        <StartUpFailure startUp={startUp} onRetry={retry} onRebuild={rebuild} />
      )}
      {startUp.state === 'ready' && (
        <Shell
          notes={
            areNotesClosed || startUp.repairs.length === 0 ? null : (
              <RepairNotes repairs={startUp.repairs} onClose={() => setNotesClosed(true)} />
            )
          }
        />
      )}
    </Look>
  )
}
