import { CloseCircleOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCountdown } from './use-countdown'
import './passphrase-form.css'

/** Why a passphrase was not taken, in words, and how long to wait before the next try (0: not at all). */
export interface Refused {
  readonly text: string
  readonly seconds: number
}

export interface PassphraseFormProps {
  readonly submit: string
  readonly refused: Refused | null
  readonly isBusy: boolean
  readonly isPrimary?: boolean
  /** Takes the focus when it appears: where it is the one thing to do. */
  readonly isFirst?: boolean
  readonly testId: string
  readonly onSubmit: (passphrase: string) => void
}

/** Asks for the passphrase of the signing key; counts a delay down before the next try. */
export function PassphraseForm({
  submit,
  refused,
  isBusy,
  isPrimary = true,
  isFirst = false,
  testId,
  onSubmit,
}: PassphraseFormProps) {
  const { t } = useTranslation()
  const id = useId()
  const [passphrase, setPassphrase] = useState('')
  const left = useCountdown(refused)
  const isHeld = isBusy || left > 0
  return (
    <form
      className="passphrase-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (isHeld || passphrase === '') return
        onSubmit(passphrase)
        setPassphrase('')
      }}
    >
      <label className="passphrase-form__label" htmlFor={id}>
        {t('trust.passphrase')}
      </label>
      <div className="passphrase-form__line">
        <Input.Password
          id={id}
          value={passphrase}
          autoComplete="off"
          autoFocus={isFirst}
          disabled={isHeld}
          status={refused === null ? '' : 'error'}
          data-testid={`${testId}-passphrase`}
          onChange={(event) => setPassphrase(event.target.value)}
        />
        <Button
          type={isPrimary ? 'primary' : 'default'}
          htmlType="submit"
          disabled={isHeld || passphrase === ''}
          data-testid={`${testId}-submit`}
        >
          {submit}
        </Button>
      </div>
      {refused !== null && (
        <p className="passphrase-form__refused" role="alert" data-testid={`${testId}-refused`}>
          <CloseCircleOutlined aria-hidden /> {refused.text}
        </p>
      )}
      {refused !== null && refused.seconds > 0 && (
        <p className="passphrase-form__wait" role="timer" data-testid={`${testId}-wait`}>
          {left > 0 ? t('trust.wait', { seconds: left }) : t('trust.now')}
        </p>
      )}
    </form>
  )
}
