import { CheckOutlined } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'
import { STEPS, type Step } from './work'

export interface StepperProps {
  /** Null while a file is being chosen or read. */
  readonly step: Step | null
  /** What is still to be looked at in a step; nothing where 0. */
  readonly open: Readonly<Partial<Record<Step, number>>>
  readonly onStep: (step: Step) => void
}

/** Where one is on the way, and the way to any other step. */
export function Stepper({ step, open, onStep }: StepperProps) {
  const { t } = useTranslation()
  const at = step === null ? -1 : STEPS.indexOf(step)
  return (
    <ol className="import-steps" aria-label={t('standardImport.steps')}>
      <li>
        <span
          className="import-step"
          aria-current={step === null ? 'step' : undefined}
          data-state={step === null ? 'now' : 'done'}
        >
          <span className="import-step__no">{step === null ? 1 : <CheckOutlined aria-hidden />}</span>
          <span className="import-step__name">{t('standardImport.step.choose')}</span>
        </span>
      </li>
      {STEPS.map((one, index) => {
        const left = open[one] ?? 0
        return (
          <li key={one}>
            <button
              type="button"
              className="import-step"
              title={t(`standardImport.step.${one}`)}
              disabled={step === null}
              aria-current={step === one ? 'step' : undefined}
              data-state={step === one ? 'now' : index < at ? 'done' : 'to-come'}
              data-testid={`import-step-${one}`}
              onClick={() => onStep(one)}
            >
              <span className="import-step__no">
                {index < at ? <CheckOutlined aria-hidden /> : index + 2}
              </span>
              <span className="import-step__name">{t(`standardImport.step.${one}`)}</span>
              {step !== null && left > 0 && <span className="import-step__open">{left}</span>}
            </button>
          </li>
        )
      })}
    </ol>
  )
}
