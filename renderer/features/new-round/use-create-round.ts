import { useRef, useState } from 'react'
import type { Round, Subject } from '../../../shared/domain/round/round'
import type { FailureCode } from '../../../shared/ipc/result'
import { draftOf, type MemberLine, personOf, type RoundForm } from './draft'

/** Makes the round, then its first sheet; where the sheet fails, the round is not made a second time. */
export function useCreateRound(onOpen: (sheetId: string) => void) {
  const [round, setRound] = useState<Round | null>(null)
  const [isBusy, setBusy] = useState(false)
  // Two key presses within one frame must not make two rounds.
  const isRunning = useRef(false)
  const [failed, setFailed] = useState<FailureCode | null>(null)

  const create = async (form: RoundForm, title: string, subject: Subject, scorer: MemberLine) => {
    if (isRunning.current) return
    isRunning.current = true
    setBusy(true)
    setFailed(null)
    const made =
      round === null
        ? await window.scorebench.createRound(draftOf(form, title))
        : ({ ok: true, value: round } as const)
    if (made.ok) setRound(made.value)
    const sheet = made.ok
      ? await window.scorebench.createSheet(made.value.id, subject.id, personOf(scorer))
      : made
    isRunning.current = false
    setBusy(false)
    if (sheet.ok) onOpen(sheet.value.header.sheetId)
    else setFailed(sheet.code)
  }

  return { create, isBusy, failed, isRoundThere: round !== null }
}
